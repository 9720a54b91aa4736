/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-reader.h"

#include "dataset/decimal.h"

struct _AtlasTableReader {
  const AtlasTableDefinition *table;
  sqlite3_stmt *stmt;
  const char **cells;
  char *number; /* of the row last read; no table has two */
};

AtlasTableReader *
atlas_table_reader_new (sqlite3                     *db,
                        const AtlasTableDefinition  *table,
                        gboolean                     key_order,
                        GError                     **error)
{
  g_autofree char *sql = atlas_table_definition_dup_select (table, NULL, key_order ? table->key : table->file_order);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  AtlasTableReader *self;

  if (stmt == NULL)
    return NULL;
  self = g_new0 (AtlasTableReader, 1);
  self->table = table;
  self->stmt = g_steal_pointer (&stmt);
  self->cells = g_new0 (const char *, table->n_columns);
  return self;
}

void
atlas_table_reader_free (AtlasTableReader *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self->cells);
  g_free (self->number);
  g_free (self);
}

static const char *
take_number (AtlasTableReader *self,
             int               field)
{
  AtlasDecimal number = { sqlite3_column_int64 (self->stmt, field), sqlite3_column_int (self->stmt, field + 1) };

  g_free (self->number);
  self->number = atlas_decimal_to_string (number);
  return self->number;
}

static const char *
take_flag (AtlasTableReader *self,
           int               field)
{
  return sqlite3_column_int (self->stmt, field) != 0 ? "1" : "";
}

const char *const *
atlas_table_reader_next (AtlasTableReader  *self,
                         GError           **error)
{
  gboolean row;
  int field = 0;

  if (!atlas_sqlite_step (self->stmt, &row, error) || !row)
    return NULL;
  for (guint i = 0; i < self->table->n_columns; i++)
    switch (self->table->columns[i].kind)
      {
      case ATLAS_COLUMN_NUMBER:
        self->cells[i] = take_number (self, field);
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
