/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/png-stream.h"

#include <png.h>

/* Charts have large areas of one colour, and lines that run down: what is alike in the row above costs nothing. To try all
 * filters on each row, as libpng does by itself, takes longer than to compress it. */
#define FILTER PNG_FILTER_UP
/* Of zlib: 6, the usual, takes longer for one part in a hundred. */
#define LEVEL 5

static void
append (png_structp png,
        png_bytep   data,
        png_size_t  length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush (png_structp png G_GNUC_UNUSED)
{
}

static void
write_rows (png_structp      png,
            png_infop        info,
            cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gboolean little = G_BYTE_ORDER == G_LITTLE_ENDIAN;

  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, FILTER);
  png_set_compression_level (png, LEVEL);
  png_write_info (png, info);
  /* A pixel is a number of 32 bits, with red above green above blue. */
  if (little)
    png_set_bgr (png);
  png_set_filler (png, 0, little ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
  for (int y = 0; y < height; y++)
    png_write_row (png, data + (gsize) y * cairo_image_surface_get_stride (surface));
  png_write_end (png, info);
}

cairo_status_t
atlas_png_stream_append (GByteArray      *bytes,
                         cairo_surface_t *surface)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  volatile cairo_status_t status = CAIRO_STATUS_PNG_ERROR;

  cairo_surface_flush (surface);
  /* libpng comes back to here where it fails. */
  if (info != NULL && setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_write_fn (png, bytes, append, flush);
      write_rows (png, info, surface);
      status = CAIRO_STATUS_SUCCESS;
    }
  png_destroy_write_struct (&png, &info);
  return status;
}
