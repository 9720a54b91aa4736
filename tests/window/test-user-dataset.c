/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "dataset/dataset.h"
#include "window/state/user-dataset.h"

static char *folder;

static char *
dup_file (const char *name)
{
  return g_build_filename (folder, "shegong-atlas", name, NULL);
}

static void
clear (void)
{
  g_autofree char *own = dup_file ("published.atlas");
  g_autofree char *note = dup_file ("published.note");

  g_unlink (own);
  g_unlink (note);
}

static guint
count_figures (const char *path)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, NULL, NULL);

  return figures->len;
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A copy of an earlier edition, which had no figures yet, noted as the program would have; (transfer full): its path. */
static char *
make_earlier_copy (void)
{
  char *own = dup_file ("published.atlas");
  g_autofree char *note = dup_file ("published.note");
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *home = g_path_get_dirname (own);
  g_autofree char *hash = NULL;
  g_autofree char *text = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  clear ();
  g_mkdir_with_parents (home, 0700);
  g_assert_true (atlas_dataset_create (own, csv, FALSE, NULL));
  dataset = atlas_dataset_open (own, ATLAS_DATASET_READ_ONLY, NULL);
  hash = atlas_dataset_dup_hash (dataset, NULL);
  text = g_strdup_printf ("[copied]\nstamp=1-1\nhash=%s\n", hash);
  g_assert_true (g_file_set_contents (note, text, -1, NULL));
  return own;
}

/* A copy that nothing was added to follows the program's edition, whatever colours it has given. */
static void
test_follows_edition (void)
{
  g_autofree char *own = make_earlier_copy ();
  g_autofree char *path = NULL;
  gboolean outdated = TRUE;

  run_sql (own, "INSERT INTO colour_slots VALUES ('640000', 3)");
  path = atlas_user_dataset_dup_path (&outdated);
  g_assert_cmpstr (path, ==, own);
  g_assert_false (outdated);
  g_assert_cmpuint (count_figures (own), ==, 631);
  clear ();
}

/* What the user added is never lost: the copy stays, and that is told once. */
static void
test_keeps_additions (void)
{
  static const char *const additions[] = {
    "INSERT INTO sources (source_id, title, publisher, published_on, as_of, as_of_basis, kind, address)"
    " VALUES ('own', 'Own', '', '', '', '', 'official', '')",
    "INSERT INTO imports (imported_at, as_of) VALUES ('2026-01-01', '2026-01-01')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autofree char *own = make_earlier_copy ();
      g_autofree char *path = NULL;
      gboolean outdated = FALSE;

      run_sql (own, additions[i]);
      path = atlas_user_dataset_dup_path (&outdated);
      g_assert_cmpstr (path, ==, own);
      g_assert_true (outdated);
      g_assert_cmpuint (count_figures (own), ==, 0);
      g_clear_pointer (&path, g_free);
      path = atlas_user_dataset_dup_path (&outdated);
      g_assert_false (outdated);
    }
  clear ();
}

/* A copy of the edition that is bundled now is noted in time to be told from a later one. */
static void
test_note (void)
{
  g_autofree char *path = atlas_user_dataset_dup_path (NULL);
  g_autofree char *note = dup_file ("published.note");
  g_autofree char *hash = NULL, *noted = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);

  hash = atlas_dataset_dup_hash (dataset, NULL);
  atlas_user_dataset_note ();
  g_assert_true (g_file_get_contents (note, &noted, NULL, NULL));
  g_assert_nonnull (strstr (noted, hash));
  clear ();
}

static void
test_copies_once (void)
{
  g_autofree char *first = atlas_user_dataset_dup_path (NULL);
  g_autofree char *second = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  g_assert_true (g_str_has_prefix (first, folder));
  dataset = atlas_dataset_open (first, ATLAS_DATASET_READ_WRITE, NULL);
  g_assert_nonnull (dataset);
  g_assert_false (atlas_dataset_is_read_only (dataset));
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "640000"), <, 8);
  g_clear_object (&dataset);
  second = atlas_user_dataset_dup_path (NULL);
  g_assert_cmpstr (second, ==, first);
  clear ();
}

/* Where there is no room for a copy, the bundled one is opened as it is. */
static void
test_falls_back (void)
{
  g_autofree char *place = g_build_filename (folder, "shegong-atlas", NULL);
  g_autofree char *bundled = atlas_dataset_dup_bundled_path ();
  g_autofree char *path = NULL;

  g_rmdir (place);
  g_assert_true (g_file_set_contents (place, "a file in the way", -1, NULL));
  path = atlas_user_dataset_dup_path (NULL);
  g_assert_cmpstr (path, ==, bundled);
  g_unlink (place);
}

int
main (int    argc,
      char **argv)
{
  int result;

  folder = g_dir_make_tmp ("atlas-user-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/user-dataset/copies-once", test_copies_once);
  g_test_add_func ("/user-dataset/follows-edition", test_follows_edition);
  g_test_add_func ("/user-dataset/keeps-additions", test_keeps_additions);
  g_test_add_func ("/user-dataset/note", test_note);
  g_test_add_func ("/user-dataset/falls-back", test_falls_back);
  result = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return result;
}
