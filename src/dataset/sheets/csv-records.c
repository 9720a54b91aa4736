/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/csv-records.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/sheet-row.h"

#define OPTIONS (CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)
/* By how much libcsv lets the memory for a cell grow. */
#define BUFFER_STEP (16 << 10)

struct _AtlasCsvRecords {
  struct csv_parser parser;
  const char *name;
  AtlasSheetRowFunc func;
  gpointer user_data;
  AtlasRowBuilder *row;
  guint line;          /* on which the record being read starts */
  guint n_inner_lines; /* line ends inside its quotes */
  guint n_cells;       /* of the record being read */
  gsize n_bytes;       /* of it: what was fed without an end of a record */
  guint n_rows;
  int last_end;        /* the character that ended the record before */
  gboolean sound;      /* nothing fed so far needs a check */
  gboolean quotes;     /* the cells of this block may have been in quotes */
  gboolean goes_on;    /* the cell being read did so behind its closing mark, */
  gsize n_quoted;      /* which stood at this length of it */
  gboolean unclosed;   /* the cell being read is in quotes that the text ends without closing */
  gboolean stopped;
  GError *error;
};

/* Blanks belong to the cell; libcsv would drop them. */
static int
no_space (unsigned char c)
{
  return 0;
}

/* Called for every byte, that function takes a third of the time; where there are no blanks it is not needed. */
static void
keep_blanks (AtlasCsvRecords *self,
             const char      *text,
             gsize            length)
{
  gboolean blanks = memchr (text, CSV_SPACE, length) != NULL || memchr (text, CSV_TAB, length) != NULL;

  csv_set_space_func (&self->parser, blanks ? no_space : NULL);
}

static void
fail (AtlasCsvRecords *self,
      AtlasSheetError  code,
      guint            line,
      const char      *reason)
{
  self->stopped = TRUE;
  if (self->error == NULL)
    atlas_sheet_refuse_at_line (&self->error, code, self->name, line, reason);
}

/* CRLF counts once. */
static guint
count_lines (const char *text,
             gsize       length)
{
  guint n_lines = 0;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n' ? i == 0 || text[i - 1] != '\r' : text[i] == '\r';
  return n_lines;
}

/* Blanks may stand behind a closing mark. */
static gboolean
is_well_closed (const AtlasCsvRecords *self,
                const char            *text,
                gsize                  length)
{
  gsize i = self->n_quoted;

  if (self->unclosed)
    return FALSE;
  while (self->goes_on && i < length && (text[i] == CSV_SPACE || text[i] == CSV_TAB))
    i++;
  return !self->goes_on || i == length;
}

/* A quotation that goes on behind its end is a sloppy one if it is on one line; over several, its end is most
 * likely the beginning of another, and the records between the two would be lost in one cell. */
static void
take_lines (AtlasCsvRecords *self,
            const char      *text,
            gsize            length)
{
  guint n_lines = count_lines (text, length);

  if (n_lines > 0 && !is_well_closed (self, text, length))
    fail (self, ATLAS_SHEET_ERROR_WRONG_FORMAT, self->line + self->n_inner_lines,
          _("a quotation is opened here and not closed in its cell; mend the quotation marks"));
  self->n_inner_lines += n_lines;
  self->goes_on = FALSE;
}

/* Where the last line alone opens a quotation, it is the line that ends the cell. */
static gsize
cut_line_end (const char *text,
              gsize       length)
{
  if (length > 0 && text[length - 1] == '\n')
    length--;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  return length;
}

static gboolean
set_cell (AtlasCsvRecords *self,
          const char      *text,
          gsize            length)
{
  g_autofree char *valid = NULL;

  if (self->sound || g_utf8_validate_len (text, length, NULL))
    return atlas_row_builder_set (self->row, self->n_cells, ATLAS_CELL_TEXT, text, length, FALSE);
  valid = g_utf8_make_valid (text, length);
  atlas_row_builder_fault (self->row,
                           memchr (text, '\0', length) != NULL ? ATLAS_ROW_FAULT_NUL_BYTE
                                                               : ATLAS_ROW_FAULT_BAD_ENCODING,
                           self->n_cells);
  return atlas_row_builder_set (self->row, self->n_cells, ATLAS_CELL_TEXT, valid, -1, FALSE);
}

