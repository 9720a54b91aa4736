/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "dataset/dataset-error.h"
#include "dataset/decimal.h"
#include "dataset/memory-file.h"
#include "dataset/new-file.h"
#include "dataset/table-writer-private.h"

/* What Excel takes for the name of a sheet, and for its rows. */
#define MAX_SHEET_NAME 31
#define MAX_ROWS 1048576
#define MIN_COLUMN_WIDTH 12
#define MAX_COLUMN_WIDTH 40

typedef struct {
  AtlasTableWriter writer;
  int memory;
  lxw_workbook *workbook; /* NULL once closed */
  lxw_worksheet *sheet;
  lxw_format *bold;
  lxw_format *day;
  lxw_format *number_formats[ATLAS_DECIMAL_MAX_DECIMALS + 1]; /* by decimals, made when first needed */
  char *name;
  GPtrArray *columns; /* of char: their names */
  GArray *kinds;      /* of AtlasWriterKind */
  guint n_rows;       /* of the sheet */
  guint n_sheets;     /* of the table */
} XlsxWriter;

static lxw_format *
get_number_format (XlsxWriter *self,
                   guint       decimals)
{
  if (self->number_formats[decimals] == NULL)
    {
      g_autofree char *zeros = g_strnfill (decimals, '0');
      g_autofree char *pattern = g_strconcat (decimals > 0 ? "0." : "0", zeros, NULL);

      self->number_formats[decimals] = workbook_add_format (self->workbook);
      format_set_num_format (self->number_formats[decimals], pattern);
    }
  return self->number_formats[decimals];
}

static AtlasWriterKind
get_kind (const XlsxWriter *self,
          guint             column)
{
  return column < self->kinds->len ? g_array_index (self->kinds, AtlasWriterKind, column) : ATLAS_WRITER_TEXT;
}

/* What a double does not tell from its neighbours, which it does for 15 digits, stays text. The library writes 16 digits,
 * 95.29000000000001 for 95.29, as other programs write 17: whoever reads that has the double that is nearest to 95.29. */
static gboolean
is_exact (AtlasDecimal number)
{
  const gint64 limit = G_GINT64_CONSTANT (1000000000000000);

  return number.mantissa < limit && number.mantissa > -limit;
}

/* The result of a division, written with all the digits that a double has. */
static gboolean
is_fraction (const char *cell,
             double     *out)
{
  char *end;

  if (strspn (cell, "-0123456789.") != strlen (cell) || strchr (cell, '.') == NULL)
    return FALSE;
  *out = g_ascii_strtod (cell, &end);
  return *end == '\0';
}

static gboolean
is_number (XlsxWriter  *self,
           const char  *cell,
           double      *out,
           lxw_format **out_format)
{
  AtlasDecimal number;

  *out_format = NULL;
  if (!atlas_decimal_parse (cell, &number))
    return is_fraction (cell, out);
  if (!is_exact (number))
    return FALSE;
  *out = atlas_decimal_to_double (number);
  *out_format = get_number_format (self, number.decimals);
  return TRUE;
}

/* Digits of CELL as a number, 0 where there is anything else. */
static guint
read_digits (const char *cell,
             guint       n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (cell[i]))
        return 0;
      number = number * 10 + (guint) (cell[i] - '0');
    }
  return number;
}

/* The serial of a day as spreadsheets count them: from 1899-12-30, and alike in all of them since March 1900. */
static gboolean
is_day (const char *cell,
        double     *out)
{
  const guint first_year = 1901, epoch = 693594;
  guint year, month, day;
  GDate date;

  if (strlen (cell) != strlen ("2023-05-01") || cell[4] != '-' || cell[7] != '-')
    return FALSE;
  year = read_digits (cell, 4);
  month = read_digits (cell + 5, 2);
  day = read_digits (cell + 8, 2);
  if (year < first_year || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *out = g_date_get_julian (&date) - epoch;
  return TRUE;
}

/* "persons: 1/2" → "persons  1 2", cut, with " 2" behind it where the name is taken or the table goes on. */
static char *
dup_sheet_name (const char *name,
                guint       number)
{
  g_autofree char *end = number > 1 ? g_strdup_printf (" %u", number) : g_strdup ("");
  glong room = MAX_SHEET_NAME - (glong) strlen (end);
  g_autofree char *clean = g_strdup (name);
  g_autofree char *cut = NULL;

  for (char *c = clean; *c != '\0'; c++)
    if (strchr ("[]:*?/\\'", *c) != NULL)
      *c = ' ';
  cut = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), room));
  return g_strconcat (cut, end, NULL);
}

static gboolean
fail (XlsxWriter  *self,
      lxw_error    result,
      GError     **error)
{
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED,
               _("Row %u does not fit into a workbook (%s): export it as .csv"), self->n_rows + 1, lxw_strerror (result));
  return FALSE;
}

