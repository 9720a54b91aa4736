/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-finder.h"

#include <string.h>

#include "dataset/registers/key-hash.h"
#include "dataset/registers/register-fields.h"

struct _AtlasRowFinder {
  guint key[ATLAS_TABLE_MAX_COLUMNS]; /* the columns of the key */
  guint n_key;
  AtlasRegisterCursor *cursor; /* finds by the key, or by the place where there is a hash */
  AtlasKeyHash *hash;          /* or NULL */
  AtlasRegisterCursor *walk;   /* goes from row to row, or NULL */
  gboolean is_walking;
  gint64 last; /* the row found last by its key, 0 */
};

gboolean
atlas_row_key_has (const AtlasTableDefinition *table,
                   guint                       column)
{
  if (strcmp (table->name, "figures") == 0)
    return column == ATLAS_FIGURE_SOURCE || column == ATLAS_FIGURE_REGION || column == ATLAS_FIGURE_INDICATOR ||
           column == ATLAS_FIGURE_DIMENSIONS || column == ATLAS_FIGURE_PERIOD || column == ATLAS_FIGURE_AS_OF;
  return column < table->n_key;
}

static void
list_key (AtlasRowFinder             *self,
          const AtlasTableDefinition *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (atlas_row_key_has (table, i))
      self->key[self->n_key++] = i;
}

/* WHERE for the fields of the key, each with a parameter. */
static char *
dup_where_key (AtlasRowFinder             *self,
               const AtlasTableDefinition *table)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < self->n_key; i++)
    g_string_append_printf (sql, "%s \"%s\" = ?", i == 0 ? "WHERE" : " AND", table->columns[self->key[i]].name);
  return g_string_free (sql, FALSE);
}

/* Only of registers no two rows have one key: the one met on the way is the one that is looked for. */
static gboolean
open_cursors (AtlasRowFinder              *self,
              sqlite3                     *db,
              const AtlasTableDefinition  *table,
              AtlasRegionTree             *regions,
              GError                     **error)
{
  g_autofree char *row = g_strdup_printf ("WHERE %s = ?", table->file_order);
  g_autofree char *key = dup_where_key (self, table);
  g_autofree char *rows = g_strdup_printf ("WHERE %s > ? ORDER BY %s", table->file_order, table->file_order);
  gboolean walks = self->hash == NULL && atlas_table_definition_is_register (table);

  self->cursor = atlas_register_cursor_new (db, table, FALSE, self->hash != NULL ? row : key, regions, error);
  return self->cursor != NULL &&
         (!walks || (self->walk = atlas_register_cursor_new (db, table, FALSE, rows, regions, error)) != NULL);
}

AtlasRowFinder *
atlas_row_finder_new (sqlite3                     *db,
                      const AtlasTableDefinition  *table,
                      gboolean                     by_hash,
                      AtlasRegionTree             *regions,
                      GError                     **error)
{
  g_autoptr (AtlasRowFinder) self = g_new0 (AtlasRowFinder, 1);

  list_key (self, table);
  self->hash = by_hash ? atlas_key_hash_new () : NULL;
  return open_cursors (self, db, table, regions, error) ? g_steal_pointer (&self) : NULL;
}

void
atlas_row_finder_free (AtlasRowFinder *self)
{
  g_clear_pointer (&self->cursor, atlas_register_cursor_free);
  g_clear_pointer (&self->walk, atlas_register_cursor_free);
  g_clear_pointer (&self->hash, atlas_key_hash_free);
  g_free (self);
}

static void
stop_walking (AtlasRowFinder *self)
{
  if (self->is_walking)
    sqlite3_reset (atlas_register_cursor_get_stmt (self->walk));
  self->is_walking = FALSE;
}

void
atlas_row_finder_reset (AtlasRowFinder *self)
{
  sqlite3_reset (atlas_register_cursor_get_stmt (self->cursor));
  stop_walking (self);
}

