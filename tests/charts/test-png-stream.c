/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "charts/png-stream.h"

typedef struct {
  const GByteArray *bytes;
  gsize at;
} Source;

static cairo_status_t
read_bytes (void          *data,
            unsigned char *to,
            unsigned int   length)
{
  Source *source = data;

  if (source->bytes->len - source->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, source->bytes->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32 *
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guchar *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

  return (guint32 *) row + x;
}

/* Red, green and blue of each pixel by chance; what is above them has no meaning. */
static cairo_surface_t *
make_picture (int width,
              int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      *get_pixel (surface, x, y) = (guint32) g_test_rand_int ();
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
assert_read_back (int width,
                  int height)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = make_picture (width, height), *read;
  Source source = { bytes, 0 };

  g_assert_cmpint (atlas_png_stream_append (bytes, surface), ==, CAIRO_STATUS_SUCCESS);
  read = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (read), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (read), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_assert_cmphex (*get_pixel (read, x, y) & 0xFFFFFF, ==, *get_pixel (surface, x, y) & 0xFFFFFF);
  cairo_surface_destroy (read);
  cairo_surface_destroy (surface);
}

static void
test_read_back (void)
{
  assert_read_back (1, 1);
  assert_read_back (3, 200);
  assert_read_back (257, 31);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png-stream/read-back", test_read_back);
  return g_test_run ();
}
