/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

/* An #AtlasSheetRowFunc that appends the row to the GString that is its user data, as "LINE:cell|cell" and a line feed; a
 * hidden row as "LINE hidden:…", a faulty one as "LINE nul 2:…" or "LINE encoding 2:…", with the number of the cell, from
 * 0. Before a number stands "=", before a date "@", a boolean "?", an error "!"; and before any of them "^" if it is
 * spread from the first cell of a merged range. */
gboolean row_dump      (const AtlasSheetRow *row, gpointer user_data, GError **error);

/* All rows of the text BYTES, opened as "a.csv"; what was read before an ERROR. */
char    *row_dump_text (const char *text, gssize length, const char *encoding, GError **error);
