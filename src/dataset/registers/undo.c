/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/undo.h"

#include <string.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/register-cursor.h"
#include "dataset/registers/rollup.h"
#include "dataset/registers/row-statements.h"
#include "dataset/registers/table-indices.h"
#include "dataset/registers/undo-checks.h"
#include "dataset/write-session.h"

/* Of so many rows indices are made anew rather than kept up to date, and all goes through a log. */
#define MANY_ROWS 50000
#define ROWS_BETWEEN_CALLS 1024

typedef struct {
  sqlite3 *db;
  AtlasRegionTree *regions;
  gint64 import_id;
  gint64 n_rows;
  gint64 n_done;
  AtlasProgressFunc progress;
  gpointer user_data;
  AtlasRollup *rollup; /* of the table at hand, NULL for figures and sources */
} Undo;

static void
count (Undo                   *self,
       const AtlasRegisterRow *row,
       int                     sign)
{
  if (self->rollup != NULL)
    atlas_rollup_count (self->rollup, row, sign);
}

static void
advance (Undo   *self,
         gint64  n_rows)
{
  gint64 before = self->n_done;

  self->n_done += n_rows;
  if (self->n_done / ROWS_BETWEEN_CALLS != before / ROWS_BETWEEN_CALLS && self->progress != NULL)
    self->progress (MIN (0.95 * (double) self->n_done / (double) self->n_rows, 0.95), self->user_data);
}

static AtlasRegisterCursor *
open_cursor (Undo                        *self,
             const AtlasTableDefinition  *table,
             gboolean                     history,
             const char                  *condition,
             GError                     **error)
{
  g_autofree char *where = g_strdup_printf ("WHERE %s = ?", condition);

  return atlas_register_cursor_new (self->db, table, history, where, self->regions, error);
}

/* What was done in a station that moves back moves with it. */
static gboolean
count_restored (Undo                    *self,
                const AtlasRegisterRow  *now,
                const AtlasRegisterRow  *before,
                GError                 **error)
{
  count (self, now, -1);
  count (self, before, 1);
  return strcmp (now->table->name, "stations") != 0 || now->region == before->region ||
         atlas_rollup_move_services (self->rollup, self->db, now->values[ATLAS_STATION_ID].text, now->region,
                                     before->region, error);
}

static gboolean
restore_row (Undo                  *self,
             AtlasRegisterCursor   *current,
             sqlite3_stmt          *update,
             const AtlasStoredRow  *before,
             GError               **error)
{
  const AtlasStoredRow *now;
  gboolean success;

  sqlite3_bind_int64 (atlas_register_cursor_get_stmt (current), 1, before->row_id);
  now = atlas_register_cursor_next (current, error);
  success = now != NULL && count_restored (self, &now->row, &before->row, error) &&
            atlas_row_write (update, &before->row, before->import_id, before->row_id, error);
  sqlite3_reset (atlas_register_cursor_get_stmt (current));
  advance (self, 1);
  return success;
}

