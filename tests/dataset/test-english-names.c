/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "dataset/english-names.h"
#include "fixture.h"

static AtlasEnglishNames *
read_names (const char *folder,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, "regions.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return atlas_english_names_new (folder);
}

/* By code and Chinese name; a name in quotation marks or an empty one is none, and so is what the list lacks. */
static void
test_find (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasEnglishNames) names =
    read_names (folder, "code,name,name_en,pinyin\n000000,全国,China,quan guo\n150100,呼和浩特市,Hohhot City,x\n150200,包头市,,x\n"
                        "150300,乌海市,\"Wuhai, City\",x\n150400,赤峰市,Chifeng City,x");

  g_assert_cmpstr (atlas_english_names_find (names, "150100", "呼和浩特市"), ==, "Hohhot City");
  g_assert_null (atlas_english_names_find (names, "150101", "新城区"));
  g_assert_null (atlas_english_names_find (names, "150200", "包头市"));
  g_assert_null (atlas_english_names_find (names, "150300", "乌海市"));
  g_assert_cmpstr (atlas_english_names_find (names, "150400", "赤峰市"), ==, "Chifeng City");
  g_assert_null (atlas_english_names_find (names, "150500", "通辽市"));
  test_folder_remove (folder);
}

static void
test_other_name (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasEnglishNames) names = read_names (folder, "code,name,name_en,pinyin\n150100,呼和浩特市,Hohhot City,x\n");

  g_assert_null (atlas_english_names_find (names, "150100", "归绥市"));
  test_folder_remove (folder);
}

static void
test_no_list (void)
{
  char *folder = test_folder_make ();
  g_autoptr (AtlasEnglishNames) missing = atlas_english_names_new (folder);
  g_autoptr (AtlasEnglishNames) other = read_names (folder, "code,name_en,name\n150100,Hohhot City,呼和浩特市\n");

  g_assert_null (atlas_english_names_find (missing, "150100", "呼和浩特市"));
  g_assert_null (atlas_english_names_find (other, "150100", "呼和浩特市"));
  test_folder_remove (folder);
}

/* A dataset made earlier calls Hohhot Huhehaote, and has a Wuhai of another name; a division of its own keeps its name. */
static void
test_dataset (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "earlier.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  AtlasRegionTree *regions;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE regions SET name_en = 'Huhehaote City' WHERE code = '150100';"
                                     "UPDATE regions SET name = '海勃湾市', name_en = 'Haibowan City' WHERE code = '150300'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  regions = atlas_dataset_get_regions (dataset);
  g_assert_cmpstr (atlas_region_tree_lookup (regions, "150100")->name_en, ==, "Hohhot City");
  g_assert_cmpstr (atlas_region_tree_lookup (regions, "150300")->name_en, ==, "Haibowan City");
  g_clear_object (&dataset);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/english-names/find", test_find);
  g_test_add_func ("/dataset/english-names/other-name", test_other_name);
  g_test_add_func ("/dataset/english-names/no-list", test_no_list);
  g_test_add_func ("/dataset/english-names/dataset", test_dataset);
  status = g_test_run ();
  fixture_clear ();
  return status;
}
