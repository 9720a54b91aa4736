/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-index.h"

#include <string.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/masking.h"
#include "dataset/registers/row-index-private.h"

/* Of the parameters of the search, that of the word of the first column; one for each column follows. */
#define FIRST_WORD 5

AtlasRowQuery *
atlas_row_query_new (const AtlasTableDefinition *table)
{
  AtlasRowQuery *self = g_new0 (AtlasRowQuery, 1);

  self->table = table;
  self->sort_column = -1;
  return self;
}

AtlasRowQuery *
atlas_row_query_copy (const AtlasRowQuery *self)
{
  AtlasRowQuery *copy = g_memdup2 (self, sizeof *self);

  copy->within = g_strdup (self->within);
  copy->text = g_strdup (self->text);
  return copy;
}

void
atlas_row_query_free (AtlasRowQuery *self)
{
  g_free (self->within);
  g_free (self->text);
  g_free (self);
}

gint64
atlas_row_query_find_last_import (AtlasDataset               *dataset,
                                  const AtlasTableDefinition *table)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row;

  stmt = atlas_sqlite_prepare (atlas_dataset_get_db (dataset),
                               "SELECT max (import_id) FROM import_inputs WHERE \"table\" = ? AND inserted + updated > 0",
                               NULL);
  if (stmt == NULL)
    return 0;
  atlas_sqlite_bind (stmt, 1, table->name);
  return atlas_sqlite_step (stmt, &row, NULL) && row ? sqlite3_column_int64 (stmt, 0) : 0;
}

/* How SQL is to sort by COLUMN: what a register says of a number by the number, and nothing said last. */
static void
append_order (GString             *sql,
              const AtlasRowQuery *query)
{
  const AtlasColumn *column = &query->table->columns[query->sort_column];
  const char *direction = query->descending ? " DESC" : "";

  switch (column->kind)
    {
    case ATLAS_COLUMN_NUMBER:
      g_string_append_printf (sql, "\"%s_mantissa\" * 1.0 / pow (10, \"%s_decimals\")%s, ", column->name, column->name,
                              direction);
      break;
    case ATLAS_COLUMN_MONEY:
      g_string_append_printf (sql, "\"%s_fen\"%s, ", column->detail, direction);
      break;
    case ATLAS_COLUMN_HOURS:
      g_string_append_printf (sql, "\"%s_hundredths\"%s NULLS LAST, ", column->name, direction);
      break;
    case ATLAS_COLUMN_QUANTITY:
    case ATLAS_COLUMN_COUNT:
      g_string_append_printf (sql, "\"%s\"%s NULLS LAST, ", column->name, direction);
      break;
    default:
      g_string_append_printf (sql, "\"%s\" = '', \"%s\"%s, ", column->name, column->name, direction);
    }
}

/* The digits of a code that all divisions below it share: provinces two, prefectures four. */
static char *
dup_code_prefix (AtlasRegionTree *regions,
                 const char      *code)
{
  const AtlasRegion *region = atlas_region_tree_lookup (regions, code);

  if (region == NULL || region->level == ATLAS_REGION_LEVEL_NATION)
    return g_strdup (region != NULL ? "" : code);
  if (region->level == ATLAS_REGION_LEVEL_PROVINCE)
    return g_strndup (code, 2);
  return g_strndup (code, region->level == ATLAS_REGION_LEVEL_PREFECTURE ? 4 : strlen (code));
}

/* Services say where they were given through their station alone. */
static void
append_within (GString                    *sql,
               const AtlasTableDefinition *table)
{
  if (atlas_table_definition_find_column (table, "region_code") >= 0)
    g_string_append (sql, " AND region_code >= ?1 AND region_code < ?2");
  else if (atlas_table_definition_find_column (table, "station_id") >= 0)
    g_string_append (sql, " AND station_id IN (SELECT station_id FROM stations WHERE region_code >= ?1 AND region_code < ?2)");
}

static gboolean
is_searched (const AtlasRowQuery *query,
             guint                column)
{
  switch (query->table->columns[column].kind)
    {
    case ATLAS_COLUMN_NUMBER:
    case ATLAS_COLUMN_QUANTITY:
    case ATLAS_COLUMN_HOURS:
    case ATLAS_COLUMN_MONEY:
    case ATLAS_COLUMN_FLAG:
    case ATLAS_COLUMN_ANSWER:
      return FALSE;
    default:
      return query->unmasked || !atlas_column_is_personal (query->table, column);
    }
}

static void
append_text (GString             *sql,
             const AtlasRowQuery *query)
{
  gboolean any = FALSE;

  g_string_append (sql, " AND (");
  for (guint i = 0; i < query->table->n_columns; i++)
    if (is_searched (query, i))
      {
        g_string_append_printf (sql, "%s\"%s\" LIKE ?3 ESCAPE '\\'", any ? " OR " : "", query->table->columns[i].name);
        any = TRUE;
      }
  g_string_append (sql, ")");
}

