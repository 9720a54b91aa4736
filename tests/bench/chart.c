/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How long the same chart as in floor-chart takes: laying out alone, laying out and drawing, and drawing again what is laid
 * out already, in a window. */

#include "build-roots.h"
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "charts/chart-samples.h"
#include "charts/png-stream.h"
#include "chart-times.h"
#include "measure.h"

#define N_TIMES 51

static AtlasChartSpec *spec;

static AtlasTable *
make_table (void)
{
  static const char *const grades[] = { "assistant", "intermediate", "senior" };
  SampleRow rows[CHART_N_REGIONS * CHART_N_SERIES];

  for (guint n = 0; n < CHART_N_REGIONS; n++)
    for (guint s = 0; s < CHART_N_SERIES; s++)
      {
        g_autofree char *code = g_strdup_printf ("900%03u", n + 1);

        rows[n * CHART_N_SERIES + s] = (SampleRow) { sample_region (code)->code, grades[s], 2023,
                                                     chart_times_get_value (n, s) };
      }
  return sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasChartLayout *
lay_out (double height)
{
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), CHART_WIDTH, height);
}

static void
draw (cairo_t *cr)
{
  g_autoptr (AtlasChartLayout) layout = lay_out (CHART_HEIGHT);

  atlas_chart_layout_draw (layout, cr);
}

static void
print_layout (void)
{
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = measure_get_processor ();
      g_autoptr (AtlasChartLayout) layout = lay_out (CHART_HEIGHT);

      times[i] = measure_get_processor () - start;
    }
  measure_print_spread ("laid out", times, N_TIMES);
}

static void
print_redraw (void)
{
  g_autoptr (AtlasChartLayout) layout = lay_out (CHART_WINDOW_HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, CHART_WIDTH, CHART_WINDOW_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double times[N_TIMES];

  atlas_chart_layout_draw (layout, cr);
  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = measure_get_processor ();

      atlas_chart_layout_draw (layout, cr);
      times[i] = measure_get_processor () - start;
    }
  measure_print_spread ("drawn again, 900 x 600", times, N_TIMES);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (void)
{
  g_autoptr (AtlasTable) table = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, BUILD_ROOT "/po");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  table = make_table ();
  spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  print_layout ();
  print_redraw ();
  chart_times_print (draw, atlas_png_stream_append);
  atlas_chart_spec_free (spec);
  return 0;
}
