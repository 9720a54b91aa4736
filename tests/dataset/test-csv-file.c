/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <string.h>

#include "dataset/csv-file.h"

/* Writes each record as "LINE:cell|cell" and a line feed. */
static gboolean
note_record (guint               line,
             const char *const  *cells,
             guint               n_cells,
             gpointer            user_data,
             GError            **error)
{
  GString *seen = user_data;

  g_string_append_printf (seen, "%u:", line);
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (seen, "%s%s", i > 0 ? "|" : "", cells[i]);
  g_string_append_c (seen, '\n');
  if (strcmp (cells[0], "stop") != 0)
    return TRUE;
  g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED, "stopped");
  return FALSE;
}

static char *
read_text (const char  *text,
           gssize       length,
           GError     **error)
{
  char *folder = test_folder_make ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  GString *seen = g_string_new (NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  g_assert_true (atlas_csv_read_file (path, note_record, seen, error) == (*error == NULL));
  test_folder_remove (folder);
  return g_string_free (seen, FALSE);
}

static void
check_read (const char *text,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, expected);
}

static void
test_read (void)
{
  check_read ("", "");
  check_read ("\n\r\n\n", "");
  check_read ("a,b\n1,2\n", "1:a|b\n2:1|2\n");
  check_read ("a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n");
  check_read ("a,b\r1,2", "1:a|b\n2:1|2\n");
  check_read ("\xEF\xBB\xBF" "a,b\n1,2", "1:a|b\n2:1|2\n");
  check_read ("a,b\n\n\n1,2\n", "1:a|b\n4:1|2\n");
  check_read ("a,b\r\n\r\n\r\n1,2\r\n", "1:a|b\n4:1|2\n");
  check_read ("a,,\n,,\n", "1:a||\n2:||\n");
  check_read (" a ,\tb\n", "1: a |\tb\n");
  check_read ("\"a,b\",\"say \"\"so\"\"\"\n", "1:a,b|say \"so\"\n");
  check_read ("\"one\ntwo\",x\nlast,y\n", "1:one\ntwo|x\n3:last|y\n");
  check_read ("\"one\r\ntwo\",x\r\nlast,y\r\n", "1:one\r\ntwo|x\n3:last|y\n");
  check_read ("\"\",x\n", "1:|x\n");
  check_read ("吴忠市,“四个结合”\n", "1:吴忠市|“四个结合”\n");
}

static void
check_refused (const char *text,
               gssize      length,
               const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = read_text (text, length, &error);

  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_cmpstr (error->message, ==, says);
}

static void
test_refuse (void)
{
  check_refused ("a,b\n1,\"2\n3\n", -1, "a.csv, line 2: a quotation is opened and never closed");
  check_refused ("a,b\n1,2\"3\n", -1,
                 "a.csv, line 2: a quotation mark stands where none may; write it twice inside quoted text");
  check_refused ("a,b\n\"1\"x,2\n", -1,
                 "a.csv, line 2: a quotation mark stands where none may; write it twice inside quoted text");
  check_refused ("a,b\n1,\xff\n", -1, "a.csv, line 2: it is not UTF-8 text");
  check_refused ("a,b\n\"1\n2\",3\n\xe5\x90,1\n", -1, "a.csv, line 4: it is not UTF-8 text");
  check_refused ("a,b\n1,\0,2\n", 10, "a.csv, line 2: it holds a NUL byte");
}

static void
test_stop (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = read_text ("a\nstop\nb\n", -1, &error);

  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED);
  g_assert_cmpstr (seen, ==, "1:a\n2:stop\n");
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_csv_read_file ("/no/such/file.csv", note_record, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "/no/such/file.csv"));
}

static void
check_cell (const char *cell,
            const char *expected)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  atlas_csv_append_cell (csv, cell);
  g_assert_cmpstr (csv->str, ==, expected);
}

static void
test_append (void)
{
  check_cell ("", "");
  check_cell ("吴忠 市", "吴忠 市");
  check_cell ("a,b", "\"a,b\"");
  check_cell ("say \"so\"", "\"say \"\"so\"\"\"");
  check_cell ("a\nb", "\"a\nb\"");
  check_cell ("a\rb", "\"a\rb\"");
}

static void
test_guard (void)
{
  const char *run[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-1" };
  const char *plain[] = { "", "1", "a=1", "'", "'a", "“=1”", "2021/..", "../2022" };

  for (guint i = 0; i < G_N_ELEMENTS (run); i++)
    {
      g_autofree char *guarded = g_strconcat ("'", run[i], NULL);

      g_assert_true (atlas_csv_needs_guard (run[i]));
      g_assert_cmpstr (atlas_csv_skip_guard (guarded), ==, run[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_assert_false (atlas_csv_needs_guard (plain[i]));
      g_assert_cmpstr (atlas_csv_skip_guard (plain[i]), ==, plain[i]);
    }
  g_assert_cmpstr (atlas_csv_skip_guard ("=1"), ==, "=1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/csv/read", test_read);
  g_test_add_func ("/dataset/csv/refuse", test_refuse);
  g_test_add_func ("/dataset/csv/stop", test_stop);
  g_test_add_func ("/dataset/csv/no-file", test_no_file);
  g_test_add_func ("/dataset/csv/append", test_append);
  g_test_add_func ("/dataset/csv/guard", test_guard);
  return g_test_run ();
}
