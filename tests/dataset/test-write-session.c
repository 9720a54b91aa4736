/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dataset/dataset-private.h"
#include "dataset/write-session.h"

#define CHANGE "UPDATE figures SET note = note || 'x'"

typedef struct {
  char *folder;
  char *path;
  AtlasDataset *dataset;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_make ();
  self->path = fixture_copy (self->folder, "a.atlas");
  self->dataset = atlas_dataset_open (self->path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  self->db = atlas_dataset_get_db (self->dataset);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->dataset);
  g_assert_cmpuint (test_folder_count (self->folder), ==, 1);
  test_folder_remove (self->folder);
  g_free (self->path);
}

static char *
read_mode (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, "PRAGMA journal_mode", NULL);
  gboolean row;

  g_assert_true (atlas_sqlite_step (stmt, &row, NULL));
  return g_strdup (atlas_sqlite_text (stmt, 0));
}

static AtlasWriteSession *
begin (Fixture  *self,
       gboolean  much)
{
  g_autoptr (GError) error = NULL;
  AtlasWriteSession *session = atlas_write_session_begin (self->db, much, NULL, &error);

  g_assert_no_error (error);
  return session;
}

static void
touch (AtlasWriteSession *session,
       gboolean           expected)
{
  g_autoptr (GError) error = NULL;
  gboolean overtaken;

  g_assert_true (atlas_write_session_touch (session, &overtaken, &error));
  g_assert_no_error (error);
  g_assert_cmpint (overtaken, ==, expected);
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *before = fixture_hash_file (self->path);

  for (int much = FALSE; much <= TRUE; much++)
    {
      g_autofree char *after = NULL;

      atlas_write_session_free (begin (self, much));
      after = fixture_hash_file (self->path);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (test_folder_count (self->folder), ==, 1);
    }
}

/* What is committed stays, what is not does not, and afterwards the file is one file again. */
static void
test_commit (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *before = atlas_dataset_dup_hash (self->dataset, NULL);

  for (int much = FALSE; much <= TRUE; much++)
    for (int commit = FALSE; commit <= TRUE; commit++)
      {
        g_autoptr (AtlasWriteSession) session = begin (self, much);
        g_autofree char *during = NULL, *mode = NULL, *mode_after = NULL, *after = NULL;

        touch (session, FALSE);
        mode = read_mode (self->db);
        g_assert_cmpstr (mode, ==, much ? "wal" : "delete");
        g_assert_true (atlas_sqlite_run (self->db, CHANGE, NULL));
        touch (session, FALSE);
        during = atlas_dataset_dup_hash (self->dataset, NULL);
        g_assert_cmpstr (during, !=, before);
        if (commit)
          g_assert_true (atlas_write_session_commit (session, NULL));
        g_clear_pointer (&session, atlas_write_session_free);

        mode_after = read_mode (self->db);
        g_assert_cmpstr (mode_after, ==, "delete");
        g_assert_cmpuint (test_folder_count (self->folder), ==, 1);
        after = atlas_dataset_dup_hash (self->dataset, NULL);
        g_assert_cmpstr (after, ==, commit ? during : before);
        if (commit)
          before = (g_free (before), g_steal_pointer (&after));
      }
}

static AtlasWriteSession *
begin_change (Fixture      *self,
              GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  AtlasWriteSession *session = atlas_write_session_begin (self->db, TRUE, cancellable, &error);

  g_assert_no_error (error);
  touch (session, FALSE);
  g_assert_true (atlas_sqlite_run (self->db, CHANGE, NULL));
  return session;
}

