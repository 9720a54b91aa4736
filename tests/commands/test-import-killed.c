/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* An import that is killed, at any moment, leaves the dataset as it was before, or as it is after. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "program.h"

#include "dataset/sqlite-tools.h"

/* Of more than 8 MB of text an import writes through a log, of less with a journal. */
#define N_PEOPLE 30000
#define MUCH_TEXT 240
#define LITTLE_TEXT 40
#define HEADER "人员编号,姓名,职业水平等级,取证日期,证书编号,行政区划代码,单位类别\n"

typedef struct {
  char *folder;
  char *path;   /* the dataset that is worked on */
  char *before; /* what it was */
  char *digest_before;
  char *digest_after;
  gint64 duration; /* of the whole import, in microseconds */
} Fixture;

static void
write_people (Fixture    *fixture,
              const char *name,
              guint       n,
              const char *grade,
              guint       length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *kind = g_strnfill (length, 'x');
  g_autoptr (GString) text = g_string_new (HEADER);

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

static GPid
start (Fixture *fixture)
{
  const char *argv[] = { g_getenv ("SHEGONG_ATLAS"), "import", fixture->path, "personnel", "second.csv", "--as-of=2023", NULL };
  g_autoptr (GError) error = NULL;
  GPid child;

  g_spawn_async (fixture->folder, (char **) argv, NULL,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &child,
                 &error);
  g_assert_no_error (error);
  return child;
}

/* A first import of a fifth of the people, a second of all of them with other grades: that is what is killed. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  guint length = GPOINTER_TO_UINT (data);
  g_auto (Program) program = { NULL };
  gint64 began;
  int status;

  fixture->folder = program_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.atlas", NULL);
  fixture->before = g_build_filename (fixture->folder, "before", NULL);
  write_people (fixture, "first.csv", N_PEOPLE / 5, "助理社会工作师", length);
  write_people (fixture, "second.csv", N_PEOPLE, "社会工作师", length);
  program_run (&program, fixture->folder, "new", "a.atlas", NULL);
  program_run (&program, fixture->folder, "import", "a.atlas", "personnel", "first.csv", "--as-of=2022", NULL);
  program_assert_done (&program);
  copy_file (fixture->path, fixture->before);
  fixture->digest_before = make_digest (fixture->path);

  began = g_get_monotonic_time ();
  g_assert_cmpint (waitpid (start (fixture), &status, 0), >, 0);
  fixture->duration = g_get_monotonic_time () - began;
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  fixture->digest_after = make_digest (fixture->path);
  g_assert_cmpstr (fixture->digest_after, !=, fixture->digest_before);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  program_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->before);
  g_free (fixture->digest_before);
  g_free (fixture->digest_after);
}

/* The dataset opens as ever, is one of the two, and has left nothing beside it. TRUE for the first. */
static gboolean
check_whole (Fixture *fixture)
{
  g_auto (Program) program = { NULL };
  g_autofree char *digest = NULL;
  gboolean is_before;

  program_run (&program, fixture->folder, "history", "a.atlas", NULL);
  program_assert_done (&program);
  g_assert_cmpuint (program_count_files (fixture->folder), ==, 4);
  digest = make_digest (fixture->path);
  is_before = strcmp (digest, fixture->digest_before) == 0;
  if (!is_before)
    g_assert_cmpstr (digest, ==, fixture->digest_after);
  return is_before;
}

/* And whatever comes next finds it in order. */
static void
check_next (Fixture *fixture)
{
  g_auto (Program) program = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "next.csv", NULL);

  g_assert_true (g_file_set_contents (path, HEADER "Q1,李四,无,,,640303,\n", -1, NULL));
  program_run (&program, fixture->folder, "import", "a.atlas", "personnel", "next.csv", "--as-of=2023", "--json", NULL);
  program_assert_done (&program);
  g_assert_nonnull (strstr (program.out, "\"inserted\":1,"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpuint (program_count_files (fixture->folder), ==, 4);
}

/* Kills the import after DELAY microseconds. */
static gboolean
kill_after (Fixture *fixture,
            gint64   delay)
{
  GPid child;
  int status;

  copy_file (fixture->before, fixture->path);
  child = start (fixture);
  g_usleep ((gulong) delay);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return check_whole (fixture);
}

/* Over all of its time, and once more over its end, where what was written becomes part of the dataset. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_before = 0;

  for (guint i = 0; i < 13; i++)
    {
      double part = i < 8 ? g_test_rand_double_range (0, 1) : g_test_rand_double_range (0.8, 1.02);

      n_before += kill_after (fixture, (gint64) (part * (double) fixture->duration));
      if (i % 4 == 0)
        check_next (fixture);
    }
  g_test_message ("%u of 13 as before", n_before);
  g_assert_cmpuint (n_before, >, 0);
}

/* What an import that was killed had begun, it does when it is called again. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *digest = NULL;
  int status;

  if (!kill_after (fixture, fixture->duration / 2))
    g_test_message ("the import had ended");
  g_assert_cmpint (waitpid (start (fixture), &status, 0), >, 0);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  digest = make_digest (fixture->path);
  g_assert_cmpstr (digest, ==, fixture->digest_after);
  g_assert_cmpuint (program_count_files (fixture->folder), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/commands/import-killed/log", Fixture, GUINT_TO_POINTER (MUCH_TEXT), set_up, test_killed, tear_down);
  g_test_add ("/commands/import-killed/journal", Fixture, GUINT_TO_POINTER (LITTLE_TEXT), set_up, test_killed, tear_down);
  g_test_add ("/commands/import-killed/again", Fixture, GUINT_TO_POINTER (LITTLE_TEXT), set_up, test_again, tear_down);
  return g_test_run ();
}
