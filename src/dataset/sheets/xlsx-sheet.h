/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/package.h"
#include "dataset/sheets/xlsx-merges.h"
#include "dataset/sheets/xlsx-strings.h"
#include "dataset/sheets/xlsx-styles.h"

G_BEGIN_DECLS

/* What the cells of an XLSX sheet refer to. */
typedef struct {
  const AtlasXlsxStrings *strings;
  const AtlasXlsxStyles *styles;
  const AtlasXlsxMerges *merges;
  gboolean from_1904;
} AtlasXlsxContext;

/* Calls FUNC for the rows of the sheet in PART; as atlas_workbook_read_sheet(). */
gboolean atlas_xlsx_sheet_read (AtlasPackage *package, const char *part, const AtlasXlsxContext *context,
                                AtlasSheetRowFunc func, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
