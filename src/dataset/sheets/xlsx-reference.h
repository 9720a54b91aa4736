/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

#include "dataset/sheets/sheet-limits.h"

G_BEGIN_DECLS

#define ATLAS_XLSX_MAX_ROWS (1 << 20)

/* A range of cells: rows from 1, columns from 0, both ends in it. */
typedef struct {
  guint first_row;
  guint last_row;
  guint16 first_column;
  guint16 last_column;
} AtlasXlsxRange;

/* Reads a count or index of decimal digits. FALSE beyond LIMIT. */
gboolean atlas_xlsx_parse_index     (const char *text, guint limit, guint *index);
/* Reads "AB12". FALSE where it is no cell of a sheet. */
gboolean atlas_xlsx_parse_reference (const char *text, guint *column, guint *row);
/* Reads "A1:B2" or "A1"; the corners may be any two opposite ones. */
gboolean atlas_xlsx_parse_range     (const char *text, AtlasXlsxRange *range);

G_END_DECLS
