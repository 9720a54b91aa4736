/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-fields.h"

#include <string.h>

static gboolean
is_number (AtlasColumnKind kind)
{
  return atlas_column_kind_has_qualifier (kind) || kind == ATLAS_COLUMN_COUNT || kind == ATLAS_COLUMN_NUMBER;
}

static void
read_number (AtlasRegisterValue *value,
             AtlasColumnKind     kind,
             sqlite3_stmt       *stmt,
             int                 field)
{
  value->is_missing = sqlite3_column_type (stmt, field) == SQLITE_NULL;
  value->number = sqlite3_column_int64 (stmt, field);
  if (kind == ATLAS_COLUMN_NUMBER)
    value->decimals = sqlite3_column_int (stmt, field + 1);
  else if (atlas_column_kind_has_qualifier (kind))
    atlas_qualifier_from_id (atlas_sqlite_text (stmt, field + 1), &value->qualifier);
}

void
atlas_register_fields_read (AtlasRegisterRow *row,
                            sqlite3_stmt     *stmt,
                            int               field)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const AtlasColumn *column = &row->table->columns[i];
      AtlasRegisterValue *value = &row->values[i];

      *value = (AtlasRegisterValue) { .text = "" };
      if (is_number (column->kind))
        read_number (value, column->kind, stmt, field);
      else
        {
          value->text = atlas_sqlite_text (stmt, field);
          value->is_missing = value->text[0] == '\0';
        }
      field += (int) atlas_column_get_n_fields (column);
    }
}

static void
bind_number (const AtlasRegisterValue *value,
             AtlasColumnKind           kind,
             sqlite3_stmt             *stmt,
             int                       parameter)
{
  if (value->is_missing)
    sqlite3_bind_null (stmt, parameter);
  else
    sqlite3_bind_int64 (stmt, parameter, value->number);
  if (kind == ATLAS_COLUMN_NUMBER)
    sqlite3_bind_int (stmt, parameter + 1, value->decimals);
  else if (atlas_column_kind_has_qualifier (kind))
    atlas_sqlite_bind (stmt, parameter + 1, value->is_missing ? "" : atlas_qualifier_to_id (value->qualifier));
}

void
atlas_register_field_bind (const AtlasRegisterRow *row,
                           guint                   column,
                           sqlite3_stmt           *stmt,
                           int                     parameter)
{
  AtlasColumnKind kind = row->table->columns[column].kind;

  if (is_number (kind))
    bind_number (&row->values[column], kind, stmt, parameter);
  else
    atlas_sqlite_bind (stmt, parameter, row->values[column].text);
}

int
atlas_register_fields_bind (const AtlasRegisterRow *row,
                            sqlite3_stmt           *stmt,
                            int                     parameter)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      atlas_register_field_bind (row, i, stmt, parameter);
      parameter += (int) atlas_column_get_n_fields (&row->table->columns[i]);
    }
  return parameter;
}

gboolean
atlas_register_field_equal (const AtlasRegisterRow *row_a,
                            const AtlasRegisterRow *row_b,
                            guint                   column)
{
  AtlasColumnKind kind = row_a->table->columns[column].kind;
  const AtlasRegisterValue *a = &row_a->values[column], *b = &row_b->values[column];

  if (!is_number (kind))
    return strcmp (a->text, b->text) == 0;
  if (a->is_missing || b->is_missing)
    return a->is_missing && b->is_missing;
  return a->number == b->number && (kind != ATLAS_COLUMN_NUMBER || a->decimals == b->decimals) &&
         (!atlas_column_kind_has_qualifier (kind) || a->qualifier == b->qualifier);
}

gboolean
atlas_register_fields_equal (const AtlasRegisterRow *a,
                             const AtlasRegisterRow *b)
{
  for (guint i = 0; i < a->table->n_columns; i++)
    if (!atlas_register_field_equal (a, b, i))
      return FALSE;
  return TRUE;
}