static guint32
hash_key (AtlasRowFinder         *self,
          const AtlasRegisterRow *row)
{
  guint32 hash = 0;

  for (guint i = 0; i < self->n_key; i++)
    {
      const AtlasRegisterValue *value = &row->values[self->key[i]];

      hash = row->table->columns[self->key[i]].kind == ATLAS_COLUMN_COUNT ? atlas_key_hash_number (hash, value->number)
                                                                          : atlas_key_hash_text (hash, value->text);
    }
  return hash;
}

static gboolean
have_same_key (AtlasRowFinder         *self,
               const AtlasRegisterRow *a,
               const AtlasRegisterRow *b)
{
  for (guint i = 0; i < self->n_key; i++)
    if (!atlas_register_field_equal (a, b, self->key[i]))
      return FALSE;
  return TRUE;
}

static gboolean
fetch (AtlasRegisterCursor   *cursor,
       const AtlasStoredRow **out,
       GError               **error)
{
  g_autoptr (GError) fetch_error = NULL;

  *out = atlas_register_cursor_next (cursor, &fetch_error);
  if (fetch_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fetch_error));
  return FALSE;
}

static gboolean
find_by_hash (AtlasRowFinder          *self,
              const AtlasRegisterRow  *row,
              const AtlasStoredRow   **out,
              GError                 **error)
{
  guint32 hash = hash_key (self, row);
  guint place = 0;
  guint32 row_id;

  *out = NULL;
  while ((row_id = atlas_key_hash_next (self->hash, hash, &place)) != 0)
    {
      atlas_row_finder_reset (self);
      sqlite3_bind_int64 (atlas_register_cursor_get_stmt (self->cursor), 1, row_id);
      if (!fetch (self->cursor, out, error))
        return FALSE;
      if (*out != NULL && have_same_key (self, &(*out)->row, row))
        return TRUE;
    }
  *out = NULL;
  return TRUE;
}

static gboolean
find_by_key (AtlasRowFinder          *self,
             const AtlasRegisterRow  *row,
             const AtlasStoredRow   **out,
             GError                 **error)
{
  sqlite3_stmt *stmt = atlas_register_cursor_get_stmt (self->cursor);

  sqlite3_reset (stmt);
  for (guint i = 0; i < self->n_key; i++)
    atlas_register_field_bind (row, self->key[i], stmt, (int) i + 1);
  return fetch (self->cursor, out, error);
}

/* Where two rows of a file stand one behind the other in the register too, the next ones most likely do. */
static void
note_found (AtlasRowFinder       *self,
            const AtlasStoredRow *found)
{
  self->is_walking = self->walk != NULL && found != NULL && self->last != 0 && found->row_id == self->last + 1;
  if (self->is_walking)
    sqlite3_bind_int64 (atlas_register_cursor_get_stmt (self->walk), 1, found->row_id);
  self->last = found != NULL ? found->row_id : 0;
}

/* Most files come again in the order in which they came before: the row behind the one found last is looked at before
 * the key is looked up, which takes three times as long. */
gboolean
atlas_row_finder_find (AtlasRowFinder          *self,
                       const AtlasRegisterRow  *row,
                       const AtlasStoredRow   **out,
                       GError                 **error)
{
  if (self->hash != NULL)
    return find_by_hash (self, row, out, error);
  if (self->is_walking)
    {
      if (!fetch (self->walk, out, error))
        return FALSE;
      if (*out != NULL && have_same_key (self, &(*out)->row, row))
        return TRUE;
      stop_walking (self);
    }
  if (!find_by_key (self, row, out, error))
    return FALSE;
  note_found (self, *out);
  return TRUE;
}

void
atlas_row_finder_add (AtlasRowFinder         *self,
                      const AtlasRegisterRow *row,
                      gint64                  row_id)
{
  if (self->hash != NULL)
    atlas_key_hash_add (self->hash, hash_key (self, row), (guint32) row_id);
}
