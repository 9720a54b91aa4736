/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* Tells, row by row, what a merged cell says for the columns it lies in: merged over rows it holds for each of them, merged
 * over columns for its first one only, whatever the header calls the others. */
typedef struct _AtlasMergedCells AtlasMergedCells;

AtlasMergedCells *atlas_merged_cells_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_merged_cells_free (AtlasMergedCells *self);
/* Every row of the sheet goes through here, in order, before its cells are asked for. */
void              atlas_merged_cells_take (AtlasMergedCells *self, const AtlasSheetRow *row);
/* Whether CELL of that row holds a value of its column; one that is not spread does. */
gboolean          atlas_merged_cells_holds (AtlasMergedCells *self, guint cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMergedCells, atlas_merged_cells_free)

G_END_DECLS
