/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/text-table.h"

static void
add (AtlasTextTable *table,
     const char     *a,
     const char     *b,
     const char     *c)
{
  const char *cells[] = { a, b, c, NULL };

  atlas_text_table_add (table, cells);
}

static void
test_columns (void)
{
  const char *headings[] = { "地区", "Value", "Note", NULL };
  const gboolean right[] = { FALSE, TRUE, FALSE };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, right);
  g_autofree char *text = NULL;

  add (table, "宁夏", "4,072", "(1)");
  add (table, "Dali", "477", "");
  add (table, "", "—", "(2)");
  text = atlas_text_table_to_string (table);
  g_assert_cmpstr (text, ==,
                   "地区  Value  Note\n"
                   "宁夏  4,072  (1)\n"
                   "Dali    477\n"
                   "          —  (2)\n");
}

static void
test_empty_columns (void)
{
  const char *headings[] = { "a", "empty", "c", NULL };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, NULL);
  g_autofree char *text = NULL;

  add (table, "1", "", "3");
  text = atlas_text_table_to_string (table);
  g_assert_cmpstr (text, ==, "a  c\n1  3\n");
}

static void
test_width (void)
{
  g_assert_cmpuint (atlas_text_width (""), ==, 0);
  g_assert_cmpuint (atlas_text_width ("4,072人"), ==, 7);
  g_assert_cmpuint (atlas_text_width ("é"), ==, 1);
  g_assert_cmpuint (atlas_text_width ("e\xcc\x81"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/columns", test_columns);
  g_test_add_func ("/text-table/empty-columns", test_empty_columns);
  g_test_add_func ("/text-table/width", test_width);
  return g_test_run ();
}
