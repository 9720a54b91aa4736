/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "row-dump.h"

static void
check_read (const char *text,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = row_dump_text (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

/* Empty lines are passed over and counted, in all three ways to end a line. */
static void
test_lines ( void)
{
  check_read ("a,b\n1,2\n", "1:a|b\n2:1|2\n");
  check_read ("a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n");
  check_read ("a,b\r1,2\r", "1:a|b\n2:1|2\n");
  check_read ("a,b\n1,2", "1:a|b\n2:1|2\n");
  check_read ("a,b\n\n\n1,2\n", "1:a|b\n4:1|2\n");
  check_read ("a,b\r\n\r\n\r\n1,2\r\n", "1:a|b\n4:1|2\n");
  check_read ("\r\r\na,b\r\n\n\r1,2\r\r3,4\n\r\n5,6", "3:a|b\n6:1|2\n8:3|4\n10:5|6\n");
}

static void
test_cells ( void)
{
  check_read ("a,,\n,,\nb,c\n", "1:a\n3:b|c\n");
  check_read (",,a,b\n,,1,2\n", "1:||a|b\n2:||1|2\n");
  check_read ("a,b,,,,\n1,2,,,,\n", "1:a|b\n2:1|2\n");
  check_read (" a ,\tb \n1,2\n", "1: a |\tb \n2:1|2\n");
  check_read ("吴忠市,“四个结合”，一\n", "1:吴忠市|“四个结合”，一\n");
  check_read ("'=1+1,x\n", "1:'=1+1|x\n");
}

static void
test_quotes ( void)
{
  check_read ("\"a,b\",\"say \"\"so\"\"\"\n", "1:a,b|say \"so\"\n");
  check_read ("\"\",x\n", "1:|x\n");
  check_read ("\"one\ntwo\",x\nlast,y\n", "1:one\ntwo|x\n3:last|y\n");
  check_read ("\"one\r\ntwo\",x\r\nlast,y\r\nz,z", "1:one\r\ntwo|x\n3:last|y\n4:z|z\n");
  check_read ("a\r\"one\rtwo\n\r\nthree\",\"\n\"\rlast\r", "1:a\n2:one\rtwo\n\r\nthree|\n\n7:last\n");
}

/* In a cell without quotes a mark is text, and what follows a closing mark belongs to the cell. */
static void
test_stray_quotes ( void)
{
  check_read ("5\" pipe,b\n1,2\n", "1:5\" pipe|b\n2:1|2\n");
  check_read ("\"甲\"乙,1\n\"丙\",2\n", "1:甲乙|1\n2:丙|2\n");
  check_read ("\"a\" , \"b\"\n1,2\n", "1:a | \"b\"\n2:1|2\n");
  check_read ("\"a\"b\"c\",\"d\"\n", "1:ab\"c\"|d\n");
  check_read ("\"a\nb\" \t,\"c\"d\n1,2\n", "1:a\nb \t|cd\n3:1|2\n");
}

static void
append_repeated (GString    *text,
                 const char *piece,
                 gsize       n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
}

/* Text is read in blocks; here their end lies before, in and behind the second record, which alone has quotes. */
static void
test_quotes_between_blocks (void)
{
  for (guint n_before = 65500; n_before < 65540; n_before++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new ("1:");

      append_repeated (text, "x", n_before);
      append_repeated (expected, "x", n_before);
      g_string_append (text, "\n\"one\r\ntwo\",\"th\"ree\n");
      g_string_append (expected, "\n2:one\r\ntwo|three\n");
      append_repeated (text, "4,4\n", 100);
      for (guint line = 4; line < 104; line++)
        g_string_append_printf (expected, "%u:4|4\n", line);
      check_read (text->str, expected->str);
    }
}

static void
check_refused (const char      *text,
               AtlasSheetError  code,
               const char      *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = row_dump_text (text, -1, NULL, &error);

  g_assert_error (error, ATLAS_SHEET_ERROR, code);
  g_assert_cmpstr (error->message, ==, says);
}

/* Open to the end it may have swallowed rows, unless it is on the last line. So may one whose end goes on. */
static void
test_open_quotes ( void)
{
  const char *open = "a.csv, line 3: a quotation is opened here and not closed in its cell; mend the quotation marks";

  check_read ("a,b\n1,\"2", "1:a|b\n2:1|2\n");
  check_read ("a,b\n1,\"2\r\n", "1:a|b\n2:1|2\n");
  check_refused ("a,b\n1,2\n3,\"4\n5,6\n7,8\n", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
  check_refused ("a,b\n\"1\n1\",\"2\n3\n", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
  check_refused ("a,b\n1,2\n3,\"4\n5,\"6\"\n7,8\n", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
  check_refused ("a,b\r1,2\r3,\"4\r5,\"6\"\r7,8\r", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
}

static void
test_long_cell ( void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n\n1,");
  g_autoptr (GString) expected = g_string_new ("1:a|b\n3:1|");
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;

  append_repeated (text, "x", ATLAS_SHEET_MAX_CELL_BYTES);
  append_repeated (expected, "x", ATLAS_SHEET_MAX_CELL_BYTES);
  g_string_append_c (expected, '\n');
  check_read (text->str, expected->str);
  g_string_append (text, "x\n4,5\n");
  dump = row_dump_text (text->str, -1, NULL, &error);
  g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "a.csv, line 3: a cell is too long");
  g_assert_cmpstr (dump, ==, "1:a|b\n");
}

static void
test_columns ( void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GString) expected = g_string_new ("1:a|b\n2:");

  append_repeated (text, "1,", ATLAS_SHEET_MAX_COLUMNS - 1);
  append_repeated (expected, "1|", ATLAS_SHEET_MAX_COLUMNS - 1);
  g_string_append (text, "2,,,\n");
  g_string_append (expected, "2\n");
  check_read (text->str, expected->str);
  g_string_append (text, "x\n");
  append_repeated (text, "1,", ATLAS_SHEET_MAX_COLUMNS);
  g_string_append (text, "2\n");
  check_refused (text->str, ATLAS_SHEET_ERROR_TOO_LARGE, "a.csv, line 4: there are too many columns");
}

/* Of many cells, of one without an end, and of one whose quotes are open from the second line on. */
static void
test_long_record ( void)
{
  const char *says = "a.csv, line 2: a record is too long; is there a quotation mark that is not closed?";
  g_autofree char *cell = g_strnfill (1000, 'x');
  g_autofree char *cells = g_strdup_printf ("%s,", cell);
  g_autofree char *line = g_strdup_printf ("%s,y\n", cell);
  g_autoptr (GString) text = g_string_new ("a,b\n");

  append_repeated (text, cells, 10000);
  check_refused (text->str, ATLAS_SHEET_ERROR_TOO_LARGE, says);
  g_string_assign (text, "a,b\n");
  append_repeated (text, cell, 10000);
  check_refused (text->str, ATLAS_SHEET_ERROR_TOO_LARGE, says);
  g_string_assign (text, "a,b\n1,\"");
  append_repeated (text, line, 10000);
  check_refused (text->str, ATLAS_SHEET_ERROR_TOO_LARGE, says);
}

static gboolean
count_row (const AtlasSheetRow  *row,
           gpointer              user_data,
           GError              **error)
{
  guint *n_rows = user_data;

  g_assert_cmpuint (row->line, ==, ++*n_rows);
  return TRUE;
}

static AtlasWorkbook *
open_many_lines (guint n_lines)
{
  char *text = g_malloc (2 * (gsize) n_lines);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < n_lines; i++)
    memcpy (text + 2 * i, "1\n", 2);
  bytes = g_bytes_new_take (text, 2 * (gsize) n_lines);
  return atlas_workbook_open_bytes (bytes, "a.csv", NULL, NULL, NULL);
}

static void
test_many_rows ( void)
{
  g_autoptr (AtlasWorkbook) workbook = open_many_lines (ATLAS_SHEET_MAX_ROWS + 1);
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_assert_false (atlas_workbook_read_sheet (workbook, 0, count_row, &n_rows, NULL, &error));
  g_assert_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "a.csv, line 10000001: there are too many rows; split the file");
  g_assert_cmpuint (n_rows, ==, ATLAS_SHEET_MAX_ROWS);
}

/* What the row function does on the third row. */
typedef struct {
  guint n_rows;
  gboolean fails;
  GCancellable *cancels;
} Third;

static gboolean
stop_at_third (const AtlasSheetRow  *row,
               gpointer              user_data,
               GError              **error)
{
  Third *third = user_data;

  if (++third->n_rows != 3)
    return TRUE;
  g_cancellable_cancel (third->cancels);
  if (third->fails)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return third->cancels != NULL;
}

static void
test_stop ( void)
{
  g_autoptr (AtlasWorkbook) workbook = open_many_lines (100000);
  g_autoptr (GError) error = NULL;
  Third stops = { 0 }, fails = { .fails = TRUE };

  g_assert_true (atlas_workbook_read_sheet (workbook, 0, stop_at_third, &stops, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stops.n_rows, ==, 3);
  g_assert_false (atlas_workbook_read_sheet (workbook, 0, stop_at_third, &fails, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (fails.n_rows, ==, 3);
}

/* Within some ten thousand of the shortest rows. */
static void
test_cancel ( void)
{
  g_autoptr (AtlasWorkbook) workbook = open_many_lines (1000000);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\n", 4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Third third = { .cancels = cancellable };

  g_assert_false (atlas_workbook_read_sheet (workbook, 0, stop_at_third, &third, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (third.n_rows, <, 50000);
  g_clear_error (&error);
  g_assert_null (atlas_workbook_open_bytes (bytes, "a.csv", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty ( void)
{
  const char *texts[] = { "", "\n", " \t\r\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n　\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i], ATLAS_SHEET_ERROR_EMPTY_FILE, "“a.csv” cannot be read: it is empty; choose another file");
}

/* Long after many blank lines, and where no cell holds anything. */
static void
test_almost_empty ( void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_repeated (text, "\r\n", 100000);
  check_refused (text->str, ATLAS_SHEET_ERROR_EMPTY_FILE, "“a.csv” cannot be read: it is empty; choose another file");
  g_string_append (text, "a;b");
  check_read (text->str, "100001:a|b\n");
  check_read (",,\n,,\n", "");
}

/* The same where what follows the closing mark lies in the next block. */
static void
test_open_quotes_between_blocks (void)
{
  for (guint n_before = 65500; n_before < 65540; n_before++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_repeated (text, "x", n_before);
      g_string_append (text, "\n\"1\n2\"three,4\n5,6\n");
      check_refused (text->str, ATLAS_SHEET_ERROR_WRONG_FORMAT,
                     "a.csv, line 2: a quotation is opened here and not closed in its cell; mend the quotation marks");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/lines", test_lines);
  g_test_add_func ("/csv-reader/cells", test_cells);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/stray-quotes", test_stray_quotes);
  g_test_add_func ("/csv-reader/open-quotes", test_open_quotes);
  g_test_add_func ("/csv-reader/quotes-between-blocks", test_quotes_between_blocks);
  g_test_add_func ("/csv-reader/open-quotes-between-blocks", test_open_quotes_between_blocks);
  g_test_add_func ("/csv-reader/long-cell", test_long_cell);
  g_test_add_func ("/csv-reader/columns", test_columns);
  g_test_add_func ("/csv-reader/long-record", test_long_record);
  g_test_add_func ("/csv-reader/many-rows", test_many_rows);
  g_test_add_func ("/csv-reader/stop", test_stop);
  g_test_add_func ("/csv-reader/cancel", test_cancel);
  g_test_add_func ("/csv-reader/empty", test_empty);
  g_test_add_func ("/csv-reader/almost-empty", test_almost_empty);
  return g_test_run ();
}
