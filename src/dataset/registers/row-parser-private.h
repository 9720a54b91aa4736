/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/number-parse.h"
#include "dataset/registers/date-parse.h"
#include "dataset/registers/merged-cells.h"
#include "dataset/registers/place-finder.h"
#include "dataset/registers/row-parser.h"

G_BEGIN_DECLS

#define ATLAS_PERIOD_SIZE (2 * ATLAS_DATE_SIZE)

/* Reads TEXT, trimmed, as the value of COLUMN. FALSE with the parser's fault set. */
typedef gboolean (*AtlasValueParser) (AtlasRowParser *self, guint column, const char *text, AtlasRegisterValue *value);

/**
 * AtlasRowParser:
 * @n_names: how many cells the header has
 * @merged: (nullable): of a workbook
 * @parsers: how the values of each column are read
 * @required: which columns have to be filled in every row
 * @identifiers: which columns hold numbers that stand for something, as ids do
 * @words: (element-type utf8 utf8): for each ENUM column what its words have been found to stand for
 * @buffers: for each column its text where that is not a part of the row
 * @dates: the same for dates and periods
 * @place: of the row
 * @place_text: the cell that says it
 * @figure: the number of a published figure, as it was written
 * @last_year: the latest year that an amount or a service can be of
 * @n_contradictions: in how many rows names beside the code are those of another division
 * @n_filled: how many codes had lost zeros, which were put back
 * @first_filled: the row of the first of them
 * @n_shared: how many numbers of merged cells were left out
 * @code, @fault_column, @reason: the fault of a value that was not read
 * @quote: of a text in @reason
 */
struct _AtlasRowParser {
  const AtlasRegisterHeader *header;
  const AtlasTableDefinition *table;
  guint n_names;
  gboolean is_text;
  AtlasMergedCells *merged;
  AtlasPlaceFinder *places;
  AtlasValueParser parsers[ATLAS_TABLE_MAX_COLUMNS];
  gboolean required[ATLAS_TABLE_MAX_COLUMNS];
  gboolean identifiers[ATLAS_TABLE_MAX_COLUMNS];
  GHashTable *words[ATLAS_TABLE_MAX_COLUMNS];
  GString *buffers[ATLAS_TABLE_MAX_COLUMNS];
  GString *place_buffers[ATLAS_N_PLACES];
  char dates[ATLAS_TABLE_MAX_COLUMNS][ATLAS_PERIOD_SIZE];
  AtlasPlace place;
  const char *place_text;
  AtlasParsedNumber figure;
  int last_year;
  guint n_contradictions;
  guint n_filled;
  guint first_filled;
  guint n_shared;
  const AtlasSheetRow *raw;
  AtlasRegisterRow row;
  AtlasRejectCode code;
  guint fault_column;
  char *reason;
  char *quote;
};

/* Sets the fault: COLUMN, n_columns for the whole row, and the reason. Returns: FALSE */
gboolean              atlas_row_parser_fail     (AtlasRowParser *self, guint column, AtlasRejectCode code,
                                                 const char *format, ...) G_GNUC_PRINTF (4, 5);
/* TEXT as it stands in reasons: not too much of it. Valid until the next. */
const char           *atlas_row_parser_quote    (AtlasRowParser *self, const char *text);
/* (nullable): the cell that COLUMN is in, in the row taken last; NULL where there is none, it is empty, or another column's. */
const AtlasSheetCell *atlas_row_parser_get_cell (AtlasRowParser *self, int cell);
/* Its text, trimmed; "" for NULL. */
const char           *atlas_row_parser_get_text (AtlasRowParser *self, const AtlasSheetCell *cell, GString *buffer);

/* For each kind of column. */
AtlasValueParser atlas_value_parser_find (const AtlasTableDefinition *table, guint column);

gboolean atlas_value_parse_place      (AtlasRowParser *self, guint column, const char *text, AtlasRegisterValue *value);
gboolean atlas_value_parse_period     (AtlasRowParser *self, guint column, const char *text, AtlasRegisterValue *value);
gboolean atlas_value_parse_date       (AtlasRowParser *self, guint column, const char *text, AtlasRegisterValue *value);
gboolean atlas_value_parse_figure     (AtlasRowParser *self, guint column, const char *text, AtlasRegisterValue *value);
gboolean atlas_value_parse_dimensions (AtlasRowParser *self, guint column, const char *text, AtlasRegisterValue *value);

/* What a row of figures or sources leaves unsaid, and its number in the unit beside it. */
gboolean atlas_row_parser_complete    (AtlasRowParser *self);
/* What the values of a row say of each other. */
gboolean atlas_row_parser_check       (AtlasRowParser *self);

G_END_DECLS
