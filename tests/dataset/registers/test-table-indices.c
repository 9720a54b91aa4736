/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "../fixture.h"

#include "dataset/dataset-private.h"
#include "dataset/registers/table-indices.h"

static char *
list_indices (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT group_concat (name || ':' || sql, char (10)) FROM (SELECT name, sql FROM sqlite_schema "
                          "WHERE type = 'index' AND tbl_name = 'personnel' ORDER BY name)", NULL);
  gboolean row;

  g_assert_true (atlas_sqlite_step (stmt, &row, NULL));
  return g_strdup (atlas_sqlite_text (stmt, 0));
}

static void
test_drop (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  sqlite3 *db = atlas_dataset_get_db (dataset);
  g_autofree char *before = list_indices (db);

  for (int keep_key = FALSE; keep_key <= TRUE; keep_key++)
    {
      g_autoptr (AtlasTableIndices) indices =
        atlas_table_indices_drop (db, atlas_table_definition_find ("personnel"), keep_key, &error);
      g_autofree char *during = list_indices (db);
      g_autofree char *after = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (during, ==, keep_key ? "personnel_by_key:CREATE UNIQUE INDEX personnel_by_key ON personnel (person_id)"
                                            : "");
      /* What somebody has made already is let be. */
      g_assert_true (atlas_sqlite_run (db, "CREATE INDEX personnel_by_station ON personnel (station_id)", NULL));
      g_assert_true (atlas_table_indices_make (indices, db, &error));
      g_assert_no_error (error);
      after = list_indices (db);
      g_assert_cmpstr (after, ==, before);
    }
  g_clear_object (&dataset);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-indices/drop", test_drop);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
