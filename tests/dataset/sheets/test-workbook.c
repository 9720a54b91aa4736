/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>

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
  g_assert_cmpstr (atlas_workbook_get_name (workbook), ==, "人员.csv");
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

/* Names say nothing. */
static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "PK\3\4\x14\0\0\0\x08\0", 10, NULL));
  check_failed (fixture->path, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                "“人员.csv” is damaged: its archive is cut off or not readable. Get the file anew, or save it again "
                "in a spreadsheet program.");
  g_assert_true (g_file_set_contents (fixture->path, "\x89PNG\r\n\x1a\n", 8, NULL));
  check_failed (fixture->path, ATLAS_SHEET_ERROR_WRONG_FORMAT,
                "“人员.csv” cannot be read: it is a picture; get the table itself, as .xlsx or .csv");
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  check_failed (fixture->path, ATLAS_SHEET_ERROR_EMPTY_FILE,
                "“人员.csv” cannot be read: it is empty; choose another file");
}

/* Of no kind that is known by its first bytes. */
static void
test_noise (Fixture       *fixture,
            gconstpointer  data)
{
  char noise[10000] = "noise";

  for (guint i = 5; i < G_N_ELEMENTS (noise); i++)
    noise[i] = g_test_rand_int_range (0, 256);
  g_assert_true (g_file_set_contents (fixture->path, noise, sizeof noise, NULL));
  check_failed (fixture->path, ATLAS_SHEET_ERROR_WRONG_FORMAT,
                "“人员.csv” cannot be read: it is no text; choose a text file (CSV), an .xlsx or an .ods file");
}

static void
write_long_line (const char *path,
                 guint       n_megabytes)
{
  g_autofree char *megabyte = g_strnfill (1 << 20, 'x');
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("a,b\n1,2\n", file);
  for (guint i = 0; i < n_megabytes; i++)
    fputs (megabyte, file);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_long_line (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) dump = g_string_new (NULL);

  write_long_line (fixture->path, 100);
  workbook = atlas_workbook_open (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (atlas_workbook_read_sheet (workbook, 0, row_dump, dump, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==,
                   "人员.csv, line 3: a record is too long; is there a quotation mark that is not closed?");
  g_assert_cmpstr (dump->str, ==, "1:a|b\n2:1|2\n");
}

/* Larger than what is given back at once, and read twice. */
static void
test_large_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint line = 1; line <= 500000; line++)
    {
      g_string_append_printf (text, "%u,宁夏吴忠市\n", line);
      g_string_append_printf (expected, "%u:%u|宁夏吴忠市\n", line, line);
    }
  g_assert_true (g_file_set_contents (fixture->path, text->str, text->len, NULL));
  workbook = atlas_workbook_open (fixture->path, NULL, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) dump = g_string_new (NULL);

      g_assert_true (atlas_workbook_read_sheet (workbook, 0, row_dump, dump, NULL, NULL));
      g_assert_true (g_string_equal (dump, expected));
    }
}

static void
count_destroyed (gpointer data)
{
  ++*(guint *) data;
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (AtlasWorkbook) workbook = NULL;
  guint n_first = 0, n_second = 0;

  g_assert_true (g_file_set_contents (fixture->path, "a,b\n", -1, NULL));
  workbook = atlas_workbook_open (fixture->path, NULL, NULL, NULL);
  g_assert_null (atlas_workbook_get_kept (workbook, 0));
  atlas_workbook_keep (workbook, 0, &n_first, count_destroyed);
  g_assert_true (atlas_workbook_get_kept (workbook, 0) == &n_first);
  atlas_workbook_keep (workbook, 0, &n_second, count_destroyed);
  g_assert_true (atlas_workbook_get_kept (workbook, 0) == &n_second);
  g_assert_cmpuint (n_first, ==, 1);
  g_clear_pointer (&workbook, atlas_workbook_free);
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_second, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/workbook/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("text-file", test_text_file);
  ADD ("not-there", test_not_there);
  ADD ("content", test_content);
  ADD ("noise", test_noise);
  ADD ("long-line", test_long_line);
  ADD ("large-file", test_large_file);
  ADD ("kept", test_kept);
#undef ADD
  return g_test_run ();
}
