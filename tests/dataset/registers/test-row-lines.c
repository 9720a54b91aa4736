/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-lines.h"

static void
test_lines (void)
{
  g_autoptr (AtlasRowLines) lines = atlas_row_lines_new ();
  const gint64 ids[] = { 1, 1023, 1024, 1025, 2000000, G_MAXINT64 };

  g_assert_cmpuint (atlas_row_lines_get (lines, 1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    atlas_row_lines_set (lines, ids[i], 10 + i);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (atlas_row_lines_get (lines, ids[i]), ==, 10 + i);
  g_assert_cmpuint (atlas_row_lines_get (lines, 2), ==, 0);
  g_assert_cmpuint (atlas_row_lines_get (lines, 1999999), ==, 0);
  atlas_row_lines_set (lines, 1, 99);
  g_assert_cmpuint (atlas_row_lines_get (lines, 1), ==, 99);

  atlas_row_lines_clear (lines);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (atlas_row_lines_get (lines, ids[i]), ==, 0);
  atlas_row_lines_set (lines, 1, 7);
  g_assert_cmpuint (atlas_row_lines_get (lines, 1), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-lines/lines", test_lines);
  return g_test_run ();
}
