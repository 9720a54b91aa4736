/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dataset/sheets/sheet.h"
#include "row-dump.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("shegong-atlas-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "人员.csv", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_text_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (AtlasWorkbook) workbook = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "编号,姓名\n1,吴忠\n", -1, NULL));
  workbook = atlas_workbook_open (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 1);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 0)->name, ==, "");
  g_assert_false (atlas_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_cmpstr (atlas_workbook_get_encoding (workbook), ==, "UTF-8");
  for (guint i = 0; i < 2; i++)
    {
      g_string_truncate (dump, 0);
      g_assert_true (atlas_workbook_read_sheet (workbook, 0, row_dump, dump, NULL, &error));
      g_assert_cmpstr (dump->str, ==, "1:编号|姓名\n2:1|吴忠\n");
    }
}

static void
check_failed (const char      *path,
              AtlasSheetError  code,
              const char      *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open (path, NULL, NULL, &error);

  g_assert_null (workbook);
  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_assert_cmpstr (error->message, ==, says);
}

static void
test_not_there (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *name = g_path_get_basename (fixture->folder);
  g_autofree char *says = g_strdup_printf ("“%s” cannot be read: it is a folder; choose a file in it", name);

  check_failed (fixture->path, ATLAS_SHEET_ERROR_FAILED, "“人员.csv” cannot be read: No such file or directory");
  check_failed (fixture->folder, ATLAS_SHEET_ERROR_FAILED, says);
  check_failed ("/dev/zero", ATLAS_SHEET_ERROR_FAILED, "“zero” cannot be read: it is no file");
}

static void
test_truncated_archive (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "PK\3\4\x14\0\0\0\x08\0", 10, NULL));
  check_failed (fixture->path, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                "“人员.csv” cannot be read: it is cut off or damaged; copy it again from where it came from");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/workbook/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("text-file", test_text_file);
  ADD ("not-there", test_not_there);
  ADD ("truncated-archive", test_truncated_archive);
#undef ADD
  return g_test_run ();
}