static void
write_head (XlsxWriter *self)
{
  if (self->writer.title != NULL)
    worksheet_write_string (self->sheet, self->n_rows++, 0, self->writer.title, self->bold);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = g_ptr_array_index (self->columns, i);
      /* A Chinese character is as wide as two letters. */
      guint width = (guint) (strlen (name) + (gsize) g_utf8_strlen (name, -1)) / 2 + 2;

      worksheet_set_column (self->sheet, i, i, CLAMP (width, MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH), NULL);
      worksheet_write_string (self->sheet, self->n_rows, i, name, self->bold);
    }
  if (self->columns->len == 0)
    return;
  worksheet_freeze_panes (self->sheet, ++self->n_rows, 0);
}

static gboolean
add_sheet (XlsxWriter  *self,
           GError     **error)
{
  g_autofree char *name = NULL;

  do
    {
      g_clear_pointer (&name, g_free);
      name = dup_sheet_name (self->name, ++self->n_sheets);
    }
  while (workbook_get_worksheet_by_name (self->workbook, name) != NULL);
  self->sheet = workbook_add_worksheet (self->workbook, name);
  self->n_rows = 0;
  if (self->sheet == NULL)
    return fail (self, LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED, error);
  write_head (self);
  return TRUE;
}

static gboolean
begin (AtlasTableWriter         *writer,
       const char               *name,
       const AtlasWriterColumn  *columns,
       guint                     n_columns,
       GError                  **error)
{
  XlsxWriter *self = (XlsxWriter *) writer;

  g_free (self->name);
  self->name = g_strdup (name);
  self->n_sheets = 0;
  g_ptr_array_set_size (self->columns, 0);
  g_array_set_size (self->kinds, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (self->columns, g_strdup (columns[i].name));
      g_array_append_val (self->kinds, columns[i].kind);
    }
  return add_sheet (self, error);
}

static lxw_error
write_cell (XlsxWriter *self,
            guint       column,
            const char *cell)
{
  AtlasWriterKind kind = get_kind (self, column);
  double value;
  lxw_format *format;

  if (cell[0] == '\0')
    return LXW_NO_ERROR;
  if (kind == ATLAS_WRITER_NUMBER && is_number (self, cell, &value, &format))
    return worksheet_write_number (self->sheet, self->n_rows, column, value, format);
  if (kind == ATLAS_WRITER_DATE && is_day (cell, &value))
    return worksheet_write_number (self->sheet, self->n_rows, column, value, self->day);
  return worksheet_write_string (self->sheet, self->n_rows, column, cell, NULL);
}

static gboolean
add (AtlasTableWriter   *writer,
     const char *const  *cells,
     guint               n_cells,
     GError            **error)
{
  XlsxWriter *self = (XlsxWriter *) writer;

  if (self->n_rows == MAX_ROWS && !add_sheet (self, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      lxw_error result = write_cell (self, i, cells[i]);

      if (result != LXW_NO_ERROR)
        return fail (self, result, error);
    }
  self->n_rows++;
  return TRUE;
}

static gboolean
finish (AtlasTableWriter  *writer,
        GError           **error)
{
  XlsxWriter *self = (XlsxWriter *) writer;

  errno = 0;
  if (workbook_close (g_steal_pointer (&self->workbook)) != LXW_NO_ERROR)
    return atlas_new_file_fail (writer->path, errno != 0 ? errno : EIO, error);
  return atlas_memory_file_save (self->memory, writer->path, error);
}

static void
free_writer (AtlasTableWriter *writer)
{
  XlsxWriter *self = (XlsxWriter *) writer;

  if (self->workbook != NULL)
    workbook_close (self->workbook);
  if (self->memory >= 0)
    close (self->memory);
  g_free (self->name);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->kinds);
  g_free (self);
}

static const AtlasTableWriterClass xlsx_class = { begin, add, finish, free_writer };

/* Rows go to memory first, so whether PATH can be written at all is tried before they are asked for. */
static gboolean
check_place (const char  *path,
             GError     **error)
{
  g_autofree char *temporary = atlas_new_file_begin (path, error);

  if (temporary == NULL)
    return FALSE;
  atlas_new_file_cancel (temporary);
  return TRUE;
}

/* The library keeps no rows in memory, but in a temporary file; what it packs lies in memory, some 40 bytes a row, until
 * it is saved, for on a full disk it would speak itself. */
AtlasTableWriter *
atlas_xlsx_writer_new (const char  *path,
                       GError     **error)
{
  XlsxWriter *self = g_new0 (XlsxWriter, 1);
  g_autoptr (AtlasTableWriter) writer = &self->writer;
  g_autofree char *name = NULL;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  writer->class = &xlsx_class;
  writer->path = g_strdup (path);
  writer->has_sheets = TRUE;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (AtlasWriterKind));
  self->memory = -1;
  if (!check_place (path, error) || (self->memory = atlas_memory_file_new (&name, error)) < 0)
    return NULL;
  self->workbook = workbook_new_opt (name, &options);
  self->bold = workbook_add_format (self->workbook);
  format_set_bold (self->bold);
  self->day = workbook_add_format (self->workbook);
  format_set_num_format (self->day, "yyyy-mm-dd");
  return g_steal_pointer (&writer);
}
