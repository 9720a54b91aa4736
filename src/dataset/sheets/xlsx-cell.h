/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet-row.h"
#include "dataset/sheets/xlsx-sheet.h"

G_BEGIN_DECLS

/* The types of <c>. */
typedef enum {
  ATLAS_XLSX_CELL_NUMBER,
  ATLAS_XLSX_CELL_SHARED,
  ATLAS_XLSX_CELL_INLINE,
  ATLAS_XLSX_CELL_TEXT,
  ATLAS_XLSX_CELL_BOOLEAN,
  ATLAS_XLSX_CELL_ERROR,
  ATLAS_XLSX_CELL_DATE,
} AtlasXlsxCellType;

/* TYPE (nullable): as the file has it; what is unknown is a number, and what is none a text. */
AtlasXlsxCellType atlas_xlsx_cell_parse_type (const char *type);
/* What a cell with CONTENT, its <v> or <is>, is. Returns: its text of LENGTH bytes, in CONTENT, SCRATCH or
 * the shared strings; "" where it is empty; NULL where it names a shared string that is not there. */
const char       *atlas_xlsx_cell_read       (const AtlasXlsxContext *context, AtlasXlsxCellType type, guint format,
                                              GString *content, GString *scratch, AtlasCellKind *kind, gsize *length);

G_END_DECLS
