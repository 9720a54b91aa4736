/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* How many rows are looked at to find a header. */
#define ATLAS_SHEET_HEAD_ROWS 40

/**
 * AtlasHeadRow:
 * @cells: (array length=n_cells): as they stand, trimmed
 * @spread: (array length=n_cells): which of them lie in a merged range and are not its first
 */
typedef struct {
  guint line;
  guint n_cells;
  char **cells;
  gboolean *spread;
} AtlasHeadRow;

/* The first rows of a sheet that are not hidden (element-type AtlasHeadRow), not to be changed. The workbook keeps them: where
 * few rows say anything, the whole sheet has to be read for them. */
GPtrArray  *atlas_sheet_head_read      (AtlasWorkbook *workbook, guint sheet, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The cell in COLUMN, "" beyond the last. */
const char *atlas_head_row_get         (const AtlasHeadRow *self, guint column);
/* How many cells say something that the cell before them does not say already. */
guint       atlas_head_row_count       (const AtlasHeadRow *self);
/* Whether the cell only repeats the one before it, with which it is merged. */
gboolean    atlas_head_row_is_repeated (const AtlasHeadRow *self, guint column);

G_END_DECLS
