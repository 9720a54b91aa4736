/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-reader.h"

#include "dataset/decimal.h"
#include "dataset/figure.h"

struct _AtlasTableReader {
  const AtlasTableDefinition *table;
  sqlite3_stmt *stmt;
  const char **cells;
  char **numbers; /* what cells of the row last read were written as, one for each column */
};

static AtlasTableReader *
reader_new (sqlite3                     *db,
            const AtlasTableDefinition  *table,
            const char                  *sql,
            GError                     **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  AtlasTableReader *self;

  if (stmt == NULL)
    return NULL;
  self = g_new0 (AtlasTableReader, 1);
  self->table = table;
  self->stmt = g_steal_pointer (&stmt);
  self->cells = g_new0 (const char *, table->n_columns);
  self->numbers = g_new0 (char *, table->n_columns);
  return self;
}

AtlasTableReader *
atlas_table_reader_new (sqlite3                     *db,
                        const AtlasTableDefinition  *table,
                        gboolean                     key_order,
                        GError                     **error)
{
  g_autofree char *sql = atlas_table_definition_dup_select (table, NULL, key_order ? table->key : table->file_order);

  return reader_new (db, table, sql, error);
}

AtlasTableReader *
atlas_table_reader_new_seeking (sqlite3                     *db,
                                const AtlasTableDefinition  *table,
                                GError                     **error)
{
  g_autofree char *where = g_strconcat (table->file_order, " = ?", NULL);
  g_autofree char *sql = atlas_table_definition_dup_select (table, where, table->file_order);

  return reader_new (db, table, sql, error);
}

void
atlas_table_reader_free (AtlasTableReader *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self->cells);
  for (guint i = 0; i < self->table->n_columns; i++)
    g_free (self->numbers[i]);
  g_free (self->numbers);
  g_free (self);
}

static char *
dup_number (sqlite3_stmt *stmt,
            int           field)
{
  AtlasDecimal number = { sqlite3_column_int64 (stmt, field), sqlite3_column_int (stmt, field + 1) };

  return atlas_decimal_to_string (number);
}

/* With its qualifier before it, as atlas_number_parse() reads it back. */
static char *
dup_qualified (sqlite3_stmt    *stmt,
               int              field,
               AtlasColumnKind  kind)
{
  AtlasDecimal number = { sqlite3_column_int64 (stmt, field), atlas_column_kind_get_decimals (kind) };
  AtlasQualifier qualifier = ATLAS_QUALIFIER_EXACT;
  g_autofree char *digits = NULL;

  if (sqlite3_column_type (stmt, field) == SQLITE_NULL)
    return g_strdup ("");
  atlas_qualifier_from_id (atlas_sqlite_text (stmt, field + 1), &qualifier);
  for (; kind == ATLAS_COLUMN_HOURS && number.decimals > 0 && number.mantissa % 10 == 0; number.decimals--)
    number.mantissa /= 10;
  digits = atlas_decimal_to_string (number);
  return g_strconcat (atlas_qualifier_get_mark (qualifier), digits, NULL);
}

static char *
dup_pair (sqlite3_stmt    *stmt,
          int              field,
          AtlasColumnKind  kind)
{
  if (kind == ATLAS_COLUMN_NUMBER)
    return dup_number (stmt, field);
  return dup_qualified (stmt, field, kind);
}

static const char *
take_pair (AtlasTableReader *self,
           guint             column,
           int               field)
{
  g_free (self->numbers[column]);
  self->numbers[column] = dup_pair (self->stmt, field, self->table->columns[column].kind);
  return self->numbers[column];
}

static const char *
take_flag (AtlasTableReader *self,
           int               field)
{
  return sqlite3_column_int (self->stmt, field) != 0 ? "1" : "";
}

/* The cells of the row on which the statement stands. */
static const char *const *
take_cells (AtlasTableReader *self)
{
  int field = 0;

  for (guint i = 0; i < self->table->n_columns; i++)
    switch (self->table->columns[i].kind)
      {
      case ATLAS_COLUMN_NUMBER:
      case ATLAS_COLUMN_QUANTITY:
      case ATLAS_COLUMN_HOURS:
      case ATLAS_COLUMN_MONEY:
        self->cells[i] = take_pair (self, i, field);
        field += 2;
        break;
      case ATLAS_COLUMN_FLAG:
        self->cells[i] = take_flag (self, field++);
        break;
      default:
        self->cells[i] = atlas_sqlite_text (self->stmt, field++);
      }
  return self->cells;
}

const char *const *
atlas_table_reader_next (AtlasTableReader  *self,
                         GError           **error)
{
  gboolean row;

  return atlas_sqlite_step (self->stmt, &row, error) && row ? take_cells (self) : NULL;
}

const char *const *
atlas_table_reader_seek (AtlasTableReader  *self,
                         gint64             place,
                         GError           **error)
{
  sqlite3_reset (self->stmt);
  sqlite3_bind_int64 (self->stmt, 1, place);
  return atlas_table_reader_next (self, error);
}
