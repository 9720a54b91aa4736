/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out like words of a text: in lines, each child as wide as it likes to be. The last child, where it
 * has "hexpand", stands at the end of its line. */
#define ATLAS_TYPE_WRAP_LAYOUT (atlas_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWrapLayout, atlas_wrap_layout, ATLAS, WRAP_LAYOUT, GtkLayoutManager)

/* Whether children become narrower, where that saves all lines but one. */
void atlas_wrap_layout_set_squeezes (AtlasWrapLayout *self, gboolean squeezes);

G_END_DECLS
