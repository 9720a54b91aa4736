/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A cairo_write_func_t: appends to BYTES, a GByteArray. */
cairo_status_t atlas_byte_stream_append (gpointer bytes, const unsigned char *data, unsigned int length);

G_END_DECLS
