/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet-reader.h"

/* A flat OpenDocument spreadsheet: STYLES is what its automatic styles hold, TABLES what the spreadsheet does. */
char   *ods_make_document      (const char *styles, const char *tables);
/* The archive of a spreadsheet, with CONTENT as its content.xml. */
GBytes *ods_make_archive       (const char *content);

void    ods_reader_free        (AtlasSheetReader *reader);
/* All rows of SHEET, as row_dump() writes them. */
char   *ods_dump_sheet         (AtlasSheetReader *reader, guint sheet);

/* Opens CONTENT as a flat file named "a.fods", and must not fail. */
AtlasSheetReader *ods_open_flat    (const char *content, gssize length);
/* The same in an archive named "a.ods". */
AtlasSheetReader *ods_open_archive (const char *content);
