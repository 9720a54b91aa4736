/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/csv-file.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset-error.h"

typedef struct {
  const char *path;
  AtlasCsvRowFunc func;
  gpointer user_data;
  GString *texts;      /* the cells of the record being read, each ended by a NUL */
  GArray *offsets;     /* where in TEXTS each of them starts */
  GPtrArray *cells;
  guint line;          /* on which the record being read starts */
  guint n_inner_lines; /* line ends inside its quotes */
  int last_end;        /* the character that ended the record before */
  GError *error;
} CsvReader;

static int
no_space (unsigned char c)
{
  return 0;
}

static void
fail (CsvReader  *reader,
      const char *reason)
{
  g_autofree char *name = g_path_get_basename (reader->path);

  if (reader->error == NULL)
    g_set_error (&reader->error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 /* Translators: a file, a line of it and what is wrong there */
                 _("%s, line %u: %s"), name, reader->line, reason);
}

static guint
count_lines (const char *text,
             gsize       length)
{
  guint n_lines = 0;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  return n_lines;
}

static void
take_cell (void  *text,
           size_t length,
           void  *user_data)
{
  CsvReader *reader = user_data;
  guint offset = reader->texts->len;

  if (length > 0 && memchr (text, '\0', length) != NULL)
    fail (reader, _("it holds a NUL byte"));
  else if (length > 0 && !g_utf8_validate_len (text, length, NULL))
    fail (reader, _("it is not UTF-8 text"));
  g_string_append_len (reader->texts, text, length);
  g_string_append_c (reader->texts, '\0');
  g_array_append_val (reader->offsets, offset);
  reader->n_inner_lines += count_lines (text, length);
}

/* An empty line gives no cell (libcsv is told to report it, so that lines can be counted). */
static void
pass_record (CsvReader *reader)
{
  g_ptr_array_set_size (reader->cells, 0);
  for (guint i = 0; i < reader->offsets->len; i++)
    g_ptr_array_add (reader->cells, reader->texts->str + g_array_index (reader->offsets, guint, i));
  if (reader->cells->len > 0 && reader->error == NULL)
    reader->func (reader->line, (const char *const *) reader->cells->pdata, reader->cells->len, reader->user_data,
                  &reader->error);
}

static void
end_record (int   end,
            void *user_data)
{
  CsvReader *reader = user_data;
  gboolean second_half = end == '\n' && reader->last_end == '\r' && reader->offsets->len == 0;

  reader->last_end = end;
  if (second_half)
    return;
  pass_record (reader);
  reader->line += 1 + reader->n_inner_lines;
  reader->n_inner_lines = 0;
  g_string_truncate (reader->texts, 0);
  g_array_set_size (reader->offsets, 0);
}

/* Fed in blocks, so that a failure ends the reading soon. */
static void
parse (CsvReader         *reader,
       struct csv_parser *parser,
       const char        *data,
       gsize              length)
{
  const gsize block = 64 * 1024;

  for (gsize done = 0; done < length && reader->error == NULL; done += block)
    {
      gsize size = MIN (block, length - done);

      if (csv_parse (parser, data + done, size, take_cell, end_record, reader) != size)
        fail (reader, _("a quotation mark stands where none may; write it twice inside quoted text"));
    }
  if (reader->error == NULL && csv_fini (parser, take_cell, end_record, reader) != 0)
    fail (reader, _("a quotation is opened and never closed"));
}

static gboolean
read_data (CsvReader   *reader,
           const char  *data,
           gsize        length,
           GError     **error)
{
  struct csv_parser parser;

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
    g_error ("Out of memory");
  csv_set_space_func (&parser, no_space);
  reader->texts = g_string_new (NULL);
  reader->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->cells = g_ptr_array_new ();
  parse (reader, &parser, data, length);
  csv_free (&parser);
  g_string_free (reader->texts, TRUE);
  g_array_unref (reader->offsets);
  g_ptr_array_unref (reader->cells);
  if (reader->error == NULL)
    return TRUE;
  g_propagate_error (error, reader->error);
  return FALSE;
}

gboolean
atlas_csv_read_file (const char       *path,
                     AtlasCsvRowFunc   func,
                     gpointer          user_data,
                     GError          **error)
{
  CsvReader reader = { path, func, user_data, .line = 1 };
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) file_error = NULL;
  const char *data;
  gsize length;

  file = g_mapped_file_new (path, FALSE, &file_error);
  if (file == NULL)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, _("The table cannot be read: %s"),
                   file_error->message);
      return FALSE;
    }
  data = g_mapped_file_get_contents (file);
  length = g_mapped_file_get_length (file);
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return read_data (&reader, data + 3, length - 3, error);
  return read_data (&reader, data, length, error);
}

void
atlas_csv_append_cell (GString    *csv,
                       const char *cell)
{
  if (cell[strcspn (cell, ",\"\r\n")] == '\0')
    {
      g_string_append (csv, cell);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *cell);
    }
  g_string_append_c (csv, '"');
}

gboolean
atlas_csv_needs_guard (const char *text)
{
  char first = text[strspn (text, "'")];

  return first != '\0' && strchr ("=+-@\t\r", first) != NULL;
}

const char *
atlas_csv_skip_guard (const char *text)
{
  return text[0] == '\'' && atlas_csv_needs_guard (text) ? text + 1 : text;
}
