/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "dataset/csv-file.h"
#include "dataset/dataset-error.h"
#include "dataset/decimal.h"
#include "dataset/new-file.h"
#include "dataset/table-writer-private.h"

/* Excel takes a file without byte order mark for GBK, and RFC 4180 ends lines with CRLF. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_END "\r\n"

typedef struct {
  AtlasTableWriter writer;
  char *temporary; /* NULL once it is in its place */
  FILE *file;
  GIConv conversion; /* NULL for UTF-8 */
  GString *line;
  GArray *kinds; /* of AtlasWriterKind, for each column */
  gboolean has_table;
} CsvWriter;

static gboolean
write_bytes (CsvWriter   *self,
             const char  *bytes,
             gsize        length,
             GError     **error)
{
  errno = 0;
  if (fwrite (bytes, 1, length, self->file) == length)
    return TRUE;
  return atlas_new_file_fail (self->writer.path, errno != 0 ? errno : EIO, error);
}

static gboolean
write_text (CsvWriter   *self,
            const char  *text,
            gsize        length,
            GError     **error)
{
  g_autofree char *converted = NULL;
  gsize n_bytes;

  if (self->conversion == NULL)
    return write_bytes (self, text, length, error);
  converted = g_convert_with_iconv (text, (gssize) length, self->conversion, NULL, &n_bytes, error);
  return converted != NULL && write_bytes (self, converted, n_bytes, error);
}

static gboolean
end_line (CsvWriter  *self,
          GError    **error)
{
  gboolean success;

  g_string_append (self->line, LINE_END);
  success = write_text (self, self->line->str, self->line->len, error);
  g_string_truncate (self->line, 0);
  return success;
}

static gboolean
begin (AtlasTableWriter         *writer,
       const char               *name,
       const AtlasWriterColumn  *columns,
       guint                     n_columns,
       GError                  **error)
{
  CsvWriter *self = (CsvWriter *) writer;

  g_array_set_size (self->kinds, 0);
  if (self->has_table && !end_line (self, error))
    return FALSE;
  self->has_table = TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      g_array_append_val (self->kinds, columns[i].kind);
      if (i > 0)
        g_string_append_c (self->line, ',');
      atlas_csv_append_cell (self->line, columns[i].name);
    }
  return n_columns == 0 || end_line (self, error);
}

/* A negative number is no formula and stays a number. */
static gboolean
is_guarded (const CsvWriter *self,
            guint            column,
            const char      *cell)
{
  AtlasDecimal number;

  if (!atlas_csv_needs_guard (cell))
    return FALSE;
  return column >= self->kinds->len || g_array_index (self->kinds, AtlasWriterKind, column) != ATLAS_WRITER_NUMBER ||
         !atlas_decimal_parse (cell, &number);
}

static gboolean
add (AtlasTableWriter   *writer,
     const char *const  *cells,
     guint               n_cells,
     GError            **error)
{
  CsvWriter *self = (CsvWriter *) writer;

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      if (is_guarded (self, i, cells[i]))
        {
          g_autofree char *guarded = g_strconcat ("'", cells[i], NULL);

          atlas_csv_append_cell (self->line, guarded);
        }
      else
        atlas_csv_append_cell (self->line, cells[i]);
    }
  return end_line (self, error);
}

static gboolean
finish (AtlasTableWriter  *writer,
        GError           **error)
{
  CsvWriter *self = (CsvWriter *) writer;
  g_autofree char *temporary = NULL;
  int result;

  errno = 0;
  result = fclose (g_steal_pointer (&self->file));
  if (result != 0)
    return atlas_new_file_fail (writer->path, errno != 0 ? errno : EIO, error);
  temporary = g_steal_pointer (&self->temporary);
  return atlas_new_file_commit (temporary, writer->path, TRUE, error);
}

static void
free_writer (AtlasTableWriter *writer)
{
  CsvWriter *self = (CsvWriter *) writer;

  if (self->file != NULL)
    fclose (self->file);
  if (self->temporary != NULL)
    atlas_new_file_cancel (self->temporary);
  if (self->conversion != NULL)
    g_iconv_close (self->conversion);
  g_free (self->temporary);
  g_string_free (self->line, TRUE);
  g_array_unref (self->kinds);
  g_free (self);
}

static const AtlasTableWriterClass csv_class = { begin, add, finish, free_writer };

static gboolean
open_conversion (CsvWriter   *self,
                 const char  *encoding,
                 GError     **error)
{
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (encoding, "GB18030") != 0)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                   _("“%s” is no encoding that tables are written in: choose UTF-8 or GB18030"), encoding);
      return FALSE;
    }
  self->conversion = g_iconv_open ("GB18030", "UTF-8");
  return TRUE;
}

AtlasTableWriter *
atlas_csv_writer_new (const char  *path,
                      const char  *encoding,
                      GError     **error)
{
  CsvWriter *self = g_new0 (CsvWriter, 1);
  g_autoptr (AtlasTableWriter) writer = &self->writer;

  writer->class = &csv_class;
  writer->path = g_strdup (path);
  self->line = g_string_new (NULL);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (AtlasWriterKind));
  if (!open_conversion (self, encoding, error) || (self->temporary = atlas_new_file_begin (path, error)) == NULL)
    return NULL;
  self->file = g_fopen (self->temporary, "wb");
  if (self->file == NULL)
    {
      atlas_new_file_fail (path, errno, error);
      return NULL;
    }
  if (self->conversion == NULL && !write_bytes (self, BYTE_ORDER_MARK, sizeof BYTE_ORDER_MARK - 1, error))
    return NULL;
  return g_steal_pointer (&writer);
}
