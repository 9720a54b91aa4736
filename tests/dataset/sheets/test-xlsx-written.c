/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "row-dump.h"

/* What a library that others use writes is read as it was meant; with constant memory, texts stand in the
 * cells. */

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place         *place,
        gconstpointer  data)
{
  place->folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "written.xlsx", NULL);
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  g_remove (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
write_rows (lxw_workbook  *workbook,
            lxw_worksheet *sheet)
{
  lxw_format *date = workbook_add_format (workbook), *moment = workbook_add_format (workbook);
  lxw_datetime day = { 2023, 5, 1, 0, 0, 0 }, evening = { 2023, 5, 1, 20, 15, 30 };

  format_set_num_format (date, "yyyy\"年\"m\"月\"d\"日\"");
  format_set_num_format_index (moment, 22);
  worksheet_write_string (sheet, 0, 0, "姓名", NULL);
  worksheet_write_string (sheet, 0, 1, " a\n<b> & \"c\" ", NULL);
  worksheet_write_number (sheet, 0, 2, 1.1, NULL);
  worksheet_write_number (sheet, 0, 3, 640303100001, NULL);
  worksheet_write_datetime (sheet, 0, 4, &day, date);
  worksheet_write_datetime (sheet, 0, 5, &evening, moment);
  worksheet_set_row_opt (sheet, 2, 20, NULL, &(lxw_row_col_options) { .hidden = 1 });
  worksheet_write_boolean (sheet, 2, 1, 1, NULL);
  worksheet_write_formula_num (sheet, 2, 2, "=1/3", NULL, 1.0 / 3);
  worksheet_write_formula_str (sheet, 2, 3, "=\"甲\"&\"乙\"", NULL, "甲乙");
  worksheet_write_blank (sheet, 2, 4, date);
  worksheet_write_string (sheet, 2, 5, "姓名", NULL);
}

static char *
dump (AtlasWorkbook *workbook,
      guint          sheet)
{
  GString *rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_workbook_read_sheet (workbook, sheet, row_dump, rows, NULL, &error));
  g_assert_no_error (error);
  return g_string_free (rows, FALSE);
}

static AtlasWorkbook *
open_written (Place *place)
{
  g_autoptr (GError) error = NULL;
  AtlasWorkbook *workbook = atlas_workbook_open (place->path, NULL, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

static void
test_rows (Place         *place,
           gconstpointer  data)
{
  lxw_workbook_options options = { .constant_memory = GPOINTER_TO_INT (data) };
  lxw_workbook *written = workbook_new_opt (place->path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (written, "人员"), *hidden;
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autofree char *rows = NULL;

  write_rows (written, sheet);
  hidden = workbook_add_worksheet (written, "藏");
  worksheet_hide (hidden);
  g_assert_cmpint (workbook_close (written), ==, LXW_NO_ERROR);
  workbook = open_written (place);
  rows = dump (workbook, 0);
  g_assert_cmpstr (rows, ==,
                   "1:姓名| a\n<b> & \"c\" |=1.1|=640303100001|@2023-05-01|@2023-05-01T20:15:30\n"
                   "3 hidden:|?1|=0.3333333333333333|甲乙||姓名\n");
  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 0)->name, ==, "人员");
  g_assert_false (atlas_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 1)->name, ==, "藏");
  g_assert_true (atlas_workbook_get_sheet (workbook, 1)->hidden);
}

/* A chart has a sheet of its own before the table. */
static void
test_merged_and_rich (Place         *place,
                      gconstpointer  data)
{
  lxw_workbook *written = workbook_new (place->path);
  lxw_chartsheet *chart_sheet = workbook_add_chartsheet (written, "图");
  lxw_chart *chart = workbook_add_chart (written, LXW_CHART_BAR);
  lxw_worksheet *sheet = workbook_add_worksheet (written, "表");
  lxw_format *bold = workbook_add_format (written);
  char field[] = "社会", work[] = "工作";
  lxw_rich_string_tuple first = { bold, field }, second = { NULL, work }, *runs[] = { &first, &second, NULL };
  g_autoptr (AtlasWorkbook) workbook = NULL;
  g_autofree char *rows = NULL;

  format_set_bold (bold);
  chart_add_series (chart, NULL, "=表!$A$3:$A$4");
  chartsheet_set_chart (chart_sheet, chart);
  worksheet_merge_range (sheet, 0, 0, 0, 2, "登记表", bold);
  worksheet_merge_range (sheet, 1, 0, 2, 0, "吴忠", NULL);
  worksheet_write_rich_string (sheet, 1, 1, runs, NULL);
  worksheet_write_number (sheet, 2, 1, -0.5, NULL);
  g_assert_cmpint (workbook_close (written), ==, LXW_NO_ERROR);
  workbook = open_written (place);
  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 1);
  rows = dump (workbook, 0);
  g_assert_cmpstr (rows, ==, "1:登记表|^登记表|^登记表\n2:吴忠|社会工作\n3:^吴忠|=-0.5\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/xlsx-written/shared", Place, GINT_TO_POINTER (FALSE), set_up, test_rows, tear_down);
  g_test_add ("/xlsx-written/inline", Place, GINT_TO_POINTER (TRUE), set_up, test_rows, tear_down);
  g_test_add ("/xlsx-written/merged-and-rich", Place, NULL, set_up, test_merged_and_rich, tear_down);
  return g_test_run ();
}
