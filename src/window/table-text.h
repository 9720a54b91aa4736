/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/number-format.h"
#include "indicators/table.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_COLUMN_REGION,
  ATLAS_COLUMN_BY,
  ATLAS_COLUMN_PERIOD,
  ATLAS_COLUMN_VALUE,
  ATLAS_COLUMN_NUMERATOR,
  ATLAS_COLUMN_DENOMINATOR,
  ATLAS_COLUMN_NOTE,
  ATLAS_COLUMN_SOURCE,
} AtlasColumnKind;

/* A column of a table as people read it. */
typedef struct {
  AtlasColumnKind kind;
  guint by; /* which of the table's dimensions, for BY */
} AtlasColumn;

/* The columns that TABLE needs; (element-type AtlasColumn) (transfer full). */
GArray    *atlas_table_list_columns (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
gboolean   atlas_column_is_number   (const AtlasColumn *column);
/* "持证社工（万人）": with the unit where there is one; (transfer full). */
char      *atlas_column_dup_title   (const AtlasColumn *column, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* As on the marks of a chart of TABLE; (transfer full). */
char      *atlas_column_dup_text    (const AtlasColumn *column, AtlasTable *table, guint row)
  G_GNUC_WARN_UNUSED_RESULT;

/* The scale that suits all values of TABLE, as on the axis of its chart. */
AtlasScale atlas_table_choose_scale (AtlasTable *table);

/* All rows for a spreadsheet, with a head line: numbers in base units without signs or separators, the qualifier in
 * a column of its own; (transfer full). */
char      *atlas_table_dup_tsv      (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