/* Up to the commit nothing has happened; after it all has, and nobody waits for the log to be taken over. */
static void
test_cancelled_at_commit (Fixture       *self,
                          gconstpointer  data)
{
  g_autofree char *before = atlas_dataset_dup_hash (self->dataset, NULL);

  for (int committed = FALSE; committed <= TRUE; committed++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (AtlasWriteSession) session = begin_change (self, cancellable);
      g_autoptr (GError) error = NULL;
      g_autofree char *mode = NULL, *after = NULL, *mode_at_rest = NULL, *at_rest = NULL;

      if (committed)
        g_assert_true (atlas_write_session_commit (session, NULL));
      g_cancellable_cancel (cancellable);
      if (!committed)
        {
          g_assert_false (atlas_write_session_commit (session, &error));
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        }
      g_clear_pointer (&session, atlas_write_session_free);
      mode = read_mode (self->db);
      after = atlas_dataset_dup_hash (self->dataset, NULL);
      g_assert_cmpstr (mode, ==, committed ? "wal" : "delete");
      g_assert_cmpint (strcmp (after, before) != 0, ==, committed);
      atlas_sqlite_leave_log (self->db, NULL);
      mode_at_rest = read_mode (self->db);
      at_rest = atlas_dataset_dup_hash (self->dataset, NULL);
      g_assert_cmpstr (mode_at_rest, ==, "delete");
      g_assert_cmpstr (at_rest, ==, after);
    }
}

/* Changes the file from another connection just before the journal mode is changed. */
static int
intrude (unsigned int type,
         void        *path,
         void        *stmt,
         void        *sql)
{
  g_autoptr (sqlite3) other = NULL;

  if (strcmp (sql, "PRAGMA journal_mode = WAL") == 0)
    {
      g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (other, CHANGE, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  return 0;
}

static void
test_overtaken (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (AtlasWriteSession) session = begin (self, TRUE);

  sqlite3_trace_v2 (self->db, SQLITE_TRACE_STMT, intrude, self->path);
  touch (session, TRUE);
  sqlite3_trace_v2 (self->db, 0, NULL, NULL);
  touch (session, FALSE);
}

/* Somebody who reads without end is no hindrance. */
static void
test_beside_reader (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (AtlasWriteSession) session = begin (self, TRUE);
  g_autoptr (sqlite3) reader = NULL;
  g_autofree char *before = atlas_dataset_dup_hash (self->dataset, NULL);
  g_autofree char *mode = NULL, *after = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &reader), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (reader, "BEGIN; SELECT * FROM figures", NULL));
  touch (session, FALSE);
  mode = read_mode (self->db);
  g_assert_cmpstr (mode, ==, "delete");
  g_assert_true (atlas_sqlite_run (self->db, CHANGE, NULL));
  g_assert_true (atlas_sqlite_run (reader, "COMMIT", NULL));
  g_assert_true (atlas_write_session_commit (session, NULL));
  after = atlas_dataset_dup_hash (self->dataset, NULL);
  g_assert_cmpstr (after, !=, before);
}

/* Holds a lock on PATH for half a second, in a thread of its own. */
typedef struct {
  const char *path;
  const char *sql;
  GMutex mutex;
  GCond cond;
  gboolean holds;
} Holder;

static gpointer
hold (gpointer data)
{
  Holder *self = data;
  g_autoptr (sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (db, self->sql, NULL));
  g_mutex_lock (&self->mutex);
  self->holds = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_usleep (G_USEC_PER_SEC / 2);
  g_assert_true (atlas_sqlite_run (db, "ROLLBACK", NULL));
  return NULL;
}

static GThread *
start_holding (Holder *self)
{
  GThread *thread;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  thread = g_thread_new ("hold", hold, self);
  g_mutex_lock (&self->mutex);
  while (!self->holds)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return thread;
}

/* Without a log the commit waits until whoever reads has come to an end. */
static void
test_waits_for_reader (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (AtlasWriteSession) session = begin (self, FALSE);
  Holder holder = { .path = self->path, .sql = "BEGIN; SELECT * FROM figures" };
  GThread *thread;
  g_autoptr (GError) error = NULL;

  touch (session, FALSE);
  g_assert_true (atlas_sqlite_run (self->db, CHANGE, NULL));
  thread = start_holding (&holder);
  atlas_write_session_commit (session, &error);
  g_assert_no_error (error);
  g_thread_join (thread);
}

/* And whoever opens the file, until somebody's commit has. */
static void
test_open_waits (Fixture       *self,
                 gconstpointer  data)
{
  Holder holder = { .path = self->path, .sql = "BEGIN EXCLUSIVE" };
  GThread *thread = start_holding (&holder);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) other = atlas_dataset_open (self->path, ATLAS_DATASET_READ_ONLY, &error);

  g_assert_no_error (error);
  g_thread_join (thread);
}

