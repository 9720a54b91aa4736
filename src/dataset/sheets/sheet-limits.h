/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

/* What a register of the whole nation does not reach, and a hostile file exceeds. */

/* One part of a workbook, unpacked, and all of it: all registers of the nation in one workbook have 840 MB. A sheet is read
 * three times at most, what is no event below at 5 ns a byte and more. */
#define ATLAS_SHEET_MAX_PART_BYTES (G_GINT64_CONSTANT (1) << 30)
/* How many times larger a part may be than packed, once it is larger than the second number: text packs 20 to 60 times
 * smaller, a bomb more than 500. */
#define ATLAS_SHEET_MAX_RATIO 400
#define ATLAS_SHEET_RATIO_FROM (G_GINT64_CONSTANT (8) << 20)
/* Shared strings of a workbook in memory. */
#define ATLAS_SHEET_MAX_STRINGS_BYTES (G_GINT64_CONSTANT (192) << 20)
/* One cell, and one record of a text file. */
#define ATLAS_SHEET_MAX_CELL_BYTES (1 << 20)
#define ATLAS_SHEET_MAX_RECORD_BYTES (8 << 20)
#define ATLAS_SHEET_MAX_COLUMNS 16384
#define ATLAS_SHEET_MAX_ROWS 10000000
#define ATLAS_SHEET_MAX_SHEETS 1024
/* Cells of all sheets: a few letters may claim to be a million rows. Their text has the limit of a part. */
#define ATLAS_SHEET_MAX_CELLS 100000000
/* Merged ranges of a sheet. */
#define ATLAS_SHEET_MAX_MERGES (1 << 20)
/* Elements, attributes and pieces of text in a part of a workbook, or a flat one: what takes time in XML, some 60 ns each,
 * and need not take many bytes. A million rows of 14 cells with all that a spreadsheet program writes around each. */
#define ATLAS_SHEET_MAX_XML_EVENTS 100000000
/* Depth of elements in a workbook's XML. */
#define ATLAS_SHEET_MAX_DEPTH 256
