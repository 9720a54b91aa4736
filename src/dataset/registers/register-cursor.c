/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-cursor.h"

#include <string.h>

#include "dataset/registers/register-fields.h"

/* The fields before those of the columns. */
enum { FIELD_ROW_ID, FIELD_IMPORT_ID, FIELD_COUNTED_FROM, FIELD_AS_OF, FIELD_INPUT, FIELD_LINE, FIELD_REGION_CODE, N_FIELDS };

struct _AtlasRegisterCursor {
  sqlite3_stmt *stmt;
  AtlasRegionTree *regions;
  AtlasStoredRow stored;
};

/* The region's code stands in the row, but for service records, which have their station's, and documents. */
static const char *
get_region_field (const AtlasTableDefinition *table)
{
  if (atlas_table_definition_find_column (table, "region_code") >= 0)
    return "region_code";
  if (atlas_table_definition_is_register (table))
    return "(SELECT s.region_code FROM stations s WHERE s.station_id = t.station_id)";
  return "NULL";
}

static char *
dup_select (const AtlasTableDefinition *table,
            gboolean                    history,
            const char                 *rest)
{
  g_auto (GStrv) fields = atlas_table_definition_dup_fields (table);
  g_autofree char *list = g_strjoinv (", ", fields);
  gboolean is_register = atlas_table_definition_is_register (table);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT %s, import_id, %s, %s, %s, %s FROM \"%s%s\" t ", table->file_order,
                   is_register ? "counted_from, as_of" : "0, ''", is_register ? "input, line" : "0, 0", get_region_field (table), list,
                   table->name, history ? "_history" : "");
  if (rest != NULL)
    g_string_append (sql, rest);
  else
    g_string_append_printf (sql, "ORDER BY %s", table->file_order);
  return g_string_free (sql, FALSE);
}

AtlasRegisterCursor *
atlas_register_cursor_new (sqlite3                     *db,
                           const AtlasTableDefinition  *table,
                           gboolean                     history,
                           const char                  *rest,
                           AtlasRegionTree             *regions,
                           GError                     **error)
{
  g_autofree char *sql = dup_select (table, history, rest);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  AtlasRegisterCursor *self;

  if (stmt == NULL)
    return NULL;
  self = g_new0 (AtlasRegisterCursor, 1);
  self->stmt = g_steal_pointer (&stmt);
  self->regions = atlas_region_tree_ref (regions);
  self->stored.row.table = table;
  return self;
}

void
atlas_register_cursor_free (AtlasRegisterCursor *self)
{
  sqlite3_finalize (self->stmt);
  atlas_region_tree_unref (self->regions);
  g_free (self);
}

sqlite3_stmt *
atlas_register_cursor_get_stmt (AtlasRegisterCursor *self)
{
  return self->stmt;
}

const AtlasStoredRow *
atlas_register_cursor_next (AtlasRegisterCursor  *self,
                            GError              **error)
{
  AtlasStoredRow *stored = &self->stored;
  gboolean row;

  if (!atlas_sqlite_step (self->stmt, &row, error) || !row)
    {
      sqlite3_reset (self->stmt);
      return NULL;
    }
  stored->row_id = sqlite3_column_int64 (self->stmt, FIELD_ROW_ID);
  stored->import_id = sqlite3_column_int64 (self->stmt, FIELD_IMPORT_ID);
  stored->row.counted_from = sqlite3_column_int (self->stmt, FIELD_COUNTED_FROM);
  stored->row.as_of = atlas_sqlite_text (self->stmt, FIELD_AS_OF);
  stored->row.input = (guint) sqlite3_column_int (self->stmt, FIELD_INPUT);
  stored->row.line = (guint) sqlite3_column_int64 (self->stmt, FIELD_LINE);
  stored->row.region = atlas_register_find_region (self->regions, atlas_sqlite_text (self->stmt, FIELD_REGION_CODE));
  atlas_register_fields_read (&stored->row, self->stmt, N_FIELDS);
  return stored;
}

const AtlasRegion *
atlas_register_find_region (AtlasRegionTree *regions,
                            const char      *code)
{
  const AtlasRegion *region = atlas_region_tree_lookup (regions, code);
  char township[10];

  if (region != NULL || strlen (code) != 12)
    return region;
  g_strlcpy (township, code, sizeof township);
  return atlas_region_tree_lookup (regions, township);
}