static void
append_words (GString             *sql,
              const AtlasRowQuery *query)
{
  for (guint i = 0; i < query->table->n_columns; i++)
    if (query->words[i] != NULL)
      g_string_append_printf (sql, " AND \"%s\" = ?%u", query->table->columns[i].name, FIRST_WORD + i);
}

static char *
dup_sql (const AtlasRowQuery *query)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM \"%s\" WHERE 1", query->table->file_order, query->table->name);
  if (query->within != NULL)
    append_within (sql, query->table);
  if (query->text != NULL && query->text[0] != '\0')
    append_text (sql, query);
  if (query->import_id != 0)
    g_string_append (sql, " AND import_id = ?4");
  append_words (sql, query);
  g_string_append (sql, " ORDER BY ");
  if (query->sort_column >= 0)
    append_order (sql, query);
  g_string_append (sql, query->table->file_order);
  return g_string_free (sql, FALSE);
}

/* Any text that holds TEXT, whose own % and _ mean themselves. */
static char *
dup_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '%' || *c == '_' || *c == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *c);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
bind (sqlite3_stmt        *stmt,
      const AtlasRowQuery *query,
      AtlasRegionTree     *regions)
{
  g_autofree char *prefix = query->within != NULL ? dup_code_prefix (regions, query->within) : NULL;
  /* ":" follows "9". */
  g_autofree char *end = prefix != NULL ? g_strconcat (prefix, ":", NULL) : NULL;
  g_autofree char *pattern = query->text != NULL ? dup_pattern (query->text) : NULL;
  int n = sqlite3_bind_parameter_count (stmt);

  if (n >= 1)
    sqlite3_bind_text (stmt, 1, prefix, -1, SQLITE_TRANSIENT);
  if (n >= 2)
    sqlite3_bind_text (stmt, 2, end, -1, SQLITE_TRANSIENT);
  if (n >= 3)
    sqlite3_bind_text (stmt, 3, pattern, -1, SQLITE_TRANSIENT);
  if (n >= 4)
    sqlite3_bind_int64 (stmt, 4, query->import_id);
  for (guint i = 0; i < query->table->n_columns; i++)
    if (query->words[i] != NULL)
      atlas_sqlite_bind (stmt, (int) (FIRST_WORD + i), query->words[i]);
}

static gboolean
collect (AtlasRowIndex  *self,
         sqlite3_stmt   *stmt,
         GError        **error)
{
  gboolean row = TRUE;

  while (atlas_sqlite_step (stmt, &row, error))
    {
      gint64 id;

      if (!row)
        return TRUE;
      id = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (self->ids, id);
    }
  return FALSE;
}

/* What the query's import changed among them. */
static gboolean
note_changes (AtlasRowIndex  *self,
              sqlite3        *db,
              GError        **error)
{
  if (self->query->import_id == 0)
    return TRUE;
  self->changes = atlas_row_changes_load (db, self->query->table, self->query->import_id, error);
  if (self->changes == NULL)
    return FALSE;
  self->n_changed = atlas_row_changes_count (self->changes, self->ids);
  if (self->query->sort_column < 0)
    atlas_row_changes_put_first (self->changes, self->ids);
  return TRUE;
}

AtlasRowIndex *
atlas_row_index_new (AtlasDataset         *dataset,
                     const AtlasRowQuery  *query,
                     GCancellable         *cancellable,
                     GError              **error)
{
  sqlite3 *db = atlas_dataset_get_db (dataset);
  g_autofree char *sql = dup_sql (query);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  g_autoptr (AtlasRowIndex) self = NULL;
  g_autoptr (GError) search_error = NULL;
  gboolean success;

  if (stmt == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (AtlasRowIndex);
  self->query = atlas_row_query_copy (query);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  bind (stmt, query, atlas_dataset_get_regions (dataset));
  atlas_sqlite_heed (db, cancellable);
  success = collect (self, stmt, &search_error) && note_changes (self, db, &search_error);
  atlas_sqlite_heed (db, NULL);
  if (success)
    return g_steal_pointer (&self);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&search_error));
  return NULL;
}

static void
clear (gpointer data)
{
  AtlasRowIndex *self = data;

  atlas_row_query_free (self->query);
  g_array_unref (self->ids);
  g_clear_pointer (&self->changes, atlas_row_changes_free);
}

AtlasRowIndex *
atlas_row_index_ref (AtlasRowIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
atlas_row_index_unref (AtlasRowIndex *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
atlas_row_index_get_n_rows (AtlasRowIndex *self)
{
  return self->ids->len;
}

const AtlasRowQuery *
atlas_row_index_get_query (AtlasRowIndex *self)
{
  return self->query;
}

guint
atlas_row_index_get_n_changed (AtlasRowIndex *self)
{
  return self->n_changed;
}

guint
atlas_row_index_get_n_replaced (AtlasRowIndex *self)
{
  return self->changes != NULL ? atlas_row_changes_get_n_replaced (self->changes) : 0;
}

gint64
atlas_row_index_get_place (AtlasRowIndex *self,
                           guint          number)
{
  g_return_val_if_fail (number < self->ids->len, 0);

  return g_array_index (self->ids, gint64, number);
}
