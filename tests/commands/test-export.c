/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>

#include "dataset/dataset.h"
#include "dataset/table-export.h"
#include "program.h"

static void
test_export (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_autofree char *path = g_build_filename (folder, "单位.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "export", dataset, "units", "--output", "单位.csv", NULL);
  program_assert_done (&program);
  g_assert_cmpstr (program.out, ==, "");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "\xEF\xBB\xBFunit,symbol_zh,symbol_en,is_money\r\n"
                                             "people,人,people,0\r\n"));

  /* The options may come first, and a file of before is replaced. */
  program_run (&program, folder, "export", "--output=单位.csv", dataset, "denominators", NULL);
  program_assert_done (&program);
  for (const char *const *name = atlas_table_export_list_names (); *name != NULL; name++)
    {
      program_run (&program, folder, "export", dataset, *name, "--output", "all.XLSX", NULL);
      program_assert_done (&program);
    }
  g_assert_cmpuint (test_folder_count (folder), ==, 2);
  test_folder_remove (folder);
}

static void
test_help (void)
{
  g_auto (Program) program = { NULL };

  program_run (&program, NULL, "export", "--help", NULL);
  program_assert_done (&program);
  g_assert_nonnull (strstr (program.out, "--output=FILE.csv|.xlsx"));
  for (const char *const *name = atlas_table_export_list_names (); *name != NULL; name++)
    g_assert_nonnull (strstr (program.out, *name));
}

static void
test_wrong_calls (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_autofree char *other = g_build_filename (folder, "other.atlas", NULL);
  g_auto (Program) program = { NULL };

  g_assert_true (g_file_set_contents (other, "no dataset", -1, NULL));
  program_run (&program, folder, "export", NULL);
  program_assert_refused (&program, "Name a dataset and a table");
  program_run (&program, folder, "export", dataset, NULL);
  program_assert_refused (&program, "Name a dataset and a table");
  program_run (&program, folder, "export", dataset, "units", NULL);
  program_assert_refused (&program, "--output");
  program_run (&program, folder, "export", dataset, "units", "--output", NULL);
  program_assert_refused (&program, "--output");
  program_run (&program, folder, "export", dataset, "units", "a.csv", "--output", "a.csv", NULL);
  program_assert_refused (&program, "“a.csv” is one argument too many");
  program_run (&program, folder, "export", dataset, "people", "--output", "a.csv", NULL);
  program_assert_refused (&program, "“people” is no table; there are: regions, units");
  program_run (&program, folder, "export", dataset, "units", "--output", "a.ods", NULL);
  program_assert_refused (&program, "“a.ods” ends neither in .csv nor in .xlsx");
  program_run (&program, folder, "export", "missing.atlas", "units", "--output", "a.csv", NULL);
  program_assert_refused (&program, "No such file or directory");
  program_run (&program, folder, "export", "other.atlas", "units", "--output", "a.csv", NULL);
  program_assert_refused (&program, "is no dataset of this program");
  program_run (&program, folder, "export", folder, "units", "--output", "a.csv", NULL);
  program_assert_refused (&program, "is no dataset of this program");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

static void
test_unwritable (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_autofree char *sub_folder = g_build_filename (folder, "b.csv", NULL);
  g_auto (Program) program = { NULL };

  g_assert_cmpint (g_mkdir (sub_folder, 0700), ==, 0);
  program_run (&program, folder, "export", dataset, "units", "--output", "no/such/a.csv", NULL);
  program_assert_refused (&program, "no/such/a.csv” cannot be written: No such file or directory");
  program_run (&program, folder, "export", dataset, "units", "--output", "no/such/a.xlsx", NULL);
  program_assert_refused (&program, "no/such/a.xlsx” cannot be written: No such file or directory");
  program_run (&program, folder, "export", dataset, "units", "--output", "b.csv", NULL);
  program_assert_refused (&program, "b.csv” cannot be written: Is a directory");
  /* No file can be made in /proc, not even by the superuser. */
  program_run (&program, folder, "export", dataset, "units", "--output", "/proc/a.csv", NULL);
  program_assert_refused (&program, "/proc/a.csv” cannot be written");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/export", test_export);
  g_test_add_func ("/export/help", test_help);
  g_test_add_func ("/export/wrong-calls", test_wrong_calls);
  g_test_add_func ("/export/unwritable", test_unwritable);
  return g_test_run ();
}
