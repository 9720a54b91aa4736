/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>

#include "dataset/dataset.h"
#include "window/user-dataset.h"

static char *folder;

static void
test_copies_once (void)
{
  g_autofree char *first = atlas_user_dataset_dup_path ();
  g_autofree char *second = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  g_assert_true (g_str_has_prefix (first, folder));
  dataset = atlas_dataset_open (first, ATLAS_DATASET_READ_WRITE, NULL);
  g_assert_nonnull (dataset);
  g_assert_false (atlas_dataset_is_read_only (dataset));
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "640000"), <, 8);
  g_clear_object (&dataset);
  second = atlas_user_dataset_dup_path ();
  g_assert_cmpstr (second, ==, first);
  g_unlink (first);
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
  path = atlas_user_dataset_dup_path ();
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
  g_test_add_func ("/user-dataset/falls-back", test_falls_back);
  result = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return result;
}
