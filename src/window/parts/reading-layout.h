/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Nobody follows a line over a whole large screen, from its text to its number or button: wider than this, in pixels, no line is that does
 * not need it. */
#define ATLAS_READING_WIDTH 1200

/* Gives its one child all of the place, but no more than that width, from the start of the line. */
#define ATLAS_TYPE_READING_LAYOUT (atlas_reading_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReadingLayout, atlas_reading_layout, ATLAS, READING_LAYOUT, GtkLayoutManager)

G_END_DECLS
