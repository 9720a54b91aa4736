/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/byte-stream.h"

cairo_status_t
atlas_byte_stream_append (gpointer             bytes,
                          const unsigned char *data,
                          unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}
