/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/write-session.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/statvfs.h>

#include "dataset/dataset-error.h"
#include "dataset/lock-note.h"
#include "dataset/new-file.h"

/* How often to ask for a lock, and how long each time, so that a cancel is heeded in between. */
#define N_TRIES 50
#define TRY_MS 100

struct _AtlasWriteSession {
  sqlite3 *db;
  gboolean much;
  gint64 patience; /* how long the connection waits for locks otherwise, in milliseconds */
  GCancellable *cancellable;
  char *note; /* beside the file, for others */
  gboolean in_transaction;
  gboolean touched;
  gboolean in_wal;
  gboolean committed;
};

static gboolean
fail_busy (AtlasWriteSession  *self,
           GError            **error)
{
  const char *path = sqlite3_db_filename (self->db, "main");
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *holder = atlas_lock_note_read (path);

  if (holder != NULL)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY,
                 _("“%s” is being changed by another window or command of this program (%s): wait for it to end"), name,
                 holder);
  else
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY,
                 _("“%s” is being changed by another program: wait for it to end"), name);
  return FALSE;
}

/* Takes the lock for writing; nothing is written yet. */
static gboolean
lock (AtlasWriteSession  *self,
      GError            **error)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      int result = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);

      self->in_transaction = result == SQLITE_OK;
      if (self->in_transaction)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if ((result & 0xff) != SQLITE_BUSY)
        return atlas_sqlite_fail (self->db, error);
    }
  return fail_busy (self, error);
}

AtlasWriteSession *
atlas_write_session_begin (sqlite3       *db,
                           gboolean       much,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (AtlasWriteSession) self = g_new0 (AtlasWriteSession, 1);

  self->db = db;
  self->much = much;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  if (!atlas_sqlite_get_int (db, "PRAGMA busy_timeout", &self->patience, error))
    return NULL;
  sqlite3_busy_timeout (db, TRY_MS);
  if (!lock (self, error) || !atlas_sqlite_run (db, ATLAS_LARGE_CACHE, error))
    return NULL;
  if (much)
    self->note = atlas_lock_note_write (sqlite3_db_filename (db, "main"));
  atlas_sqlite_heed (db, cancellable);
  return g_steal_pointer (&self);
}

/* Nothing can be done about what fails here: the next to open the file sets it right. */
void
atlas_write_session_free (AtlasWriteSession *self)
{
  atlas_sqlite_heed (self->db, NULL);
  if (self->in_transaction)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  /* What is committed stands: who has lost patience need not wait until the log is tidied up. */
  if (self->in_wal && !(self->committed && g_cancellable_is_cancelled (self->cancellable)))
    atlas_sqlite_leave_log (self->db, self->cancellable);
  sqlite3_exec (self->db, "PRAGMA synchronous = FULL; " ATLAS_USUAL_CACHE, NULL, NULL, NULL);
  sqlite3_busy_timeout (self->db, (int) self->patience);
  atlas_lock_note_remove (self->note);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* What SQLite counts up in the file's header with each change that goes not through the log. */
static guint32
read_change_counter (sqlite3 *db)
{
  sqlite3_file *file = NULL;
  guint32 counter = 0;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == NULL || file->pMethods == NULL ||
      file->pMethods->xRead (file, &counter, sizeof counter, 24) != SQLITE_OK)
    return 0;
  return GUINT32_FROM_BE (counter);
}

static gboolean
has_log (sqlite3 *db)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
  return file != NULL && file->pMethods != NULL && file->pMethods->xFileSize (file, &size) == SQLITE_OK && size > 0;
}

/* The mode cannot be changed inside a transaction. The log need not be on the disk at once: it is when it is taken over at the
 * end, not as a part of the commit. Where a reader is in the way it is done without. */
static gboolean
change_to_wal (AtlasWriteSession  *self,
               GError            **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  if (!atlas_sqlite_run (self->db, "ROLLBACK", error))
    return FALSE;
  self->in_transaction = FALSE;
  stmt = atlas_sqlite_prepare (self->db, "PRAGMA journal_mode = WAL", error);
  if (stmt == NULL)
    return FALSE;
  self->in_wal = atlas_sqlite_step (stmt, &row, NULL) && row && strcmp (atlas_sqlite_text (stmt, 0), "wal") == 0;
  sqlite3_reset (stmt);
  return !self->in_wal || atlas_sqlite_run (self->db, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0", error);
}

gboolean
atlas_write_session_touch (AtlasWriteSession  *self,
                           gboolean           *out_overtaken,
                           GError            **error)
{
  guint32 before = read_change_counter (self->db);

  *out_overtaken = FALSE;
  if (!self->much || self->touched)
    return TRUE;
  self->touched = TRUE;
  if (!change_to_wal (self, error) || !lock (self, error))
    return FALSE;
  /* The change of mode is one change itself. */
  *out_overtaken = read_change_counter (self->db) != before + (self->in_wal ? 1 : 0) || (self->in_wal && has_log (self->db));
  return TRUE;
}

/* How far the file has to grow to take over what is in the log; 0 where that cannot be told. */
static gint64
find_growth (sqlite3 *db)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size;
  gint64 n_pages, page_size;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == NULL || file->pMethods == NULL || file->pMethods->xFileSize (file, &size) != SQLITE_OK ||
      !atlas_sqlite_get_int (db, "PRAGMA page_count", &n_pages, NULL) ||
      !atlas_sqlite_get_int (db, "PRAGMA page_size", &page_size, NULL))
    return 0;
  return n_pages * page_size - size;
}

/* What is committed to the log counts, but until the file has taken it over it is not all in one file: better refused than
 * left half done for lack of room. What is still in memory goes to the log first, so that the room for that is known. */
static gboolean
check_room (AtlasWriteSession  *self,
            GError            **error)
{
  const char *path = sqlite3_db_filename (self->db, "main");
  struct statvfs disk;

  if (!self->in_wal)
    return TRUE;
  if ((sqlite3_db_cacheflush (self->db) & 0xff) == SQLITE_FULL)
    return atlas_new_file_fail (path, ENOSPC, error);
  if (statvfs (path, &disk) != 0 || find_growth (self->db) <= (gint64) disk.f_bavail * (gint64) disk.f_frsize)
    return TRUE;
  return atlas_new_file_fail (path, ENOSPC, error);
}

/* Where there is no log whoever reads has to come to an end first; nobody new begins meanwhile. */
static gboolean
commit (AtlasWriteSession  *self,
        GError            **error)
{
  int result = SQLITE_BUSY;

  for (guint i = 0; i < N_TRIES && (result & 0xff) == SQLITE_BUSY; i++)
    {
      result = sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);
      if (result == SQLITE_OK)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  return atlas_sqlite_fail (self->db, error);
}

gboolean
atlas_write_session_commit (AtlasWriteSession  *self,
                            GError            **error)
{
  if (!check_room (self, error) || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* From here on it is too late to stop; all but a few pages are in the log by now. */
  atlas_sqlite_heed (self->db, NULL);
  if (!commit (self, error))
    return FALSE;
  self->in_transaction = FALSE;
  self->committed = TRUE;
  return TRUE;
}
