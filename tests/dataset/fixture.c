/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static char *shared_folder;
static AtlasDataset *shared_dataset;

char *
fixture_build (const char *folder,
               const char *name)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (atlas_dataset_create (path, csv_dir, TRUE, &error));
  g_assert_no_error (error);
  return path;
}

AtlasDataset *
fixture_open_published (void)
{
  g_autoptr (GError) error = NULL;

  if (shared_dataset == NULL)
    {
      g_autofree char *path = NULL;

      shared_folder = test_folder_make ();
      path = fixture_build (shared_folder, "published.atlas");
      shared_dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
      g_assert_no_error (error);
    }
  return shared_dataset;
}

void
fixture_clear (void)
{
  if (shared_dataset != NULL)
    g_assert_finalize_object (g_steal_pointer (&shared_dataset));
  g_clear_pointer (&shared_folder, test_folder_remove);
}

void
fixture_run_sql (const char *path,
                 const char *sql)
{
  char *message = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
fixture_read (const char *path,
              gsize      *length)
{
  char *contents = NULL;

  if (!g_file_get_contents (path, &contents, length, NULL))
    contents = g_strdup ("");
  return contents;
}

char *
fixture_copy (const char *folder,
              const char *name)
{
  gsize length;
  g_autofree char *contents = fixture_read (atlas_dataset_get_path (fixture_open_published ()), &length);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  return path;
}

char *
fixture_copy_csv (const char *folder)
{
  const char *names[] = { "regions", "units", "dimensions", "indicators", "denominators", "sources", "figures", "programmes" };
  g_autofree char *from = atlas_dataset_dup_bundled_csv_dir ();
  char *to = g_build_filename (folder, "csv", NULL);

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *source = g_strdup_printf ("%s/%s.csv", from, names[i]);
      g_autofree char *target = g_strdup_printf ("%s/%s.csv", to, names[i]);
      gsize length;
      g_autofree char *contents = fixture_read (source, &length);

      g_assert_true (g_file_set_contents (target, contents, length, NULL));
    }
  return to;
}

char *
fixture_hash_file (const char *path)
{
  gsize length;
  g_autofree char *contents = fixture_read (path, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}
