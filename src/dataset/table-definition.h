/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColumnKind:
 * @ATLAS_COLUMN_TEXT: any text
 * @ATLAS_COLUMN_CODE: a division code of 6, 9 or 12 digits
 * @ATLAS_COLUMN_ENUM: one of the words in detail
 * @ATLAS_COLUMN_FLAG: "1", or "" for no
 * @ATLAS_COLUMN_ANSWER: "1", "0", or "" where nothing is said
 * @ATLAS_COLUMN_COUNT: digits, or "" where nothing is said
 * @ATLAS_COLUMN_NUMBER: an exact number, held in two fields: NAME_mantissa and NAME_decimals
 * @ATLAS_COLUMN_QUANTITY: a whole number as a register has it, held in two fields: NAME, NULL where nothing is said, and
 *   NAME_qualifier, "" then. Written with the sign of its qualifier: "≥60000000"
 * @ATLAS_COLUMN_HOURS: the same with up to two decimals, held in two fields: NAME_hundredths and NAME_qualifier. Written
 *   with as many decimals as it has: "36.5"
 * @ATLAS_COLUMN_MONEY: an amount as a register has it, in two fields named after detail: DETAIL_fen and
 *   DETAIL_qualifier. Written in yuan with two decimals and the sign of its qualifier
 * @ATLAS_COLUMN_PLACE: a division code as a register has it; 12 digits stand for a community in a known township
 * @ATLAS_COLUMN_DATE: ISO 8601 year, month or day, or ""
 * @ATLAS_COLUMN_PERIOD: the same or an interval of two, ".." for an open end, or ""
 * @ATLAS_COLUMN_REFERENCE: a key of the table in detail, or "" for none
 * @ATLAS_COLUMN_REFERENCES: such keys joined with ";", or ""
 * @ATLAS_COLUMN_DIMENSIONS: pairs "dimension=value" joined with ";", or ""
 * @ATLAS_COLUMN_SELECTORS: which figures are meant (figure-selector.h): "funding[purpose=training];training_classes", or ""
 */
typedef enum {
  ATLAS_COLUMN_TEXT,
  ATLAS_COLUMN_CODE,
  ATLAS_COLUMN_ENUM,
  ATLAS_COLUMN_FLAG,
  ATLAS_COLUMN_ANSWER,
  ATLAS_COLUMN_COUNT,
  ATLAS_COLUMN_NUMBER,
  ATLAS_COLUMN_QUANTITY,
  ATLAS_COLUMN_HOURS,
  ATLAS_COLUMN_MONEY,
  ATLAS_COLUMN_PLACE,
  ATLAS_COLUMN_DATE,
  ATLAS_COLUMN_PERIOD,
  ATLAS_COLUMN_REFERENCE,
  ATLAS_COLUMN_REFERENCES,
  ATLAS_COLUMN_DIMENSIONS,
  ATLAS_COLUMN_SELECTORS,
} AtlasColumnKind;

/* A column of a CSV file, and the field of the same name in the dataset file. */
typedef struct {
  const char *name;
  AtlasColumnKind kind;
  gboolean required;  /* may not be "" */
  const char *detail; /* words of an enum, separated by blanks; the table referred to; how the fields of money begin */
} AtlasColumn;

/* A table, as it stands in DIR/name.csv and in the dataset file. @key names the fields of its key, its first @n_key
 * columns, @file_order the field that keeps the order of the CSV file; both as SQL. */
typedef struct {
  const char *name;
  const char *key;
  guint n_key;
  const char *file_order;
  guint n_columns;
  const AtlasColumn *columns;
} AtlasTableDefinition;

/* The tables that a dataset is built from, and the registers: rows about single stations, people, payments, service records
 * and what else departments keep lists of. Each stands behind those it refers to. */
#define ATLAS_TABLE_MAX_COLUMNS 20
#define ATLAS_N_BUNDLED_TABLES 8
/* Of those imports write two, besides the registers: sources, the first of them, and figures behind it. */
#define ATLAS_FIRST_IMPORTED_TABLE 5
#define ATLAS_N_REGISTERS 12
#define ATLAS_N_TABLES (ATLAS_N_BUNDLED_TABLES + ATLAS_N_REGISTERS)
#define ATLAS_N_IMPORTED_TABLES (ATLAS_N_REGISTERS + 2)

extern const AtlasTableDefinition atlas_table_definitions[ATLAS_N_TABLES];

/* (nullable): the table NAME. */
const AtlasTableDefinition *atlas_table_definition_find (const char *name);
gboolean atlas_table_definition_is_register (const AtlasTableDefinition *self);
/* Whether imports write it: the registers, figures and sources. */
gboolean atlas_table_definition_is_imported (const AtlasTableDefinition *self);
/* Number N of those, as they are listed to choose from: the registers come first. */
const AtlasTableDefinition *atlas_table_definition_get_imported (guint n);
/* −1 where there is no such column. */
int      atlas_table_definition_find_column (const AtlasTableDefinition *self, const char *name);
/* Whether a number of KIND has a qualifier, as those that registers count have. */
gboolean atlas_column_kind_has_qualifier (AtlasColumnKind kind);
/* How many decimals the number has that such a field holds: 2 for fen. */
guint    atlas_column_kind_get_decimals (AtlasColumnKind kind);
/* How many fields the dataset file has for COLUMN. */
guint    atlas_column_get_n_fields (const AtlasColumn *column);

/* (array zero-terminated=1): the fields of all columns, in their order, quoted for SQL. */
char **atlas_table_definition_dup_fields (const AtlasTableDefinition *self) G_GNUC_WARN_UNUSED_RESULT;
/* "SELECT" of all fields in the order of the columns (two for a number, a quantity, money), with WHERE (nullable) and ORDER as SQL. */
char *atlas_table_definition_dup_select (const AtlasTableDefinition *self, const char *where, const char *order)
  G_GNUC_WARN_UNUSED_RESULT;
/* "INSERT" with a parameter for each field in that order. */
char *atlas_table_definition_dup_insert (const AtlasTableDefinition *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
