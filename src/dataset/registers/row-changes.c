/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-changes.h"

typedef struct {
  gint64 place;
  gint64 version; /* rowid in the history */
} Change;

struct _AtlasRowChanges {
  GArray *changes; /* of Change: by place */
  guint n_replaced;
};

/* A row is in the history once for each import that replaced it. */
static sqlite3_stmt *
prepare (sqlite3                     *db,
         const AtlasTableDefinition  *table,
         GError                     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %1$s, rowid FROM \"%2$s_history\" WHERE replaced_by = ? "
                                          "ORDER BY %1$s", table->file_order, table->name);

  return atlas_sqlite_prepare (db, sql, error);
}

/* What an import wrote is in the history where another import has replaced it. */
static gboolean
count_replaced (AtlasRowChanges             *self,
                sqlite3                     *db,
                const AtlasTableDefinition  *table,
                gint64                       import_id,
                GError                     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s_history\" WHERE import_id = ?", table->name);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, import_id);
  if (!atlas_sqlite_step (stmt, &row, error))
    return FALSE;
  self->n_replaced = (guint) sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

AtlasRowChanges *
atlas_row_changes_load (sqlite3                     *db,
                        const AtlasTableDefinition  *table,
                        gint64                       import_id,
                        GError                     **error)
{
  g_autoptr (sqlite3_stmt) stmt = prepare (db, table, error);
  g_autoptr (AtlasRowChanges) self = NULL;
  gboolean row;

  if (stmt == NULL)
    return NULL;
  self = g_new0 (AtlasRowChanges, 1);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  if (!count_replaced (self, db, table, import_id, error))
    return NULL;
  sqlite3_bind_int64 (stmt, 1, import_id);
  while (atlas_sqlite_step (stmt, &row, error))
    {
      Change change;

      if (!row)
        return g_steal_pointer (&self);
      change = (Change) { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1) };
      g_array_append_val (self->changes, change);
    }
  return NULL;
}

void
atlas_row_changes_free (AtlasRowChanges *self)
{
  g_array_unref (self->changes);
  g_free (self);
}

guint
atlas_row_changes_get_n_replaced (AtlasRowChanges *self)
{
  return self->n_replaced;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gint64 one = ((const Change *) a)->place, other = ((const Change *) b)->place;

  return (one > other) - (one < other);
}

gint64
atlas_row_changes_find (AtlasRowChanges *self,
                        gint64           place)
{
  const Change wanted = { place, 0 };
  guint found;

  if (!g_array_binary_search (self->changes, &wanted, compare_places, &found))
    return 0;
  return g_array_index (self->changes, Change, found).version;
}

guint
atlas_row_changes_count (AtlasRowChanges *self,
                         GArray          *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += atlas_row_changes_find (self, g_array_index (places, gint64, i)) != 0;
  return n;
}

void
atlas_row_changes_put_first (AtlasRowChanges *self,
                             GArray          *places)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      gint64 place = g_array_index (places, gint64, i);

      if (atlas_row_changes_find (self, place) != 0)
        g_array_index (places, gint64, n++) = place;
      else
        g_array_append_val (rest, place);
    }
  g_array_set_size (places, n);
  g_array_append_vals (places, rest->data, rest->len);
}
