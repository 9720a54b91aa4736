/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* workbook write FILE.xlsx: the rows that floor-xlsx writes, as an export writes them.
 * workbook read FILE: all rows of the first sheet, as an import reads them. */

#include "config.h"

#include <locale.h>

#include "dataset/sheets/sheet.h"
#include "dataset/table-writer.h"
#include "measure.h"

#define N_ROWS 100000
#define N_COLUMNS 10
#define CELL_SIZE 32

typedef char Row[N_COLUMNS][CELL_SIZE];

/* Text and numbers of the same length and number as in floor-xlsx.c; days are days there, too. */
static void
fill_row (Row   cells,
          guint row)
{
  static const char *const words[] = { "助理社会工作师", "社会工作师", "乡镇（街道）社工站", "购买服务" };
  GDate day;

  g_snprintf (cells[0], CELL_SIZE, "2023640303%06u", row);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_strlcpy (cells[i + 1], words[(row + i) % G_N_ELEMENTS (words)], CELL_SIZE);
  for (guint column = 5; column < 8; column++)
    g_snprintf (cells[column], CELL_SIZE, "%u.25", row * column);
  g_date_clear (&day, 1);
  g_date_set_julian (&day, 733000 + row % 5000);
  for (guint column = 8; column < N_COLUMNS; column++)
    g_snprintf (cells[column], CELL_SIZE, "%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day),
                g_date_get_day (&day));
}

static void
write_workbook (const char *path)
{
  AtlasWriterColumn columns[N_COLUMNS];
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, &error);
  const char *cells[N_COLUMNS];
  Row row;

  measure_fail_on (error);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = (AtlasWriterColumn) { "column", i < 5   ? ATLAS_WRITER_TEXT
                                                   : i < 8 ? ATLAS_WRITER_NUMBER
                                                           : ATLAS_WRITER_DATE };
      cells[i] = row[i];
    }
  atlas_table_writer_begin (writer, "rows", columns, N_COLUMNS, &error);
  for (guint i = 0; i < N_ROWS && error == NULL; i++)
    {
      fill_row (row, i);
      atlas_table_writer_add (writer, cells, N_COLUMNS, &error);
    }
  if (error == NULL)
    atlas_table_writer_finish (writer, &error);
  measure_fail_on (error);
  measure_print_rate ("cells written", N_ROWS * N_COLUMNS, start);
}

static gboolean
count_cells (const AtlasSheetRow  *row,
             gpointer              n_cells,
             GError              **error)
{
  *(guint *) n_cells += row->n_cells;
  return TRUE;
}

static void
read_workbook (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  guint n_cells = 0;
  GError *error = NULL;
  g_autoptr (AtlasWorkbook) workbook = atlas_workbook_open (path, NULL, NULL, &error);

  measure_fail_on (error);
  atlas_workbook_read_sheet (workbook, 0, count_cells, &n_cells, NULL, &error);
  measure_fail_on (error);
  measure_print_rate ("cells read", n_cells, start);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 3 || (!g_str_equal (argv[1], "read") && !g_str_equal (argv[1], "write")))
    measure_fail ("usage", "workbook read|write FILE");
  if (g_str_equal (argv[1], "write"))
    write_workbook (argv[2]);
  else
    read_workbook (argv[2]);
  measure_print_usage ();
  return 0;
}
