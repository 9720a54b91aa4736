/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>

#include "dataset/dataset.h"
#include "program.h"

static guint
count_figures (const char *folder,
               const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_autoptr (GPtrArray) figures = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_region_tree_get_size (atlas_dataset_get_regions (dataset)), ==, 44695);
  figures = atlas_dataset_load_figures (dataset, NULL, NULL, &error);
  g_assert_no_error (error);
  return figures->len;
}

static void
test_new (void)
{
  char *folder = test_folder_make ();
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "new", "全国.atlas", NULL);
  program_assert_done (&program);
  g_assert_cmpstr (program.out, ==, "");
  g_assert_cmpuint (count_figures (folder, "全国.atlas"), ==, 631);

  program_run (&program, folder, "new", "--empty", "empty.atlas", NULL);
  program_assert_done (&program);
  g_assert_cmpuint (count_figures (folder, "empty.atlas"), ==, 0);
  g_assert_cmpuint (test_folder_count (folder), ==, 2);
  test_folder_remove (folder);
}

static void
test_help (void)
{
  g_auto (Program) program = { NULL };

  program_run (&program, NULL, "new", "--help", NULL);
  program_assert_done (&program);
  g_assert_nonnull (strstr (program.out, "FILE.atlas"));
  g_assert_nonnull (strstr (program.out, "--empty"));
}

static void
test_wrong_calls (void)
{
  char *folder = test_folder_make ();
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "new", NULL);
  program_assert_refused (&program, "missing");
  program_run (&program, folder, "new", "a.atlas", "b.atlas", NULL);
  program_assert_refused (&program, "“b.atlas” is one argument too many");
  program_run (&program, folder, "new", "--full", "a.atlas", NULL);
  program_assert_refused (&program, "--full");
  program_run (&program, folder, "new", "", NULL);
  program_assert_refused (&program, "");
  program_run (&program, folder, "new", "no/such/folder/a.atlas", NULL);
  program_assert_refused (&program, "No such file or directory");
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
  test_folder_remove (folder);
}

/* What is there already stays, byte by byte. */
static void
test_existing (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "a.atlas", NULL);
  g_autofree char *sub_folder = g_build_filename (folder, "b.atlas", NULL);
  g_autofree char *contents = NULL;
  g_auto (Program) program = { NULL };

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_cmpint (g_mkdir (sub_folder, 0700), ==, 0);
  program_run (&program, folder, "new", "a.atlas", NULL);
  program_assert_refused (&program, "a.atlas” is there already");
  program_run (&program, folder, "new", "b.atlas", NULL);
  program_assert_refused (&program, "b.atlas” is there already");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_assert_cmpuint (test_folder_count (folder), ==, 2);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/new/new", test_new);
  g_test_add_func ("/new/help", test_help);
  g_test_add_func ("/new/wrong-calls", test_wrong_calls);
  g_test_add_func ("/new/existing", test_existing);
  return g_test_run ();
}
