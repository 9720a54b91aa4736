/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkGrid that is moved under the pointer where it is wider than its place, and is as high as it is at the width it gets. */
#define ATLAS_TYPE_WIDE_GRID (atlas_wide_grid_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWideGrid, atlas_wide_grid, ATLAS, WIDE_GRID, GtkWidget)

GtkWidget *atlas_wide_grid_new   (void) G_GNUC_WARN_UNUSED_RESULT;

void       atlas_wide_grid_attach (AtlasWideGrid *self, GtkWidget *cell, int column, int line, int n_columns);
/* Takes all cells out. */
void       atlas_wide_grid_clear (AtlasWideGrid *self);

G_END_DECLS
