/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"

G_BEGIN_DECLS

/* No column; a column may have the number 0. */
#define ATLAS_NO_COLUMN (-1)

/**
 * AtlasRowCount:
 * @table: the register
 * @first: the number of its series, the first of several where it is broken down: those that follow stand for the words of
 *   @columns in their order, the first place for none. Of two columns the second one's words lie side by side
 * @indicator_id: what it is the number of; "" for the rows themselves, of the year that their import speaks of
 * @columns: the enum columns it is broken down by, or %ATLAS_NO_COLUMN
 * @dimensions: what these columns are called there
 * @only: (nullable): words of the column @condition, separated by blanks, of which a row has to have one to count
 * @condition: that column, or one that has to be filled in where @only is NULL; or %ATLAS_NO_COLUMN
 * @quantity: the column of the number, or %ATLAS_NO_COLUMN where each row is one
 * @from: of a stock the column of the date from which it is there; of a flow the one of its date where there is no year
 * @until: of a stock the column of the date until which it is there
 *
 * What the simple registers are counted by: a row is in one series of each. Those that have more rules of their own are in
 * rollup-count.c.
 */
typedef struct {
  const char *table;
  guint first;
  const char *indicator_id;
  gboolean is_stock;
  int columns[2];
  const char *dimensions[2];
  int condition;
  const char *only;
  int quantity;
  int from;
  int until;
} AtlasRowCount;

extern const AtlasRowCount atlas_row_counts[];
extern const guint atlas_n_row_counts;

/**
 * AtlasDistinctCount:
 * @count: as of other rows, without a quantity; its first series is of all rows, those that follow of the rows with each word
 * @name: the column with the name of what is counted: a row that leaves it empty counts for nothing
 * @rows: the first of the series that count the rows which name it: they follow each other as its own do, but that the first one is
 *   of the rows without a word
 *
 * What is counted once in a division, however many rows name it there and in what lies in it: the same name is the same
 * organisation or institution.
 */
typedef struct {
  AtlasRowCount count;
  guint name;
  guint rows;
} AtlasDistinctCount;

extern const AtlasDistinctCount atlas_distinct_counts[];
extern const guint atlas_n_distinct_counts;

/* Whether the series NUMBER counts rows that name what a distinct count is of, in one of the series for which WANTED, with a place
 * for each, is not 0. */
gboolean atlas_distinct_is_named_by (const guint8 *wanted, guint number);

/* The number of the series with these words, each by its place in the column, −1 for none. */
guint atlas_row_count_get_series (const AtlasRowCount *self, int place, int second_place);

G_END_DECLS
