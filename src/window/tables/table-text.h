/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-kind.h"
#include "indicators/sign-set.h"
#include "indicators/table.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_TEXT_COLUMN_REGION,
  ATLAS_TEXT_COLUMN_INDICATOR, /* (with UNIT) of joined tables only */
  ATLAS_TEXT_COLUMN_BY,
  ATLAS_TEXT_COLUMN_PERIOD,
  ATLAS_TEXT_COLUMN_VALUE,
  ATLAS_TEXT_COLUMN_UNIT,
  ATLAS_TEXT_COLUMN_NUMERATOR,
  ATLAS_TEXT_COLUMN_DENOMINATOR,
  ATLAS_TEXT_COLUMN_NOTE,
  ATLAS_TEXT_COLUMN_SOURCE,
} AtlasTextColumnKind;

/**
 * AtlasTextColumn:
 * @by: which of the table's dimensions, for BY
 * @chart: whose axis writes the values by the same power of ten thousand
 * @signs: in which what is missing or very small is said
 *
 * A column of a table as people read it.
 */
typedef struct {
  AtlasTextColumnKind kind;
  guint by;
  AtlasChartKind chart;
  AtlasSignSet signs;
} AtlasTextColumn;

/* The columns that TABLE needs beside a chart of it, in the signs of the screen; (element-type AtlasTextColumn) (transfer full). */
GArray    *atlas_table_list_text_columns (AtlasTable *table, AtlasChartKind chart) G_GNUC_WARN_UNUSED_RESULT;
gboolean   atlas_text_column_is_number   (const AtlasTextColumn *column);
/* "持证社工（万人）": with the unit where there is one; (transfer full). */
char      *atlas_text_column_dup_title   (const AtlasTextColumn *column, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* As on the marks of a chart of TABLE; (transfer full). */
char      *atlas_text_column_dup_text    (const AtlasTextColumn *column, AtlasTable *table, guint row)
  G_GNUC_WARN_UNUSED_RESULT;

/* What a cell says that is blank or has a sign instead of its value, NULL for all others; (transfer full). */
char      *atlas_text_column_dup_hidden  (const AtlasTextColumn *column, AtlasTable *table, guint row)
  G_GNUC_WARN_UNUSED_RESULT;
/* What the signs of COLUMNS mean, as far as they are used, else ""; (transfer full). */
char      *atlas_table_dup_signs_note    (AtlasTable *table, GArray *columns) G_GNUC_WARN_UNUSED_RESULT;

/* All rows for a spreadsheet, with a head line: numbers in base units without signs or separators, the qualifier in
 * a column of its own; (transfer full). */
char      *atlas_table_dup_tsv      (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
