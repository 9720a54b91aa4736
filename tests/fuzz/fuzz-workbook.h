/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

/* What libFuzzer calls, and replay.c too; each fuzz-*.c has its own. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* An #AtlasSheetRowFunc that aborts where the row breaks what sheet.h promises. USER_DATA (nullable): a guint, the line
 * of the row before; NULL where rows may come in any order, as those of XLSX. */
gboolean fuzz_check_row (const AtlasSheetRow *row, gpointer user_data, GError **error);

/* Opens the bytes as atlas_workbook_open_bytes() does and reads all sheets, and aborts where a row breaks what
 * sheet.h promises. That a file is refused is no fault. ENCODING (nullable) overrules what is found. */
void     fuzz_workbook  (const guint8 *data, gsize size, const char *encoding);
