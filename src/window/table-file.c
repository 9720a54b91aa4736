/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/table-file.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "dataset/memory-file.h"
#include "window/table-text.h"

/* What Excel takes for the name of a sheet. */
#define MAX_SHEET_NAME 31

G_DEFINE_QUARK (atlas-table-file-error-quark, atlas_table_file_error)

/* The lines of TABLE, each a line of cells divided by tabs; the first is the head; (transfer full). */
static char **
list_lines (AtlasTable *table)
{
  g_autofree char *text = atlas_table_dup_tsv (table);

  return g_strsplit (g_strchomp (text), "\n", -1);
}

static gboolean
is_number (const char *cell)
{
  char *end = NULL;

  if (cell[0] == '\0' || g_ascii_isspace (cell[0]))
    return FALSE;
  g_ascii_strtod (cell, &end);
  return *end == '\0' && strpbrk (cell, "xXnN") == NULL;
}

static gboolean
is_dangerous (const char *cell)
{
  return cell[0] != '\0' && strchr ("=+-@", cell[0]) != NULL && !is_number (cell);
}

static void
append_csv_cell (GString    *text,
                 const char *cell)
{
  g_autofree char *safe = is_dangerous (cell) ? g_strconcat ("'", cell, NULL) : g_strdup (cell);

  if (strpbrk (safe, ",\"\r\n") == NULL)
    {
      g_string_append (text, safe);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *c = safe; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

static void
append_csv_table (GString    *text,
                  AtlasTable *table)
{
  g_auto (GStrv) lines = list_lines (table);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          if (j > 0)
            g_string_append_c (text, ',');
          append_csv_cell (text, cells[j]);
        }
      g_string_append (text, "\r\n");
    }
}

static gboolean
save_csv (GPtrArray   *tables,
          const char  *path,
          GError     **error)
{
  /* Without the mark, spreadsheets in China read UTF-8 as GBK. */
  g_autoptr (GString) text = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      if (i > 0)
        g_string_append (text, "\r\n");
      append_csv_table (text, g_ptr_array_index (tables, i));
    }
  if (g_file_set_contents (path, text->str, (gssize) text->len, &local))
    return TRUE;
  g_set_error (error, ATLAS_TABLE_FILE_ERROR, ATLAS_TABLE_FILE_ERROR_WRITE, _("“%s” could not be written: %s"), path,
               local->message);
  return FALSE;
}

/* "1 Certified social workers": numbered, for two tables may be of one indicator; (transfer full). */
static char *
sheet_name (AtlasTable *table,
            guint       number)
{
  g_autofree char *name = g_strdup_printf ("%u %s", number,
                                           atlas_indicator_get_name (atlas_table_get_indicator (table)));

  for (char *c = name; *c != '\0'; c++)
    if (strchr ("[]:*?/\\", *c) != NULL)
      *c = ' ';
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_SHEET_NAME));
}

static void
fill_sheet (lxw_worksheet *sheet,
            lxw_format    *bold,
            AtlasTable    *table)
{
  g_auto (GStrv) lines = list_lines (table);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          if (i > 0 && is_number (cells[j]))
            worksheet_write_number (sheet, i, (lxw_col_t) j, g_ascii_strtod (cells[j], NULL), NULL);
          else if (cells[j][0] != '\0')
            worksheet_write_string (sheet, i, (lxw_col_t) j, cells[j], i == 0 ? bold : NULL);
        }
    }
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_set_column (sheet, 0, 0, 24, NULL);
}

static gboolean
save_xlsx (GPtrArray   *tables,
           const char  *path,
           GError     **error)
{
  g_autofree char *memory_name = NULL;
  int memory = atlas_memory_file_new (&memory_name, error);
  lxw_workbook *workbook;
  lxw_format *bold;
  lxw_error result;
  gboolean saved;

  if (memory < 0)
    return FALSE;
  workbook = workbook_new (memory_name);
  bold = workbook_add_format (workbook);
  format_set_bold (bold);
  for (guint i = 0; i < tables->len; i++)
    {
      AtlasTable *table = g_ptr_array_index (tables, i);
      g_autofree char *name = sheet_name (table, i + 1);

      fill_sheet (workbook_add_worksheet (workbook, name), bold, table);
    }
  result = workbook_close (workbook);
  saved = result == LXW_NO_ERROR && atlas_memory_file_save (memory, path, error);
  if (result != LXW_NO_ERROR)
    g_set_error (error, ATLAS_TABLE_FILE_ERROR, ATLAS_TABLE_FILE_ERROR_WRITE, _("“%s” could not be written: %s"), path,
                 lxw_strerror (result));
  close (memory);
  return saved;
}

gboolean
atlas_table_file_save (GPtrArray   *tables,
                       const char  *path,
                       GError     **error)
{
  g_return_val_if_fail (tables != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (tables->len == 0)
    {
      g_set_error_literal (error, ATLAS_TABLE_FILE_ERROR, ATLAS_TABLE_FILE_ERROR_EMPTY,
                           _("There is no table on this page."));
      return FALSE;
    }
  if (g_str_has_suffix (path, ".csv"))
    return save_csv (tables, path, error);
  if (g_str_has_suffix (path, ".xlsx"))
    return save_xlsx (tables, path, error);
  g_set_error (error, ATLAS_TABLE_FILE_ERROR, ATLAS_TABLE_FILE_ERROR_FORMAT,
               _("“%s”: a table can be written as .csv or .xlsx. Choose a name with one of these endings."), path);
  return FALSE;
}
