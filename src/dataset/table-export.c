/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-export.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "dataset/csv-file.h"
#include "dataset/dataset-private.h"
#include "dataset/decimal.h"
#include "dataset/memory-file.h"
#include "dataset/new-file.h"
#include "dataset/table-reader.h"

static const char *const names[ATLAS_N_BUNDLED_TABLES + 1] = {
  "regions", "units", "dimensions", "indicators", "denominators", "sources", "figures", NULL
};

const char *const *
atlas_table_export_list_names (void)
{
  return names;
}

static gboolean
is_numeric (AtlasColumnKind kind)
{
  return kind == ATLAS_COLUMN_NUMBER || kind == ATLAS_COLUMN_COUNT || kind == ATLAS_COLUMN_ANSWER ||
         kind == ATLAS_COLUMN_FLAG;
}

static void
append_csv_header (GString                    *csv,
                   const AtlasTableDefinition *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", table->columns[i].name);
  g_string_append (csv, "\r\n");
}

/* A negative number is no formula and stays a number. */
static void
append_csv_row (GString                    *csv,
                const AtlasTableDefinition *table,
                const char *const          *cells)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      gboolean guard = !is_numeric (table->columns[i].kind) && atlas_csv_needs_guard (cells[i]);
      g_autofree char *cell = g_strconcat (guard ? "'" : "", cells[i], NULL);

      if (i > 0)
        g_string_append_c (csv, ',');
      atlas_csv_append_cell (csv, cell);
    }
  g_string_append (csv, "\r\n");
}

/* Excel takes a file without byte order mark for GBK, and RFC 4180 ends lines with CRLF. */
static gboolean
write_csv (AtlasTableReader            *reader,
           const AtlasTableDefinition  *table,
           const char                  *path,
           GError                     **error)
{
  g_autoptr (GString) csv = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GError) read_error = NULL;
  const char *const *cells;

  append_csv_header (csv, table);
  while ((cells = atlas_table_reader_next (reader, &read_error)) != NULL)
    append_csv_row (csv, table, cells);
  if (read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  return atlas_new_file_write (path, csv->str, csv->len, error);
}

/* A workbook with one sheet under work. */
typedef struct {
  const AtlasTableDefinition *table;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *number_formats[ATLAS_DECIMAL_MAX_DECIMALS + 1]; /* by decimals, made when first needed */
} Sheet;

static lxw_format *
get_number_format (Sheet *sheet,
                   guint  decimals)
{
  if (sheet->number_formats[decimals] == NULL)
    {
      g_autofree char *zeros = g_strnfill (decimals, '0');
      g_autofree char *pattern = g_strconcat (decimals > 0 ? "0." : "0", zeros, NULL);

      sheet->number_formats[decimals] = workbook_add_format (sheet->workbook);
      format_set_num_format (sheet->number_formats[decimals], pattern);
    }
  return sheet->number_formats[decimals];
}

/* What a double does not hold exactly stays text. */
static gboolean
is_native_number (AtlasColumnKind  kind,
                  const char      *cell,
                  AtlasDecimal    *out)
{
  const gint64 limit = G_GINT64_CONSTANT (1) << 53;

  return is_numeric (kind) && atlas_decimal_parse (cell, out) && out->mantissa <= limit && out->mantissa >= -limit;
}

static lxw_error
write_sheet_cell (Sheet      *sheet,
                  guint       row,
                  guint       column,
                  const char *cell)
{
  AtlasDecimal number;

  if (cell[0] == '\0')
    return LXW_NO_ERROR;
  if (is_native_number (sheet->table->columns[column].kind, cell, &number))
    return worksheet_write_number (sheet->sheet, row, column, atlas_decimal_to_double (number),
                                   get_number_format (sheet, number.decimals));
  return worksheet_write_string (sheet->sheet, row, column, cell, NULL);
}

static void
write_sheet_header (Sheet *sheet)
{
  lxw_format *bold = workbook_add_format (sheet->workbook);

  format_set_bold (bold);
  for (guint i = 0; i < sheet->table->n_columns; i++)
    {
      const char *name = sheet->table->columns[i].name;

      worksheet_write_string (sheet->sheet, 0, i, name, bold);
      worksheet_set_column (sheet->sheet, i, i, MAX (12, strlen (name) + 2), NULL);
    }
  worksheet_freeze_panes (sheet->sheet, 1, 0);
}

static gboolean
write_sheet_rows (Sheet             *sheet,
                  AtlasTableReader  *reader,
                  GError           **error)
{
  g_autoptr (GError) read_error = NULL;
  const char *const *cells;

  for (guint row = 1; (cells = atlas_table_reader_next (reader, &read_error)) != NULL; row++)
    for (guint i = 0; i < sheet->table->n_columns; i++)
      {
        lxw_error result = write_sheet_cell (sheet, row, i, cells[i]);

        if (result == LXW_NO_ERROR)
          continue;
        g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED,
                     _("Row %u does not fit into a workbook (%s): export it as .csv"), row + 1, lxw_strerror (result));
        return FALSE;
      }
  if (read_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

static gboolean
fill_workbook (lxw_workbook                *workbook,
               AtlasTableReader            *reader,
               const AtlasTableDefinition  *table,
               GError                     **error)
{
  Sheet sheet = { table, workbook, workbook_add_worksheet (workbook, table->name) };

  write_sheet_header (&sheet);
  return write_sheet_rows (&sheet, reader, error);
}

static gboolean
write_xlsx (AtlasTableReader            *reader,
            const AtlasTableDefinition  *table,
            const char                  *path,
            GError                     **error)
{
  g_autofree char *name = NULL;
  int memory = atlas_memory_file_new (&name, error);
  lxw_workbook *workbook;
  gboolean filled;

  if (memory < 0)
    return FALSE;
  workbook = workbook_new (name);
  filled = fill_workbook (workbook, reader, table, error);
  errno = 0;
  if (workbook_close (workbook) != LXW_NO_ERROR && filled)
    filled = atlas_new_file_fail (path, errno != 0 ? errno : EIO, error);
  filled = filled && atlas_memory_file_save (memory, path, error);
  close (memory);
  return filled;
}

gboolean
atlas_table_export (AtlasDataset  *dataset,
                    const char    *name,
                    const char    *path,
                    GError       **error)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (name);
  g_autoptr (AtlasTableReader) reader = NULL;
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (table == NULL || atlas_table_definition_is_register (table))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) names);

      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, _("“%s” is no table; there are: %s"),
                   name, known);
      return FALSE;
    }
  if (!g_str_has_suffix (lower, ".csv") && !g_str_has_suffix (lower, ".xlsx"))
    {
      g_autofree char *display_name = g_filename_display_name (path);

      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                   _("“%s” ends neither in .csv nor in .xlsx"), display_name);
      return FALSE;
    }
  reader = atlas_table_reader_new (atlas_dataset_get_db (dataset), table, FALSE, error);
  if (reader == NULL)
    return FALSE;
  return (g_str_has_suffix (lower, ".csv") ? write_csv : write_xlsx) (reader, table, path, error);
}
