/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/sheet-row.h"

/* Gaps are empty cells, what is empty at the end is cut off, and texts outlive the growth of the row. */
static void
test_gaps (void)
{
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();
  const AtlasSheetRow *row;

  atlas_row_builder_begin (builder, 7, TRUE);
  g_assert_true (atlas_row_builder_set (builder, 2, ATLAS_CELL_NUMBER, "12345", 3, FALSE));
  g_assert_true (atlas_row_builder_set (builder, 400, ATLAS_CELL_TEXT, "末", -1, TRUE));
  g_assert_true (atlas_row_builder_set (builder, 401, ATLAS_CELL_EMPTY, "", -1, FALSE));
  row = atlas_row_builder_get (builder);
  g_assert_nonnull (row);
  g_assert_cmpuint (row->line, ==, 7);
  g_assert_true (row->hidden);
  g_assert_cmpuint (row->n_cells, ==, 401);
  g_assert_cmpint (row->cells[0].kind, ==, ATLAS_CELL_EMPTY);
  g_assert_cmpstr (row->cells[0].text, ==, "");
  g_assert_cmpint (row->cells[2].kind, ==, ATLAS_CELL_NUMBER);
  g_assert_cmpstr (row->cells[2].text, ==, "123");
  g_assert_cmpstr (row->cells[400].text, ==, "末");
  g_assert_true (row->cells[400].spread);
}

static void
test_repeat (void)
{
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();
  const AtlasSheetRow *row;

  atlas_row_builder_set (builder, 1, ATLAS_CELL_NUMBER, "12", -1, FALSE);
  atlas_row_builder_set (builder, 2, ATLAS_CELL_TEXT, "x", -1, FALSE);
  atlas_row_builder_set (builder, 4, ATLAS_CELL_TEXT, "y", -1, FALSE);
  g_assert_true (atlas_row_builder_repeat (builder, 1, 2, TRUE));
  g_assert_true (atlas_row_builder_repeat (builder, 4, 0, TRUE));
  row = atlas_row_builder_get (builder);
  g_assert_cmpuint (row->n_cells, ==, 5);
  for (guint i = 1; i <= 3; i++)
    {
      g_assert_cmpint (row->cells[i].kind, ==, ATLAS_CELL_NUMBER);
      g_assert_cmpstr (row->cells[i].text, ==, "12");
      g_assert_cmpint (row->cells[i].spread, ==, i > 1);
    }
  g_assert_cmpstr (row->cells[4].text, ==, "y");
  g_assert_false (row->cells[4].spread);
  g_assert_true (atlas_row_builder_repeat (builder, 4, ATLAS_SHEET_MAX_COLUMNS - 5, FALSE));
  g_assert_cmpuint (atlas_row_builder_get (builder)->n_cells, ==, ATLAS_SHEET_MAX_COLUMNS);
  g_assert_false (atlas_row_builder_repeat (builder, 4, ATLAS_SHEET_MAX_COLUMNS - 4, FALSE));
  g_assert_false (atlas_row_builder_repeat (builder, 4, G_MAXUINT, FALSE));
}

static void
test_empty (void)
{
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();

  g_assert_null (atlas_row_builder_get (builder));
  atlas_row_builder_set (builder, 3, ATLAS_CELL_EMPTY, "", -1, FALSE);
  g_assert_null (atlas_row_builder_get (builder));
  atlas_row_builder_set (builder, 3, ATLAS_CELL_TEXT, "x", -1, FALSE);
  g_assert_nonnull (atlas_row_builder_get (builder));
  atlas_row_builder_begin (builder, 2, FALSE);
  g_assert_null (atlas_row_builder_get (builder));
}

/* Empty cells behind the last are nothing; before it they take the place of what was there. */
static void
test_repeat_empty (void)
{
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();
  const AtlasSheetRow *row;

  atlas_row_builder_set (builder, 1, ATLAS_CELL_TEXT, "x", -1, FALSE);
  atlas_row_builder_set (builder, 2, ATLAS_CELL_TEXT, "y", -1, FALSE);
  g_assert_true (atlas_row_builder_set (builder, 9, ATLAS_CELL_EMPTY, "", -1, TRUE));
  g_assert_true (atlas_row_builder_repeat (builder, 9, 100, TRUE));
  g_assert_true (atlas_row_builder_repeat (builder, 0, 1, TRUE));
  row = atlas_row_builder_get (builder);
  g_assert_cmpuint (row->n_cells, ==, 3);
  g_assert_cmpint (row->cells[1].kind, ==, ATLAS_CELL_EMPTY);
  g_assert_cmpstr (row->cells[1].text, ==, "");
  g_assert_true (row->cells[1].spread);
  g_assert_cmpstr (row->cells[2].text, ==, "y");
}

/* A faulty row is handed on even without cells, with its first fault. */
static void
test_fault (void)
{
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();
  const AtlasSheetRow *row;

  atlas_row_builder_fault (builder, ATLAS_ROW_FAULT_NUL_BYTE, 4);
  atlas_row_builder_fault (builder, ATLAS_ROW_FAULT_BAD_ENCODING, 5);
  row = atlas_row_builder_get (builder);
  g_assert_nonnull (row);
  g_assert_cmpint (row->fault, ==, ATLAS_ROW_FAULT_NUL_BYTE);
  g_assert_cmpuint (row->fault_column, ==, 4);
}

static void
test_too_wide (void)
{
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();

  g_assert_true (atlas_row_builder_set (builder, ATLAS_SHEET_MAX_COLUMNS - 1, ATLAS_CELL_TEXT, "x", 1, FALSE));
  g_assert_false (atlas_row_builder_set (builder, ATLAS_SHEET_MAX_COLUMNS, ATLAS_CELL_TEXT, "x", 1, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-row/gaps", test_gaps);
  g_test_add_func ("/sheet-row/repeat", test_repeat);
  g_test_add_func ("/sheet-row/repeat-empty", test_repeat_empty);
  g_test_add_func ("/sheet-row/empty", test_empty);
  g_test_add_func ("/sheet-row/fault", test_fault);
  g_test_add_func ("/sheet-row/too-wide", test_too_wide);
  return g_test_run ();
}
