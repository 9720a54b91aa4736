/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

/* Targets and types of relations. */
#define XLSX_RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define XLSX_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define XLSX_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* The archive of parts: names and texts in turn, ended by NULL. */
GBytes *xlsx_pack           (const char *name, ...) G_GNUC_NULL_TERMINATED;
/* A workbook with one sheet “表”: its part holds SHEET within <worksheet>; STRINGS and STYLES (nullable)
 * stand within their parts. */
GBytes *xlsx_make           (const char *sheet, const char *strings, const char *styles);
/* The same, where the parts are whole, of any LENGTH (−1: NUL-terminated), and STRINGS and STYLES may be
 * missing. */
GBytes *xlsx_make_parts     (const char *workbook, const char *sheet, gssize length, const char *strings, const char *styles);

/* Opens BYTES, which it takes, as "a.xlsx"; must not fail. */
AtlasWorkbook *xlsx_open    (GBytes *bytes);
/* All rows of SHEET, as row_dump() writes them; must not fail. */
char   *xlsx_dump_sheet     (AtlasWorkbook *workbook, guint sheet);
/* The rows of the first sheet of BYTES, which it takes, are EXPECTED. */
void    xlsx_assert_rows    (GBytes *bytes, const char *expected);
/* BYTES, which it takes, are refused with CODE on opening or reading, in a message with SAYS. */
void    xlsx_assert_refused (GBytes *bytes, int code, const char *says);
