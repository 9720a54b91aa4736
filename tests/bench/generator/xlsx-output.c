/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <errno.h>
#include <time.h>
#include <xlsxwriter.h>

#include "output-file.h"

typedef struct {
  OutputFile parent;
  char *path;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *date_format;
  lxw_format *title_format;
  guint row;
  guint column;
  lxw_error failure; /* the first */
} XlsxOutput;

static void
note (XlsxOutput  *self,
      lxw_error  failure)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
}

static void
begin_sheet (OutputFile *file,
             const char *name)
{
  XlsxOutput *self = (XlsxOutput *) file;

  self->sheet = workbook_add_worksheet (self->workbook, name);
  self->row = 0;
}

static void
put_text (OutputFile *file,
          const char *text)
{
  XlsxOutput *self = (XlsxOutput *) file;

  if (*text != '\0')
    note (self, worksheet_write_string (self->sheet, self->row, self->column, text, NULL));
  self->column++;
}

static void
put_number (OutputFile *file,
            const char *text)
{
  XlsxOutput *self = (XlsxOutput *) file;

  note (self, worksheet_write_number (self->sheet, self->row, self->column, g_ascii_strtod (text, NULL), NULL));
  self->column++;
}

static void
put_date (OutputFile *file,
          Date        date)
{
  XlsxOutput *self = (XlsxOutput *) file;

  note (self, worksheet_write_number (self->sheet, self->row, self->column, date_to_serial (date),
                                      self->date_format));
  self->column++;
}

static void
put_title (OutputFile *file,
           const char *text,
           guint       n_columns)
{
  XlsxOutput *self = (XlsxOutput *) file;

  note (self, worksheet_merge_range (self->sheet, self->row, 0, self->row, n_columns - 1, text,
                                     self->title_format));
}

static void
end_row (OutputFile *file)
{
  XlsxOutput *self = (XlsxOutput *) file;

  self->row++;
  self->column = 0;
}

static gboolean
close_file (OutputFile *file,
            GError    **error)
{
  XlsxOutput *self = (XlsxOutput *) file;
  gboolean success;

  note (self, workbook_close (self->workbook));
  success = self->failure == LXW_NO_ERROR;
  if (!success)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "“%s” cannot be written: %s", self->path,
                 lxw_strerror (self->failure));
  g_free (self->path);
  g_free (self);
  return success;
}

static const OutputFileClass xlsx_class = {
  /* A sheet takes 1,048,576 rows; the rest is for the top and the bottom. */
  .max_rows = 1000000,
  .begin_sheet = begin_sheet,
  .put_text = put_text,
  .put_number = put_number,
  .put_date = put_date,
  .put_title = put_title,
  .end_row = end_row,
  .close = close_file,
};

/* Else the library writes the time of day into the file. */
static void
set_created (lxw_workbook *workbook,
             Date          created)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (DATE_YEAR (created), DATE_MONTH (created), DATE_DAY (created),
                                                   0, 0, 0);
  lxw_doc_properties properties = { .created = g_date_time_to_unix (day) };

  workbook_set_properties (workbook, &properties);
}

OutputFile *
xlsx_output_new (const char *path,
               const char *sheet_name,
               Date        created,
               GError    **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  XlsxOutput *self = g_new0 (XlsxOutput, 1);

  self->parent.class = &xlsx_class;
  self->path = g_strdup (path);
  self->workbook = workbook_new_opt (path, &options);
  self->date_format = workbook_add_format (self->workbook);
  format_set_num_format (self->date_format, "yyyy-mm-dd");
  self->title_format = workbook_add_format (self->workbook);
  format_set_align (self->title_format, LXW_ALIGN_CENTER);
  set_created (self->workbook, created);
  begin_sheet (&self->parent, sheet_name);
  return &self->parent;
}
