/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Records as text: COLUMNS names their cells, ROWS (element-type GStrv) has as many cells each. CSV has RFC 4180 quoting,
 * lines ended by LF and no byte order mark; JSON is an array of objects; (transfer full). */
char    *atlas_records_to_csv  (const char *const *columns, GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;
char    *atlas_records_to_json (const char *const *columns, GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

/* Whether COLUMN is value, numerator or denominator: a number in JSON, null where the cell is empty. */
gboolean atlas_record_column_is_number (const char *column);

G_END_DECLS
