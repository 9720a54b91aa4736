/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sqlite-tools.h"

#include <glib/gi18n.h>

#include "dataset/dataset-error.h"

/* How many steps of SQLite's machine lie between two looks at the cancellable: some milliseconds. */
#define STEPS_BETWEEN_LOOKS 50000

static const struct {
  int result;
  AtlasDatasetError code;
  const char *reason;
} failures[] = {
  { SQLITE_CORRUPT, ATLAS_DATASET_ERROR_DAMAGED, N_ ("the file is damaged; open a backup copy") },
  { SQLITE_NOTADB, ATLAS_DATASET_ERROR_DAMAGED, N_ ("the file is damaged; open a backup copy") },
  { SQLITE_READONLY, ATLAS_DATASET_ERROR_READ_ONLY, N_ ("the file cannot be written; open a copy of your own") },
  { SQLITE_BUSY, ATLAS_DATASET_ERROR_BUSY, N_ ("another program is using the file; try again in a moment") },
  { SQLITE_LOCKED, ATLAS_DATASET_ERROR_BUSY, N_ ("another program is using the file; try again in a moment") },
  { SQLITE_FULL, ATLAS_DATASET_ERROR_FULL, N_ ("no space is left on the disk; free some and try again") },
  { SQLITE_IOERR, ATLAS_DATASET_ERROR_FAILED, N_ ("the disk cannot be read or written") },
  { SQLITE_CANTOPEN, ATLAS_DATASET_ERROR_FAILED, N_ ("the file cannot be opened; check its permissions") },
};

gboolean
atlas_sqlite_fail (sqlite3  *db,
                   GError  **error)
{
  const char *path = sqlite3_db_filename (db, "main");
  /* A database without a name lies in a file of SQLite's own, wherever there is room for those. */
  g_autofree char *name = path != NULL && path[0] != '\0' ? g_filename_display_name (path) : g_strdup (_("temporary file"));
  const char *reason = sqlite3_errmsg (db);
  AtlasDatasetError code = ATLAS_DATASET_ERROR_FAILED;

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].result == (sqlite3_errcode (db) & 0xff))
      {
        reason = _(failures[i].reason);
        code = failures[i].code;
      }
  /* Translators: a file and what is wrong with it */
  g_set_error (error, ATLAS_DATASET_ERROR, code, _("“%s”: %s"), name, reason);
  return FALSE;
}

gboolean
atlas_sqlite_run (sqlite3     *db,
                  const char  *sql,
                  GError     **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || atlas_sqlite_fail (db, error);
}

sqlite3_stmt *
atlas_sqlite_prepare (sqlite3     *db,
                      const char  *sql,
                      GError     **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    atlas_sqlite_fail (db, error);
  return stmt;
}

gboolean
atlas_sqlite_step (sqlite3_stmt  *stmt,
                   gboolean      *out_row,
                   GError       **error)
{
  int result = sqlite3_step (stmt);

  *out_row = result == SQLITE_ROW;
  return result == SQLITE_ROW || result == SQLITE_DONE || atlas_sqlite_fail (sqlite3_db_handle (stmt), error);
}

gboolean
atlas_sqlite_finish (sqlite3_stmt  *stmt,
                     GError       **error)
{
  gboolean row = TRUE;
  gboolean success = TRUE;

  while (success && row)
    success = atlas_sqlite_step (stmt, &row, error);
  sqlite3_reset (stmt);
  return success;
}

void
atlas_sqlite_bind (sqlite3_stmt *stmt,
                   int           parameter,
                   const char   *text)
{
  sqlite3_bind_text (stmt, parameter, text, -1, SQLITE_STATIC);
}

const char *
atlas_sqlite_text (sqlite3_stmt *stmt,
                   int           column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return text != NULL ? text : "";
}

gboolean
atlas_sqlite_get_int (sqlite3     *db,
                      const char  *sql,
                      gint64      *out,
                      GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);
  gboolean row;

  if (stmt == NULL || !atlas_sqlite_step (stmt, &row, error))
    return FALSE;
  *out = row ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

gboolean
atlas_sqlite_run_with (sqlite3     *db,
                       const char  *sql,
                       gint64       number,
                       GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, number);
  return atlas_sqlite_finish (stmt, error);
}

static int
look (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
atlas_sqlite_heed (sqlite3      *db,
                   GCancellable *cancellable)
{
  sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, cancellable != NULL ? look : NULL, cancellable);
}

/* In whatever thread. */
static void
interrupt (GCancellable *cancellable,
           gpointer      db)
{
  sqlite3_interrupt (db);
}

void
atlas_sqlite_leave_log (sqlite3      *db,
                        GCancellable *cancellable)
{
  gulong handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (interrupt), db, NULL) : 0;
  int result = sqlite3_wal_checkpoint_v2 (db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

  g_cancellable_disconnect (cancellable, handler);
  if (result != SQLITE_INTERRUPT)
    sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}
