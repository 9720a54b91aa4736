/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "import-trial.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "program.h"

#include "dataset/sqlite-tools.h"

#define N_PEOPLE 30000

static void
write_people (ImportTrial *self,
              const char  *name,
              guint        n,
              const char  *grade,
              guint        length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *kind = g_strnfill (length, 'x');
  g_autoptr (GString) text = g_string_new (IMPORT_TRIAL_HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "P%07u,王小明,%s,2021-10-%02u,2021640%010u,64030%u,%s\n", i, grade, i % 28 + 1, i,
                            2 + i % 2, kind);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
}

static void
add_rows (GChecksum  *checksum,
          sqlite3    *db,
          const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, &error);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean row = TRUE;

  g_assert_no_error (error);
  while (atlas_sqlite_step (stmt, &row, &error) && row)
    {
      g_string_truncate (line, 0);
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          g_string_append_c (line, '|');
          g_string_append_len (line, sqlite3_column_blob (stmt, i), sqlite3_column_bytes (stmt, i));
        }
      g_checksum_update (checksum, (const guchar *) line->str, (gssize) line->len);
    }
  g_assert_no_error (error);
}

/* All that a dataset says, and how, but for the time of its imports. */
static char *
make_digest (const char *path)
{
  static const char *const tables[] = { "stations", "personnel", "personnel_history", "import_inputs", "returns", "rollups",
                                        "figures", "sources", "regions" };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  add_rows (checksum, db, "PRAGMA quick_check");
  add_rows (checksum, db, "PRAGMA journal_mode");
  add_rows (checksum, db, "SELECT name, sql FROM sqlite_schema ORDER BY name");
  add_rows (checksum, db, "SELECT import_id, as_of FROM imports");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);

      g_checksum_update (checksum, (const guchar *) sql, -1);
      add_rows (checksum, db, sql);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

GPid
import_trial_start (ImportTrial *self,
                    const char  *path)
{
  const char *argv[] = { g_getenv ("SHEGONG_ATLAS"), "import", path, "personnel", "second.csv", "--as-of=2023", NULL };
  g_autoptr (GError) error = NULL;
  GPid child;

  g_spawn_async (self->folder, (char **) argv, NULL,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &child,
                 &error);
  g_assert_no_error (error);
  return child;
}

/* A first import of a fifth of the people, then of all of them with other grades. */
void
import_trial_set_up (ImportTrial *self,
                     guint        length)
{
  g_auto (Program) program = { NULL };
  g_autofree char *path = NULL;
  gint64 began;
  int status;

  self->folder = test_folder_make ();
  self->before = g_build_filename (self->folder, "before", NULL);
  path = g_build_filename (self->folder, "a.atlas", NULL);
  write_people (self, "first.csv", N_PEOPLE / 5, "助理社会工作师", length);
  write_people (self, "second.csv", N_PEOPLE, "社会工作师", length);
  program_run (&program, self->folder, "new", "a.atlas", NULL);
  program_assert_done (&program);
  program_run (&program, self->folder, "import", "a.atlas", "personnel", "first.csv", "--as-of=2022", NULL);
  g_assert_cmpint (program.status, ==, 0);
  copy_file (path, self->before);
  self->digest_before = make_digest (path);

  began = g_get_monotonic_time ();
  g_assert_cmpint (waitpid (import_trial_start (self, path), &status, 0), >, 0);
  self->duration = g_get_monotonic_time () - began;
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  self->digest_after = make_digest (path);
  g_assert_cmpstr (self->digest_after, !=, self->digest_before);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

void
import_trial_clear (ImportTrial *self)
{
  g_clear_pointer (&self->folder, test_folder_remove);
  g_free (self->before);
  g_free (self->digest_before);
  g_free (self->digest_after);
}

void
import_trial_begin (ImportTrial *self,
                    const char  *path)
{
  copy_file (self->before, path);
}

gboolean
import_trial_check (ImportTrial *self,
                    const char  *path,
                    guint        n_files)
{
  g_auto (Program) program = { NULL };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *digest = NULL;
  gboolean is_before;

  program_run (&program, self->folder, "history", path, NULL);
  program_assert_done (&program);
  g_assert_cmpuint (test_folder_count (folder), ==, n_files);
  digest = make_digest (path);
  is_before = strcmp (digest, self->digest_before) == 0;
  if (!is_before)
    g_assert_cmpstr (digest, ==, self->digest_after);
  return is_before;
}

void
import_trial_check_next (ImportTrial *self,
                         const char  *path)
{
  g_auto (Program) program = { NULL };
  g_autofree char *next = g_build_filename (self->folder, "next.csv", NULL);

  g_assert_true (g_file_set_contents (next, IMPORT_TRIAL_HEADER "Q1,李四,无,,,640303,\n", -1, NULL));
  program_run (&program, self->folder, "import", path, "personnel", "next.csv", "--as-of=2023", "--json", NULL);
  program_assert_done (&program);
  g_assert_nonnull (strstr (program.out, "\"inserted\":1,"));
  g_assert_cmpint (g_unlink (next), ==, 0);
}
