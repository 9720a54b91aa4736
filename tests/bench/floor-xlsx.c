/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* floor-xlsx write FILE.xlsx: 100,000 rows of 10 cells through libxlsxwriter in constant-memory mode.
 * floor-xlsx read FILE.xlsx: what there is in the first sheet and in the shared strings, through libzip and expat;
 * cells and bytes are counted, and nothing else is done with them.
 * The least that an export or an import of a workbook can take. */

#include "config.h"

#include <expat.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>
#include <zip.h>

#include "measure.h"

#define N_ROWS 100000
#define N_COLUMNS 10

static void
write_row (lxw_worksheet *sheet,
           guint          row,
           lxw_format    *day)
{
  static const char *const words[] = { "助理社会工作师", "社会工作师", "乡镇（街道）社工站", "购买服务" };
  char number[32];

  g_snprintf (number, sizeof number, "2023640303%06u", row);
  worksheet_write_string (sheet, row, 0, number, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    worksheet_write_string (sheet, row, i + 1, words[(row + i) % G_N_ELEMENTS (words)], NULL);
  for (guint column = 5; column < 8; column++)
    worksheet_write_number (sheet, row, column, row * column + 0.25, NULL);
  for (guint column = 8; column < N_COLUMNS; column++)
    worksheet_write_number (sheet, row, column, 40000 + row % 5000, day);
}

static void
write_workbook (const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  gint64 start = g_get_monotonic_time ();
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *day = workbook_add_format (workbook);
  lxw_error failure;

  format_set_num_format (day, "yyyy-mm-dd");
  for (guint row = 0; row < N_ROWS; row++)
    write_row (sheet, row, day);
  failure = workbook_close (workbook);
  if (failure != LXW_NO_ERROR)
    measure_fail (path, lxw_strerror (failure));
  measure_print_rate ("cells written", N_ROWS * N_COLUMNS, start);
}

typedef struct {
  guint n_cells;
  guint64 n_bytes;
} Count;

static void
start_element (void        *user_data,
               const char  *name,
               const char **attributes)
{
  Count *count = user_data;

  count->n_cells += strcmp (name, "c") == 0;
}

static void
end_element (void       *user_data,
             const char *name)
{
}

static void
take_text (void       *user_data,
           const char *text,
           int         n_bytes)
{
  Count *count = user_data;

  count->n_bytes += n_bytes;
}

static void
parse_chunk (XML_Parser  parser,
             const char *name,
             int         n_bytes,
             gboolean    is_last)
{
  if (XML_ParseBuffer (parser, n_bytes, is_last) != XML_STATUS_OK)
    measure_fail (name, XML_ErrorString (XML_GetErrorCode (parser)));
}

/* A workbook without shared strings has no part of that name. */
static void
read_part (zip_t      *archive,
           const char *name,
           Count      *count)
{
  zip_file_t *part = zip_fopen (archive, name, 0);
  const int chunk_size = 65536;
  XML_Parser parser;
  zip_int64_t n_bytes;

  if (part == NULL)
    return;
  parser = XML_ParserCreate (NULL);
  XML_SetUserData (parser, count);
  XML_SetElementHandler (parser, start_element, end_element);
  XML_SetCharacterDataHandler (parser, take_text);
  while ((n_bytes = zip_fread (part, XML_GetBuffer (parser, chunk_size), chunk_size)) > 0)
    parse_chunk (parser, name, n_bytes, FALSE);
  if (n_bytes < 0)
    measure_fail (name, zip_file_strerror (part));
  parse_chunk (parser, name, 0, TRUE);
  XML_ParserFree (parser);
  zip_fclose (part);
}

static void
read_workbook (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  zip_t *archive = zip_open (path, ZIP_RDONLY, NULL);
  Count count = { 0 };

  if (archive == NULL)
    measure_fail (path, "is no archive");
  read_part (archive, "xl/sharedStrings.xml", &count);
  read_part (archive, "xl/worksheets/sheet1.xml", &count);
  zip_close (archive);
  measure_print_rate ("cells read", count.n_cells, start);
  printf ("%-14s %19.1f MB\n", "text", count.n_bytes / 1048576.0);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3 || (!g_str_equal (argv[1], "read") && !g_str_equal (argv[1], "write")))
    measure_fail ("usage", "floor-xlsx read|write FILE.xlsx");
  if (g_str_equal (argv[1], "write"))
    write_workbook (argv[2]);
  else
    read_workbook (argv[2]);
  measure_print_usage ();
  return 0;
}
