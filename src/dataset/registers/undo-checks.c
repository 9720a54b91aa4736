/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/undo-checks.h"

#include <glib/gi18n.h>

#include "dataset/dataset-error.h"
#include "dataset/registers/register-names.h"
#include "dataset/registers/register-row.h"

/* What stands in the way of taking an import back: the first two fields that SQL gives, import and key, where it gives
 * anything. */
typedef struct {
  gint64 import_id; /* 0: none, by hand */
  char *key;
} Obstacle;

static void
obstacle_clear (Obstacle *self)
{
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Obstacle, obstacle_clear)

static gboolean
find_obstacle (sqlite3     *db,
               const char  *sql,
               gint64       import_id,
               Obstacle    *out,
               GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, import_id);
  if (!atlas_sqlite_step (stmt, &row, error))
    return FALSE;
  if (row)
    {
      out->import_id = sqlite3_column_int64 (stmt, 0);
      out->key = g_strdup (atlas_sqlite_text (stmt, 1));
    }
  return TRUE;
}

/* A row that it wrote has been replaced by a later import. */
static gboolean
check_unchanged (sqlite3                     *db,
                 const AtlasTableDefinition  *table,
                 gint64                       import_id,
                 GError                     **error)
{
  const char *id = table->columns[0].name;
  g_autofree char *sql = g_strdup_printf ("SELECT replaced_by, %s FROM %s_history WHERE import_id = ?1 AND replaced_by <> ?1 "
                                          "ORDER BY replaced_by DESC LIMIT 1", id, table->name);
  g_auto (Obstacle) obstacle = { 0 };

  if (!find_obstacle (db, sql, import_id, &obstacle, error))
    return FALSE;
  if (obstacle.key == NULL)
    return TRUE;
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
               /* Translators: imports by number, a table, the number of a row in it */
               _("Import %1$ld cannot be taken back: import %2$ld has changed rows of it since (%3$s “%4$s”); take that one "
                 "back first"),
               (long) import_id, (long) obstacle.import_id, atlas_table_get_title (table), obstacle.key);
  return FALSE;
}

/* What it brought anew, and not changed, is referred to by rows of others. */
static gboolean
check_independent (sqlite3     *db,
                   const char  *referred,
                   const char  *referring,
                   const char  *id,
                   gint64       import_id,
                   GError     **error)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (referred);
  g_autofree char *sql =
    g_strdup_printf ("SELECT b.import_id, a.%3$s FROM %1$s a JOIN %2$s b ON b.%3$s = a.%3$s WHERE a.import_id = ?1 "
                     "AND b.import_id IS NOT ?1 AND a.%4$s NOT IN (SELECT %4$s FROM %1$s_history WHERE replaced_by = ?1) "
                     "LIMIT 1", referred, referring, id, table->file_order);
  g_auto (Obstacle) obstacle = { 0 };

  if (!find_obstacle (db, sql, import_id, &obstacle, error))
    return FALSE;
  if (obstacle.key == NULL)
    return TRUE;
  if (obstacle.import_id != 0)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 /* Translators: imports by number, tables, the number of a row in the first of them */
                 _("Import %1$ld cannot be taken back: import %2$ld depends on it (%3$s “%4$s” for %5$s); take that one back "
                   "first"),
                 (long) import_id, (long) obstacle.import_id, atlas_table_get_title (table), obstacle.key,
                 atlas_table_get_title (atlas_table_definition_find (referring)));
  else
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 _("Import %ld cannot be taken back: figures that were entered by hand are of the document “%s”, which it "
                   "brought"), (long) import_id, obstacle.key);
  return FALSE;
}

gboolean
atlas_undo_check (sqlite3  *db,
                  gint64    import_id,
                  GError  **error)
{
  for (guint i = ATLAS_FIRST_IMPORTED_TABLE; i < ATLAS_N_TABLES; i++)
    if (atlas_table_definition_is_imported (&atlas_table_definitions[i]) &&
        !check_unchanged (db, &atlas_table_definitions[i], import_id, error))
      return FALSE;
  return check_independent (db, "stations", "personnel", "station_id", import_id, error) &&
         check_independent (db, "stations", "services", "station_id", import_id, error) &&
         check_independent (db, "stations", "inspections", "station_id", import_id, error) &&
         check_independent (db, "sources", "figures", "source_id", import_id, error);
}
