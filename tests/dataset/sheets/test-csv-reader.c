/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

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
test_lines (void)
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
test_cells (void)
{
  check_read ("a,,\n,,\nb,c\n", "1:a\n3:b|c\n");
  check_read (",,a,b\n,,1,2\n", "1:||a|b\n2:||1|2\n");
  check_read ("a,b,,,,\n1,2,,,,\n", "1:a|b\n2:1|2\n");
  check_read (" a ,\tb \n", "1: a |\tb \n");
  check_read ("吴忠市,“四个结合”，一\n", "1:吴忠市|“四个结合”，一\n");
  check_read ("'=1+1,x\n", "1:'=1+1|x\n");
}

static void
test_quotes (void)
{
  check_read ("\"a,b\",\"say \"\"so\"\"\"\n", "1:a,b|say \"so\"\n");
  check_read ("\"\",x\n", "1:|x\n");
  check_read ("\"one\ntwo\",x\nlast,y\n", "1:one\ntwo|x\n3:last|y\n");
  check_read ("\"one\r\ntwo\",x\r\nlast,y\r\n", "1:one\r\ntwo|x\n3:last|y\n");
  check_read ("a\r\"one\rtwo\n\r\nthree\",\"\n\"\rlast\r", "1:a\n2:one\rtwo\n\r\nthree|\n\n7:last\n");
}

/* In a cell without quotes a mark is text, and what follows a closing mark belongs to the cell. */
static void
test_stray_quotes (void)
{
  check_read ("5\" pipe,b\n1,2\n", "1:5\" pipe|b\n2:1|2\n");
  check_read ("\"甲\"乙,1\n\"丙\",2\n", "1:甲乙|1\n2:丙|2\n");
  check_read ("\"a\" , \"b\"\n1,2\n", "1:a | \"b\"\n2:1|2\n");
  check_read ("\"a\"b\"c\",\"d\"\n", "1:ab\"c\"|d\n");
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
test_open_quotes (void)
{
  const char *open = "a.csv, line 3: a quotation is opened here and not closed in its cell; mend the quotation marks";

  check_read ("a,b\n1,\"2", "1:a|b\n2:1|2\n");
  check_read ("a,b\n1,\"2\r\n", "1:a|b\n2:1|2\n");
  check_refused ("a,b\n1,2\n3,\"4\n5,6\n7,8\n", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
  check_refused ("a,b\n\"1\n1\",\"2\n3\n", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
  check_refused ("a,b\n1,2\n3,\"4\n5,\"6\"\n7,8\n", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
  check_refused ("a,b\r1,2\r3,\"4\r5,\"6\"\r7,8\r", ATLAS_SHEET_ERROR_WRONG_FORMAT, open);
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
  return g_test_run ();
}
