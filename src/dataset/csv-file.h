/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCsvRowFunc:
 * @line: the physical line on which the record starts, from 1
 * @cells: (array length=n_cells): its cells as they stand, borrowed
 *
 * Returns: %FALSE with @error set to stop reading
 */
typedef gboolean (*AtlasCsvRowFunc) (guint line, const char *const *cells, guint n_cells, gpointer user_data,
                                     GError **error);

/* Reads a comma-separated UTF-8 file (with or without BOM, CRLF or LF) and calls FUNC for each record; empty lines are
 * passed over. Errors of form name file and line. */
gboolean    atlas_csv_read_file   (const char *path, AtlasCsvRowFunc func, gpointer user_data, GError **error);

/* Appends CELL, quoted where RFC 4180 asks for it. */
void        atlas_csv_append_cell (GString *csv, const char *cell);

/* Whether a spreadsheet would run TEXT as a formula, or an apostrophe before such a text would be lost when the file
 * is read again. Such a text is written with one apostrophe before it: "=1" as "'=1", "'=1" as "''=1". */
gboolean    atlas_csv_needs_guard (const char *text);
/* TEXT without that apostrophe, borrowed. */
const char *atlas_csv_skip_guard  (const char *text);

G_END_DECLS
