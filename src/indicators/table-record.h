/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* An answer as records for files and other programs: columns and cells as docs/answers.md fixes them,
 * the same in every language but for the notes. */

/* region, region_name, indicator, period, the dimensions of by and where, value, unit, status, qualifier,
 * source, basis, numerator, denominator, note; the dimension "source" is "dimension_source". */
char   **atlas_table_dup_columns      (AtlasTable *self) G_GNUC_WARN_UNUSED_RESULT;
/* The cells of ROW, one for each column, "" where there is nothing; (transfer full). */
char   **atlas_table_dup_cells        (AtlasTable *self, guint row) G_GNUC_WARN_UNUSED_RESULT;

/* The whole answer as CSV (RFC 4180 quoting, lines ended by LF, no byte order mark), or as a JSON array of
 * objects in which what is missing is null; (transfer full). */
char    *atlas_table_to_csv           (AtlasTable *self) G_GNUC_WARN_UNUSED_RESULT;
char    *atlas_table_to_json          (AtlasTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
