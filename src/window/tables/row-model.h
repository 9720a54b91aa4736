/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "window/state/selected-row.h"
#include "window/tables/row-reader.h"

G_BEGIN_DECLS

/* The rows of an index as a list for GTK: nothing is read but the pages on screen, whatever the length of the list. They
 * are read in a worker: until then the cells of a row are empty.
 *
 * A list view makes widgets for some 200 rows at once, which takes longer than a frame may: a long list tells of its rows
 * bit by bit. And when the rows become others the list and its items stay, so that a view can keep its widgets; whoever
 * shows them does so anew.
 *
 * Signals: "page-read" (rows that were asked for have their cells now; whoever lacks others asks again). */
#define ATLAS_TYPE_ROW_MODEL (atlas_row_model_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRowModel, atlas_row_model, ATLAS, ROW_MODEL, GObject)

/* A row of the list. */
#define ATLAS_TYPE_ROW_ITEM (atlas_row_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRowItem, atlas_row_item, ATLAS, ROW_ITEM, GObject)

/* DATASET is the one that the main thread has open. */
AtlasRowModel *atlas_row_model_new         (AtlasDataset *dataset, const AtlasFoundRows *rows) G_GNUC_WARN_UNUSED_RESULT;
AtlasDataset  *atlas_row_model_get_dataset (AtlasRowModel *self);
AtlasRowIndex *atlas_row_model_get_index   (AtlasRowModel *self);
gboolean       atlas_row_model_is_reading  (AtlasRowModel *self);
/* The rows become those. */
void           atlas_row_model_set_rows    (AtlasRowModel *self, const AtlasFoundRows *rows);
/* Tells of some more rows. FALSE: of all it has been told. */
gboolean       atlas_row_model_grow        (AtlasRowModel *self);

/* Whether its cells are known; if not, they are asked for. */
gboolean       atlas_row_item_is_read    (AtlasRowItem *self);
/* The cell as the table's file has it; borrowed while the item lives and the rows stay, "" where nothing stands. */
const char    *atlas_row_item_get_cell   (AtlasRowItem *self, guint column);
/* What the import did to it that the rows are narrowed to. */
AtlasRowChange atlas_row_item_get_change (AtlasRowItem *self);
/* (nullable): what stood in the cell before that import; NULL where it did not change the row. Borrowed. */
const char    *atlas_row_item_get_earlier (AtlasRowItem *self, guint column);
/* The import that wrote the row, and where in its files it stood. */
AtlasRowOrigin atlas_row_item_get_origin (AtlasRowItem *self);
/* All of the row, to be shown when the list has others; of an item that is in a list. (transfer full) */
AtlasSelectedRow *atlas_row_item_dup_row (AtlasRowItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
