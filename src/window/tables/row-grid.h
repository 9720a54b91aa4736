/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "dataset/registers/row-index.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* The rows of one table of the dataset: sorted by a click on a column's head, searched and narrowed by its query. What
 * takes time at national size is done by a worker; until it is done the rows before stay on screen.
 *
 * Signals: "loaded" (the rows of the last query are shown, or could not be), "row-selected" (AtlasRowItem *). */
#define ATLAS_TYPE_ROW_GRID (atlas_row_grid_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRowGrid, atlas_row_grid, ATLAS, ROW_GRID, GtkWidget)

GtkWidget           *atlas_row_grid_new        (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows what QUERY asks for; copied. Columns are made anew where the table is another one, and then the query's sorting
 * holds; else the user's. */
void                 atlas_row_grid_set_query  (AtlasRowGrid *self, const AtlasRowQuery *query);
/* (nullable): the query that is shown or under way. */
const AtlasRowQuery *atlas_row_grid_get_query  (AtlasRowGrid *self);
/* Also while cells are still being filled. */
gboolean             atlas_row_grid_is_loading (AtlasRowGrid *self);
/* Of the query that is shown. */
guint                atlas_row_grid_get_n_rows (AtlasRowGrid *self);
/* (nullable) (transfer full): the rows that are shown. */
AtlasRowIndex       *atlas_row_grid_ref_rows   (AtlasRowGrid *self) G_GNUC_WARN_UNUSED_RESULT;
/* Sorts as a click on the head of COLUMN does. */
void                 atlas_row_grid_sort       (AtlasRowGrid *self, guint column, gboolean descending);
/* (nullable): why the last query could not be answered. */
const GError        *atlas_row_grid_get_error  (AtlasRowGrid *self);

G_END_DECLS
