/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "dataset/csv-file.h"
#include "output-file.h"

#define BUFFER_SIZE (256 * 1024)

typedef struct {
  OutputFile parent;
  char *path;
  const char *encoding;
  const char *line_end;
  FILE *file;
  GString *buffer; /* UTF-8, whole rows and the one begun */
  gboolean in_row;
  GError *error; /* the first */
} CsvOutput;

static void
note_failure (CsvOutput *self)
{
  if (self->error == NULL)
    g_set_error (&self->error, G_FILE_ERROR, g_file_error_from_errno (errno), "“%s” cannot be written: %s",
                 self->path, g_strerror (errno));
}

static void
flush (CsvOutput *self)
{
  g_autofree char *converted = NULL;
  const char *bytes = self->buffer->str;
  gsize n_bytes = self->buffer->len;

  if (self->error == NULL && strcmp (self->encoding, "UTF-8") != 0)
    bytes = converted = g_convert (bytes, n_bytes, self->encoding, "UTF-8", NULL, &n_bytes, &self->error);
  if (self->error == NULL && fwrite (bytes, 1, n_bytes, self->file) != n_bytes)
    note_failure (self);
  g_string_truncate (self->buffer, 0);
}

static void
put_text (OutputFile *file,
          const char *text)
{
  CsvOutput *self = (CsvOutput *) file;

  if (self->in_row)
    g_string_append_c (self->buffer, ',');
  self->in_row = TRUE;
  atlas_csv_append_cell (self->buffer, text);
}

static void
put_date (OutputFile *file,
          Date        date)
{
  char text[16];

  g_snprintf (text, sizeof text, "%04u-%02u-%02u", DATE_YEAR (date), DATE_MONTH (date), DATE_DAY (date));
  put_text (file, text);
}

static void
put_title (OutputFile *file,
           const char *text,
           guint       n_columns)
{
  put_text (file, text);
  while (--n_columns > 0)
    put_text (file, "");
}

static void
end_row (OutputFile *file)
{
  CsvOutput *self = (CsvOutput *) file;

  g_string_append (self->buffer, self->line_end);
  self->in_row = FALSE;
  if (self->buffer->len > BUFFER_SIZE)
    flush (self);
}

static gboolean
close_file (OutputFile *file,
            GError    **error)
{
  CsvOutput *self = (CsvOutput *) file;
  gboolean success;

  flush (self);
  if (fclose (self->file) != 0)
    note_failure (self);
  success = self->error == NULL;
  if (!success)
    g_propagate_error (error, self->error);
  g_string_free (self->buffer, TRUE);
  g_free (self->path);
  g_free (self);
  return success;
}

static const OutputFileClass csv_class = {
  .put_text = put_text,
  .put_number = put_text,
  .put_date = put_date,
  .put_title = put_title,
  .end_row = end_row,
  .close = close_file,
};

OutputFile *
csv_output_new (const char *path,
              const char *encoding,
              gboolean    as_windows,
              GError    **error)
{
  FILE *file = g_fopen (path, "wb");
  CsvOutput *self;

  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "“%s” cannot be written: %s", path,
                   g_strerror (errno));
      return NULL;
    }
  self = g_new0 (CsvOutput, 1);
  self->parent.class = &csv_class;
  self->path = g_strdup (path);
  self->encoding = encoding;
  self->line_end = as_windows ? "\r\n" : "\n";
  self->file = file;
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
  if (as_windows && strcmp (encoding, "UTF-8") == 0)
    g_string_append (self->buffer, "\xef\xbb\xbf");
  return &self->parent;
}
