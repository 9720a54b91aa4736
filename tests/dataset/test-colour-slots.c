/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The colours that regions have in a dataset file, and keep. */

#include "config.h"

#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "dataset/dataset-private.h"

static void
test_colours (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  const char *codes[] = { "640000", "640300", "532900", "500110", "110000", "120000", "130000", "140000", "150000" };
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);

      g_assert_no_error (error);
      /* In the second round backwards: the slots come from the file. */
      for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        {
          guint n = round == 0 ? i : G_N_ELEMENTS (codes) - 1 - i;

          g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, codes[n]), ==, n % 8);
        }
    }
  test_folder_remove (folder);
}

/* The bytes of the file that tell one write from the next: its change counter. */
static guint32
read_change_counter (const char *path)
{
  g_autofree char *contents = NULL;
  guint32 counter;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  memcpy (&counter, contents + 24, sizeof counter);
  return GUINT32_FROM_BE (counter);
}

static void
test_colours_at_once (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  const char *codes[] = { "640000", "640300", "640000", "532900", "500110", "110000", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  guint32 before;

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "532900"), ==, 0);
  before = read_change_counter (path);
  atlas_dataset_give_colour_slots (dataset, codes);
  atlas_dataset_give_colour_slots (dataset, codes);
  g_assert_cmpuint (read_change_counter (path), ==, before + 1);
  g_clear_object (&dataset);

  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "110000"), ==, 4);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "500110"), ==, 3);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "640300"), ==, 2);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "640000"), ==, 1);
  test_folder_remove (folder);
}

static guint
count_slots (sqlite3 *db)
{
  sqlite3_stmt *stmt = NULL;
  guint n;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count(*) FROM colour_slots", -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = (guint) sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  return n;
}

/* Of a dataset that a main loop asks: nobody waits for who holds the file, and another connection of the program does not
 * wait for it to be kept there either. */
static void
test_colours_in_worker (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  const char *codes[] = { "640000", "640300", NULL };
  sqlite3 *holder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasDataset) again = NULL;

  g_assert_no_error (error);
  atlas_dataset_lose_patience (dataset);
  again = atlas_dataset_open_again (dataset, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &holder), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (holder, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_dataset_give_colour_slots (dataset, codes);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (again, "640300"), ==, 1);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (again, "110000"), ==, 2);
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "110000"), ==, 2);
  g_assert_cmpuint (count_slots (holder), ==, 0);
  g_assert_cmpint (sqlite3_exec (holder, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (holder, 5000);
  while (count_slots (holder) < 3)
    g_usleep (1000);
  g_assert_cmpint (sqlite3_close (holder), ==, SQLITE_OK);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/colours/kept", test_colours);
  g_test_add_func ("/dataset/colours/at-once", test_colours_at_once);
  g_test_add_func ("/dataset/colours/in-worker", test_colours_in_worker);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
