/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "chart-times.h"

#include <cairo-pdf.h>

#include "measure.h"

#define N_TIMES 51

static EncodePng encode_png;

static cairo_status_t
count_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_on (cairo_surface_t *surface,
         DrawChart        draw)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  draw (cr);
  cairo_destroy (cr);
}

static void
write_pdf (DrawChart draw)
{
  gsize n_bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, CHART_WIDTH, CHART_HEIGHT);

  draw_on (surface, draw);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
write_png (DrawChart draw)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, CHART_WIDTH, CHART_HEIGHT);

  draw_on (surface, draw);
  encode_png (bytes, surface);
  cairo_surface_destroy (surface);
}

static void
write_nothing (DrawChart draw)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, CHART_WIDTH, CHART_HEIGHT);

  draw_on (surface, draw);
  cairo_surface_destroy (surface);
}

static void
print_one (const char *kind,
           void      (*write) (DrawChart),
           DrawChart   draw)
{
  double times[N_TIMES];

  write (draw);
  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = measure_get_processor ();

      write (draw);
      times[i] = measure_get_processor () - start;
    }
  measure_print_spread (kind, times, N_TIMES);
}

void
chart_times_print (DrawChart draw,
                   EncodePng encode)
{
  encode_png = encode;
  print_one ("drawn on an image", write_nothing, draw);
  print_one ("PDF", write_pdf, draw);
  print_one ("PNG", write_png, draw);
}

void
chart_times_write (DrawChart   draw,
                   const char *path)
{
  gboolean is_pdf = g_str_has_suffix (path, ".pdf");
  cairo_surface_t *surface = is_pdf ? cairo_pdf_surface_create (path, CHART_WIDTH, CHART_HEIGHT)
                                    : cairo_image_surface_create (CAIRO_FORMAT_RGB24, CHART_WIDTH, CHART_HEIGHT);

  draw_on (surface, draw);
  if (!is_pdf)
    cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

char *
chart_times_dup_name (guint n)
{
  return g_strdup_printf ("%.*s%u县", (int) (n % 12) * 3, "双江拉祜族佤族布朗族傣族自治", n + 1);
}

double
chart_times_get_value (guint region,
                       guint series)
{
  return 97.0 * (CHART_N_REGIONS - region) * (3 * CHART_N_SERIES - 2 * series) + region;
}