static void
take_cell (void   *text,
           size_t  length,
           void   *user_data)
{
  AtlasCsvRecords *self = user_data;

  if (self->stopped)
    return;
  if (self->unclosed)
    length = cut_line_end (text, length);
  if (self->quotes)
    take_lines (self, text, length);
  if (length > ATLAS_SHEET_MAX_CELL_BYTES)
    fail (self, ATLAS_SHEET_ERROR_TOO_LARGE, self->line, _("a cell is too long"));
  else if (length > 0 && !set_cell (self, text, length))
    fail (self, ATLAS_SHEET_ERROR_TOO_LARGE, self->line, _("there are too many columns"));
  self->n_cells++;
}

static void
pass_row (AtlasCsvRecords *self)
{
  const AtlasSheetRow *row = self->stopped ? NULL : atlas_row_builder_get (self->row);

  if (row == NULL)
    return;
  if (self->n_rows++ == ATLAS_SHEET_MAX_ROWS)
    fail (self, ATLAS_SHEET_ERROR_TOO_LARGE, self->line, _("there are too many rows; split the file"));
  else
    self->stopped = !self->func (row, self->user_data, &self->error);
}

/* Also called for an empty line, without cells, and so for the second half of CRLF. */
static void
end_record (int   end,
            void *user_data)
{
  AtlasCsvRecords *self = user_data;
  gboolean second_half = end == '\n' && self->last_end == '\r' && self->n_cells == 0;

  self->last_end = end;
  self->n_bytes = 0;
  if (second_half)
    return;
  pass_row (self);
  self->line += 1 + self->n_inner_lines;
  self->n_inner_lines = 0;
  self->n_cells = 0;
  atlas_row_builder_begin (self->row, self->line, FALSE);
}

AtlasCsvRecords *
atlas_csv_records_new (const char        *name,
                       guint              line,
                       char               delimiter,
                       AtlasSheetRowFunc  func,
                       gpointer           user_data)
{
  AtlasCsvRecords *self = g_new0 (AtlasCsvRecords, 1);

  self->name = name;
  self->func = func;
  self->user_data = user_data;
  self->line = line;
  self->sound = TRUE;
  self->row = atlas_row_builder_new ();
  atlas_row_builder_begin (self->row, line, FALSE);
  csv_init (&self->parser, OPTIONS);
  csv_set_delim (&self->parser, delimiter);
  csv_set_realloc_func (&self->parser, g_realloc);
  csv_set_free_func (&self->parser, g_free);
  csv_set_blk_size (&self->parser, BUFFER_STEP);
  return self;
}

void
atlas_csv_records_free (AtlasCsvRecords *self)
{
  csv_free (&self->parser);
  atlas_row_builder_free (self->row);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
atlas_csv_records_is_stopped (const AtlasCsvRecords *self)
{
  return self->stopped;
}

/* libcsv, being strict, stops where a quotation mark stands in a cell without quotes: there it is text. It also
 * stops behind a closing mark that neither ends the cell nor is doubled. As in spreadsheets, what follows then
 * belongs to the cell, and quotes it no longer. Left to itself, libcsv would take the mark as text and read on to
 * the next one. */
static gsize
pass_stray_mark (AtlasCsvRecords *self,
                 const char      *text)
{
  gsize done;

  if (self->parser.quoted)
    {
      self->parser.quoted = 0;
      self->n_quoted = --self->parser.entry_pos;
      self->goes_on = TRUE;
    }
  csv_set_opts (&self->parser, OPTIONS & ~CSV_STRICT);
  done = csv_parse (&self->parser, text, 1, take_cell, end_record, self);
  csv_set_opts (&self->parser, OPTIONS);
  return done;
}

void
atlas_csv_records_feed (AtlasCsvRecords *self,
                        const char      *text,
                        gsize            length,
                        gboolean         sound)
{
  self->sound = self->sound && sound;
  self->quotes = self->parser.quoted || self->goes_on || memchr (text, '"', length) != NULL;
  self->n_bytes += length;
  keep_blanks (self, text, length);
  for (gsize done = 0; done < length && !self->stopped;)
    {
      done += csv_parse (&self->parser, text + done, length - done, take_cell, end_record, self);
      if (done < length)
        done += pass_stray_mark (self, text + done);
    }
  if (self->n_bytes > ATLAS_SHEET_MAX_RECORD_BYTES)
    fail (self, ATLAS_SHEET_ERROR_TOO_LARGE, self->line,
          _("a record is too long; is there a quotation mark that is not closed?"));
}

gboolean
atlas_csv_records_end (AtlasCsvRecords  *self,
                       GError          **error)
{
  if (!self->stopped && csv_fini (&self->parser, take_cell, end_record, self) != 0)
    {
      self->quotes = self->unclosed = TRUE;
      csv_set_opts (&self->parser, OPTIONS & ~CSV_STRICT);
      csv_fini (&self->parser, take_cell, end_record, self);
    }
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