/* Who began to read when the log was there keeps the file in that mode, until it reads no longer and somebody opens the file. */
static void
test_reader_in_log (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (AtlasWriteSession) session = begin (self, TRUE);
  g_autoptr (sqlite3) reader = NULL;
  g_autofree char *mode = NULL, *mode_closed = NULL, *mode_at_rest = NULL;

  touch (session, FALSE);
  g_assert_true (atlas_sqlite_run (self->db, CHANGE, NULL));
  g_assert_cmpint (sqlite3_open (self->path, &reader), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (reader, "SELECT * FROM figures", NULL));
  g_assert_true (atlas_write_session_commit (session, NULL));
  g_clear_pointer (&session, atlas_write_session_free);
  mode = read_mode (self->db);
  g_assert_cmpstr (mode, ==, "wal");
  g_clear_object (&self->dataset);
  mode_closed = read_mode (reader);
  g_assert_cmpstr (mode_closed, ==, "wal");
  g_clear_pointer (&reader, sqlite3_close);
  self->dataset = atlas_dataset_open (self->path, ATLAS_DATASET_READ_ONLY, NULL);
  self->db = atlas_dataset_get_db (self->dataset);
  mode_at_rest = read_mode (self->db);
  g_assert_cmpstr (mode_at_rest, ==, "delete");
}

static void
test_busy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (sqlite3) other = NULL;
  g_autofree char *note = g_strconcat (self->path, "-busy", NULL);
  g_autofree char *text = g_strdup_printf ("%d\n%s\n", getpid (), g_get_host_name ());
  g_autofree char *says = g_strdup_printf ("process %d on “%s”", getpid (), g_get_host_name ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (other, "BEGIN IMMEDIATE", NULL));
  g_assert_true (g_file_set_contents (note, text, -1, NULL));
  g_assert_null (atlas_write_session_begin (self->db, FALSE, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_nonnull (strstr (error->message, "a.atlas"));
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_write_session_begin (self->db, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (unlink (note), ==, 0);
}

/* The note is there while much is changed, and is taken away even if its program died. */
static void
test_note (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *note = g_strconcat (self->path, "-busy", NULL);
  g_autoptr (AtlasWriteSession) session = begin (self, TRUE);
  g_autoptr (AtlasDataset) other = NULL;
  g_autofree char *text = NULL;
  pid_t child;

  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  other = atlas_dataset_open (self->path, ATLAS_DATASET_READ_ONLY, NULL);
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  g_clear_object (&other);
  g_clear_pointer (&session, atlas_write_session_free);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));

  child = fork ();
  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  text = g_strdup_printf ("%d\n%s\n", child, g_get_host_name ());
  g_assert_true (g_file_set_contents (note, text, -1, NULL));
  other = atlas_dataset_open (self->path, ATLAS_DATASET_READ_ONLY, NULL);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  /* It may have died before it wrote anything. */
  g_clear_object (&other);
  g_assert_true (g_file_set_contents (note, "", 0, NULL));
  other = atlas_dataset_open (self->path, ATLAS_DATASET_READ_ONLY, NULL);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasWriteSession) session = atlas_write_session_begin (self->db, FALSE, cancellable, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_sqlite_run (self->db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                    "SELECT count(*) FROM n", &error));
  g_clear_pointer (&session, atlas_write_session_free);
  g_assert_true (atlas_sqlite_run (self->db, CHANGE, NULL));
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/write-session/nothing", test_nothing);
  TEST ("/write-session/commit", test_commit);
  TEST ("/write-session/cancelled-at-commit", test_cancelled_at_commit);
  TEST ("/write-session/overtaken", test_overtaken);
  TEST ("/write-session/beside-reader", test_beside_reader);
  TEST ("/write-session/waits-for-reader", test_waits_for_reader);
  TEST ("/write-session/open-waits", test_open_waits);
  TEST ("/write-session/reader-in-log", test_reader_in_log);
  TEST ("/write-session/busy", test_busy);
  TEST ("/write-session/note", test_note);
  TEST ("/write-session/cancel", test_cancel);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
