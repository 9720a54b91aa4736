/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "row-dump.h"

static void
check (const char *text,
       const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = row_dump_text (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

static void
test_each ( void)
{
  check ("a,b\n1,2\n", "1:a|b\n2:1|2\n");
  check ("a;b\n1;2\n", "1:a|b\n2:1|2\n");
  check ("a\tb\n1\t2\n", "1:a|b\n2:1|2\n");
  check ("a\n1\n", "1:a\n2:1\n");
  check ("a，b\n1，2\n", "1:a，b\n2:1，2\n");
}

/* As pasted from a spreadsheet: tabs, and quotation marks only where a cell has several lines. */
static void
test_pasted ( void)
{
  check ("编号\t名称\t金额\n1\t甲,乙;丙\t1,234\n2\t\"多\n行\"\t5\n3\t\t7", "1:编号|名称|金额\n2:1|甲,乙;丙|1,234\n3:2|多\n行|5\n5:3||7\n");
}

static void
test_decimal_commas ( void)
{
  check ("名称;金额\n甲;1,5\n乙;2,5\n", "1:名称|金额\n2:甲|1,5\n3:乙|2,5\n");
  check ("甲;1,5\n乙;2,5\n", "1:甲|1,5\n2:乙|2,5\n");
  check ("名称;\"金额,元\"\n\"甲;\";\"1,5\"\n", "1:名称|金额,元\n2:甲;|1,5\n");
}

/* What is in quotes does not count, nor a mark within a cell. */
static void
test_quotes ( void)
{
  check ("a,b\n\"1;2;3\n4;5;6\n7;8;9\",x\n", "1:a|b\n2:1;2;3\n4;5;6\n7;8;9|x\n");
  check ("a,b\n\"x\"\";\n;\n;\n;\",y\n", "1:a|b\n2:x\";\n;\n;\n;|y\n");
  check ("5\",a\n6,b\n7\",c;d\n8,e;f\n", "1:5\"|a\n2:6|b\n3:7\"|c;d\n4:8|e;f\n");
}

/* Rows of titles and notes, rows of different lengths, and cells with lists. */
static void
test_untidy ( void)
{
  check ("2023年社工站统计表;县;乡\n\n单位：万元\na,b,c\n1,x;y;z,3\n4,x;y,6\n", "1:2023年社工站统计表;县;乡\n3:单位：万元\n4:a|b|c\n"
         "5:1|x;y;z|3\n6:4|x;y|6\n");
  check ("a,b;c\n1,2,3,4\n", "1:a|b;c\n2:1|2|3|4\n");
  check ("编号\t,姓名\t,县\t\n1\t,王\t,利通区\t\n", "1:编号\t|姓名\t|县\t\n2:1\t|王\t|利通区\t\n");
}

static void
test_named ( void)
{
  check ("sep=;\na,1;b\n1,2;3,4\n", "2:a,1|b\n3:1,2|3,4\n");
  check ("sep=,\r\na;1;2,b\r\n", "2:a;1;2|b\n");
  check ("\xEF\xBB\xBFSEP=|\ra,1|b\r", "2:a,1|b\n");
  check ("sep=\t\n\na,1,2\tb\n", "3:a,1,2|b\n");
  check ("sep=;", "");
  check ("sep=;x\na,b\nc,d\n", "1:sep=;x\n2:a|b\n3:c|d\n");
  check ("sep=a\nb,c\n", "1:sep=a\n2:b|c\n");
  check ("a,b\nsep=;\n1,2\n", "1:a|b\n2:sep=;\n3:1|2\n");
}

static void
test_named_utf16 ( void)
{
  const char text[] = "\xff\xfes\0e\0p\0=\0;\0\r\0\n\0" "a\0,\0" "1\0;\0" "b";
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = row_dump_text (text, sizeof text, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, "2:a,1|b\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delimiter/each", test_each);
  g_test_add_func ("/delimiter/pasted", test_pasted);
  g_test_add_func ("/delimiter/decimal-commas", test_decimal_commas);
  g_test_add_func ("/delimiter/quotes", test_quotes);
  g_test_add_func ("/delimiter/untidy", test_untidy);
  g_test_add_func ("/delimiter/named", test_named);
  g_test_add_func ("/delimiter/named-utf16", test_named_utf16);
  return g_test_run ();
}
