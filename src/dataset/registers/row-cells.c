/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/csv-file.h"
#include "dataset/registers/register-text.h"
#include "dataset/registers/row-parser-private.h"

/* So much of a cell stands in a reason. */
#define QUOTE_LENGTH 40

gboolean
atlas_row_parser_fail (AtlasRowParser  *self,
                       guint            column,
                       AtlasRejectCode  code,
                       const char      *format,
                       ...)
{
  va_list arguments;

  g_free (self->reason);
  va_start (arguments, format);
  self->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->code = code;
  self->fault_column = column;
  return FALSE;
}

const char *
atlas_row_parser_quote (AtlasRowParser *self,
                        const char     *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTE_LENGTH)
    return text;
  start = g_utf8_substring (text, 0, QUOTE_LENGTH);
  g_free (self->quote);
  self->quote = g_strconcat (start, "…", NULL);
  return self->quote;
}

const AtlasSheetCell *
atlas_row_parser_get_cell (AtlasRowParser *self,
                           int             cell)
{
  if (cell < 0 || (guint) cell >= self->raw->n_cells || self->raw->cells[cell].kind == ATLAS_CELL_EMPTY)
    return NULL;
  if (self->merged != NULL && !atlas_merged_cells_holds (self->merged, (guint) cell))
    return NULL;
  return &self->raw->cells[cell];
}

const char *
atlas_row_parser_get_text (AtlasRowParser       *self,
                           const AtlasSheetCell *cell,
                           GString              *buffer)
{
  if (cell == NULL)
    return "";
  return atlas_register_text_trim (self->is_text ? atlas_csv_skip_guard (cell->text) : cell->text, buffer);
}
