/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/table-indices.h"

#include "dataset/write-session.h"

typedef struct {
  char *name;
  char *sql;
} Index;

struct _AtlasTableIndices {
  GArray *indices; /* of Index */
};

static void
index_clear (gpointer data)
{
  Index *index = data;

  g_free (index->name);
  g_free (index->sql);
}

void
atlas_table_indices_free (AtlasTableIndices *self)
{
  g_array_unref (self->indices);
  g_free (self);
}

/* Those that stand in the schema by name: what a UNIQUE makes cannot be dropped. */
static gboolean
list (AtlasTableIndices           *self,
      sqlite3                     *db,
      const AtlasTableDefinition  *table,
      gboolean                     keep_key,
      GError                     **error)
{
  g_autofree char *key = g_strconcat (table->name, "_by_key", NULL);
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL "
                          "AND name <> ? ORDER BY rowid", error);
  gboolean row = TRUE;

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, table->name);
  atlas_sqlite_bind (stmt, 2, keep_key ? key : "");
  while (atlas_sqlite_step (stmt, &row, error))
    {
      Index index;

      if (!row)
        return TRUE;
      index.name = g_strdup (atlas_sqlite_text (stmt, 0));
      index.sql = g_strdup (atlas_sqlite_text (stmt, 1));
      g_array_append_val (self->indices, index);
    }
  return FALSE;
}

AtlasTableIndices *
atlas_table_indices_drop (sqlite3                     *db,
                          const AtlasTableDefinition  *table,
                          gboolean                     keep_key,
                          GError                     **error)
{
  g_autoptr (AtlasTableIndices) self = g_new0 (AtlasTableIndices, 1);

  self->indices = g_array_new (FALSE, FALSE, sizeof (Index));
  g_array_set_clear_func (self->indices, index_clear);
  if (!list (self, db, table, keep_key, error))
    return NULL;
  for (guint i = 0; i < self->indices->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX \"%s\"", g_array_index (self->indices, Index, i).name);

      if (!atlas_sqlite_run (db, sql, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
is_there (sqlite3     *db,
          const char  *name,
          gboolean    *out,
          GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, "SELECT 1 FROM sqlite_schema WHERE name = ?", error);

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, name);
  return atlas_sqlite_step (stmt, out, error);
}

gboolean
atlas_table_indices_make (AtlasTableIndices  *self,
                          sqlite3            *db,
                          GError            **error)
{
  gboolean success = atlas_sqlite_run (db, ATLAS_USUAL_CACHE, error);

  for (guint i = 0; i < self->indices->len && success; i++)
    {
      const Index *index = &g_array_index (self->indices, Index, i);
      gboolean there;

      success = is_there (db, index->name, &there, error) && (there || atlas_sqlite_run (db, index->sql, error));
    }
  return success && atlas_sqlite_run (db, ATLAS_LARGE_CACHE, error);
}