/* Puts back what the import replaced. */
static gboolean
restore (Undo                        *self,
         const AtlasTableDefinition  *table,
         GError                     **error)
{
  g_autoptr (AtlasRegisterCursor) earlier = open_cursor (self, table, TRUE, "replaced_by", error);
  g_autoptr (AtlasRegisterCursor) current = open_cursor (self, table, FALSE, table->file_order, error);
  g_autoptr (sqlite3_stmt) update = atlas_row_prepare_update (self->db, table, error);
  g_autofree char *forget = g_strdup_printf ("DELETE FROM %s_history WHERE replaced_by = ?", table->name);
  g_autoptr (GError) read_error = NULL;
  const AtlasStoredRow *before;

  if (earlier == NULL || current == NULL || update == NULL)
    return FALSE;
  sqlite3_bind_int64 (atlas_register_cursor_get_stmt (earlier), 1, self->import_id);
  while ((before = atlas_register_cursor_next (earlier, &read_error)) != NULL)
    if (!restore_row (self, current, update, before, error))
      return FALSE;
  if (read_error == NULL)
    return atlas_sqlite_run_with (self->db, forget, self->import_id, error);
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

/* Removes what it brought anew, which are the rows that still bear its number. */
static gboolean
remove_new (Undo                        *self,
            const AtlasTableDefinition  *table,
            GError                     **error)
{
  g_autoptr (AtlasRegisterCursor) cursor = open_cursor (self, table, FALSE, "import_id", error);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s WHERE import_id = ?", table->name);
  g_autoptr (GError) read_error = NULL;
  const AtlasStoredRow *stored;

  if (cursor == NULL)
    return FALSE;
  sqlite3_bind_int64 (atlas_register_cursor_get_stmt (cursor), 1, self->import_id);
  while ((stored = atlas_register_cursor_next (cursor, &read_error)) != NULL)
    {
      count (self, &stored->row, -1);
      advance (self, 1);
    }
  if (read_error == NULL)
    return atlas_sqlite_run_with (self->db, remove, self->import_id, error);
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

/* Whether no row of TABLE is of another import. */
static gboolean
find_sole (Undo                        *self,
           const AtlasTableDefinition  *table,
           gboolean                    *out,
           GError                     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE import_id <> ? LIMIT 1", table->name);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (self->db, sql, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, self->import_id);
  if (!atlas_sqlite_step (stmt, &row, error))
    return FALSE;
  *out = !row;
  return TRUE;
}

/* Where nothing is left there is nothing to count. */
static gboolean
remove_all (Undo                        *self,
            const AtlasTableDefinition  *table,
            GError                     **error)
{
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s WHERE import_id = ?", table->name);
  g_autofree char *forget = g_strdup_printf ("DELETE FROM rollups WHERE \"table\" = '%s'", table->name);

  if (!atlas_sqlite_run_with (self->db, remove, self->import_id, error))
    return FALSE;
  advance (self, sqlite3_changes (self->db));
  return atlas_sqlite_run (self->db, forget, error);
}

/* Removes what the import brought anew to a register, after what it replaced has been put back. */
static gboolean
remove_counted (Undo                        *self,
                const AtlasTableDefinition  *table,
                GError                     **error)
{
  gboolean sole;

  if (!find_sole (self, table, &sole, error))
    return FALSE;
  if (sole)
    return remove_all (self, table, error);
  return remove_new (self, table, error) && atlas_rollup_apply (self->rollup, self->db, error);
}

static gboolean
take_back_rows (Undo                        *self,
                const AtlasTableDefinition  *table,
                GError                     **error)
{
  gboolean is_register = atlas_table_definition_is_register (table);
  g_autoptr (AtlasRollup) rollup = is_register ? atlas_rollup_new (self->regions) : NULL;
  g_autoptr (AtlasTableIndices) indices = NULL;

  if (is_register && self->n_rows > MANY_ROWS &&
      ((indices = atlas_table_indices_drop (self->db, table, FALSE, error)) == NULL ||
       !atlas_sqlite_run (self->db, ATLAS_USUAL_CACHE, error)))
    return FALSE;
  self->rollup = rollup;
  return restore (self, table, error) &&
         (is_register ? remove_counted (self, table, error) : remove_new (self, table, error)) &&
         (indices == NULL || atlas_table_indices_make (indices, self->db, error));
}

/* Backwards: what refers to others goes before them. */
static gboolean
take_back (Undo    *self,
           GError **error)
{
  for (guint i = ATLAS_N_TABLES; i > ATLAS_FIRST_IMPORTED_TABLE; i--)
    if (atlas_table_definition_is_imported (&atlas_table_definitions[i - 1]) &&
        !take_back_rows (self, &atlas_table_definitions[i - 1], error))
      return FALSE;
  return atlas_sqlite_run_with (self->db, "DELETE FROM returns WHERE import_id = ?", self->import_id, error) &&
         atlas_sqlite_run_with (self->db, "DELETE FROM import_inputs WHERE import_id = ?", self->import_id, error) &&
         atlas_sqlite_run_with (self->db, "DELETE FROM imports WHERE import_id = ?", self->import_id, error);
}

/* What the check has found before the first write holds unless somebody else was faster. CHECKED: the import it was of. */
static AtlasImportRecord *
take_back_in_session (AtlasDataset       *dataset,
                      Undo               *self,
                      AtlasWriteSession  *session,
                      gint64              checked,
                      GError            **error)
{
  g_autoptr (AtlasImportRecord) record = NULL;
  gboolean overtaken;

  if (!atlas_write_session_touch (session, &overtaken, error) ||
      (record = atlas_import_history_find (dataset, self->import_id, error)) == NULL)
    return NULL;
  self->import_id = record->import_id;
  if ((overtaken || checked != self->import_id) && !atlas_undo_check (self->db, self->import_id, error))
    return NULL;
  return take_back (self, error) && atlas_write_session_commit (session, error) ? g_steal_pointer (&record) : NULL;
}

static AtlasImportRecord *
run (AtlasDataset  *dataset,
     Undo          *self,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (AtlasImportRecord) expected = atlas_import_history_find (dataset, self->import_id, error);
  g_autoptr (AtlasWriteSession) session = NULL;

  if (expected == NULL || !atlas_dataset_check_writable (dataset, error))
    return NULL;
  self->n_rows = atlas_import_record_count (expected);
  session = atlas_write_session_begin (self->db, self->n_rows > MANY_ROWS, cancellable, error);
  if (session == NULL || !atlas_undo_check (self->db, expected->import_id, error))
    return NULL;
  return take_back_in_session (dataset, self, session, expected->import_id, error);
}

AtlasImportRecord *
atlas_import_undo (AtlasDataset       *dataset,
                   gint64              import_id,
                   AtlasProgressFunc   progress,
                   gpointer            user_data,
                   GCancellable       *cancellable,
                   GError            **error)
{
  Undo self = { .db = atlas_dataset_get_db (dataset), .regions = atlas_dataset_get_regions (dataset),
                .import_id = import_id, .progress = progress, .user_data = user_data };
  g_autoptr (GError) undo_error = NULL;
  AtlasImportRecord *record = run (dataset, &self, cancellable, &undo_error);

  if (record == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&undo_error));
  if (record == NULL)
    return NULL;
  atlas_dataset_emit_changed (dataset);
  if (progress != NULL)
    progress (1, user_data);
  return record;
}
