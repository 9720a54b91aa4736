/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The least that a chart of 31 regions × 3 series with Chinese labels can take: cairo and Pango calls at places known
 * beforehand; nothing is asked, measured, compared or explained.
 *
 *     floor-chart             # times, warm
 *     floor-chart FILE.pdf    # one file, for the time of a cold process; or FILE.png */

#include "config.h"

#include <pango/pangocairo.h>

#include "chart-times.h"
#include "floor-text.h"

#define FONT "Cantarell, Noto Sans CJK SC, sans-serif"
#define LEFT 190.0
#define TOP 90.0
#define BOTTOM 1490.0
#define PER_UNIT (600.0 / 27063.0)

static PangoContext *context;

static void
draw_frame (cairo_t     *cr,
            PangoLayout *large,
            PangoLayout *small)
{
  static const char *const series[] = { "助理社会工作师", "社会工作师", "高级社会工作师" };

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  floor_show (cr, large, 0.0, 0.0, "持证社工");
  floor_show (cr, small, 0.0, 26.0, "2023 年 · 单位：人");
  for (guint s = 0; s < CHART_N_SERIES; s++)
    {
      cairo_rectangle (cr, 150.0 * s, 54.0, 10.0, 10.0);
      cairo_fill (cr);
      floor_show (cr, small, 150.0 * s + 16.0, 50.0, series[s]);
    }
  cairo_move_to (cr, LEFT - 0.5, TOP);
  cairo_line_to (cr, LEFT - 0.5, BOTTOM);
  cairo_stroke (cr);
  floor_show (cr, small, 0.0, BOTTOM + 20.0,
        "来源：《第1份社会工作发展情况通报》，民政局，2023年；《第2份社会工作发展情况通报》，民政局，2023年；等 40 个来源");
}

static void
draw_region (cairo_t     *cr,
             PangoLayout *layout,
             guint        n)
{
  double pitch = (BOTTOM - TOP) / CHART_N_REGIONS, y = TOP + n * pitch;
  g_autofree char *name = chart_times_dup_name (n);

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  floor_show (cr, layout, 0.0, y + pitch / 2.0 - 7.0, name);
  for (guint s = 0; s < CHART_N_SERIES; s++)
    {
      double value = chart_times_get_value (n, s), height = pitch / (CHART_N_SERIES + 1.0), at = y + 3.0 + s * height;
      g_autofree char *label = g_strdup_printf ("%'.0f", value);

      cairo_set_source_rgb (cr, 0.13 + 0.2 * s, 0.4, 0.75 - 0.2 * s);
      cairo_rectangle (cr, LEFT, at, value * PER_UNIT, height - 1.5);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
      floor_show (cr, layout, LEFT + value * PER_UNIT + 6.0, at - 2.0, label);
    }
}

static void
draw (cairo_t *cr)
{
  PangoLayout *large = floor_layout_new (context, FONT, 15.0, PANGO_WEIGHT_BOLD), *layout = floor_layout_new (context, FONT, 11.0, PANGO_WEIGHT_NORMAL);
  PangoLayout *small = floor_layout_new (context, FONT, 9.5, PANGO_WEIGHT_NORMAL);

  cairo_set_line_width (cr, 1.0);
  draw_frame (cr, large, small);
  for (guint n = 0; n < CHART_N_REGIONS; n++)
    draw_region (cr, layout, n);
  g_object_unref (large);
  g_object_unref (layout);
  g_object_unref (small);
}

static PangoContext *
new_context (void)
{
  PangoContext *made = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (made, options);
  pango_cairo_context_set_resolution (made, 72.0);
  cairo_font_options_destroy (options);
  return made;
}

static cairo_status_t
append (void                *bytes,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
encode (GByteArray      *bytes,
        cairo_surface_t *surface)
{
  return cairo_surface_write_to_png_stream (surface, append, bytes);
}

int
main (int   argc,
      char *argv[])
{
  context = new_context ();
  if (argc > 1)
    chart_times_write (draw, argv[1]);
  else
    chart_times_print (draw, encode);
  g_object_unref (context);
  return 0;
}
