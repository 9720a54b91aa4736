/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-statements.h"

#include "dataset/registers/register-fields.h"

/* All fields but the row's id, in the order in which they are bound. */
static char **
dup_fields (const AtlasTableDefinition *table)
{
  g_auto (GStrv) fields = atlas_table_definition_dup_fields (table);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) fields);
  if (atlas_table_definition_is_register (table))
    g_strv_builder_add_many (all, "counted_from", "as_of", "input", "line", NULL);
  g_strv_builder_add (all, "import_id");
  return g_strv_builder_end (all);
}

/* Two parameters from PARAMETER on. */
static void
bind_origin (sqlite3_stmt           *stmt,
             int                     parameter,
             const AtlasRegisterRow *row)
{
  if (row->line == 0)
    {
      sqlite3_bind_null (stmt, parameter);
      sqlite3_bind_null (stmt, parameter + 1);
      return;
    }
  sqlite3_bind_int (stmt, parameter, (int) row->input);
  sqlite3_bind_int64 (stmt, parameter + 1, row->line);
}

sqlite3_stmt *
atlas_row_prepare_insert (sqlite3                     *db,
                          const AtlasTableDefinition  *table,
                          GError                     **error)
{
  g_auto (GStrv) fields = dup_fields (table);
  g_autofree char *list = g_strjoinv (", ", fields);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", table->name, list);
  for (guint i = 1; fields[i] != NULL; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return atlas_sqlite_prepare (db, sql->str, error);
}

sqlite3_stmt *
atlas_row_prepare_update (sqlite3                     *db,
                          const AtlasTableDefinition  *table,
                          GError                     **error)
{
  g_auto (GStrv) fields = dup_fields (table);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET ", table->name);
  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s = ?", i > 0 ? ", " : "", fields[i]);
  g_string_append_printf (sql, " WHERE %s = ?", table->file_order);
  return atlas_sqlite_prepare (db, sql->str, error);
}

gboolean
atlas_row_write (sqlite3_stmt            *stmt,
                 const AtlasRegisterRow  *row,
                 gint64                   import_id,
                 gint64                   row_id,
                 GError                 **error)
{
  int parameter = atlas_register_fields_bind (row, stmt, 1);

  if (atlas_table_definition_is_register (row->table))
    {
      sqlite3_bind_int (stmt, parameter++, row->counted_from);
      atlas_sqlite_bind (stmt, parameter++, row->as_of);
      bind_origin (stmt, parameter, row);
      parameter += 2;
    }
  if (import_id != 0)
    sqlite3_bind_int64 (stmt, parameter++, import_id);
  else
    sqlite3_bind_null (stmt, parameter++);
  if (row_id != 0)
    sqlite3_bind_int64 (stmt, parameter, row_id);
  return atlas_sqlite_finish (stmt, error);
}

sqlite3_stmt *
atlas_row_prepare_keep (sqlite3                     *db,
                        const AtlasTableDefinition  *table,
                        GError                     **error)
{
  g_auto (GStrv) fields = dup_fields (table);
  g_autofree char *list = g_strjoinv (", ", fields);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%1$s_history\" (%2$s, %3$s, replaced_by) "
                                          "SELECT %2$s, %3$s, ?2 FROM \"%1$s\" WHERE %2$s = ?1",
                                          table->name, table->file_order, list);

  return atlas_sqlite_prepare (db, sql, error);
}
