/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-header.h"
#include "dataset/registers/register-text.h"
#include "dataset/registers/row-kind.h"
#include "dataset/registers/row-parser.h"

struct _AtlasRegisterReader {
  AtlasWorkbook *workbook;
  guint sheet;
  char *name; /* of file and sheet, for messages */
  GPtrArray *head;
  AtlasRegisterHeader *header;
  AtlasRowParser *parser;
  int key; /* the cell that tells data from totals */
  guint n_skipped;
  guint n_hidden; /* of the rows understood or rejected */
  guint first_hidden;
  guint n_rows; /* understood or rejected */
  gboolean in_notes;
  GPtrArray *notices;
  const AtlasRegisterReaderFuncs *funcs;
  gpointer user_data;
  GCancellable *cancellable;
};

static char *
make_name (AtlasWorkbook *workbook,
           guint          sheet)
{
  const char *file = atlas_workbook_get_name (workbook);
  const char *name = atlas_workbook_get_sheet (workbook, sheet)->name;

  /* Translators: a file, a sheet of it */
  return name[0] != '\0' ? g_strdup_printf (_("%s, sheet %s"), file, name) : g_strdup (file);
}

/* The column that every row has and no total: the first of the key in the order of the contract. */
static int
find_key (const AtlasRegisterHeader *header)
{
  static const char *const keys[] = { "station_id", "person_id", "entry_id", "source_id" };
  const char *own = strcmp (header->table->name, "personnel") == 0 ? "person_id" : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      int column = atlas_table_definition_find_column (header->table, own != NULL ? own : keys[i]);

      if (column >= 0)
        return header->cells[column];
    }
  return -1;
}

static AtlasRegisterHeader *
find_header (AtlasRegisterReader         *self,
             const AtlasTableDefinition  *table,
             const int                   *columns,
             GError                     **error)
{
  if (columns != NULL)
    return atlas_register_header_choose (self->head, table, columns, self->name, error);
  return atlas_register_header_find (self->head, table, self->name, error);
}

AtlasRegisterReader *
atlas_register_reader_new (AtlasWorkbook               *workbook,
                           guint                        sheet,
                           const AtlasTableDefinition  *table,
                           const int                   *columns,
                           AtlasRegionTree             *regions,
                           GCancellable                *cancellable,
                           GError                     **error)
{
  g_autoptr (AtlasRegisterReader) self = g_new0 (AtlasRegisterReader, 1);

  g_return_val_if_fail (columns == NULL || table != NULL, NULL);

  self->workbook = workbook;
  self->sheet = sheet;
  self->name = make_name (workbook, sheet);
  self->notices = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->head = atlas_sheet_head_read (workbook, sheet, cancellable, error);
  if (self->head == NULL)
    return NULL;
  self->header = find_header (self, table, columns, error);
  if (self->header == NULL)
    return NULL;
  self->key = find_key (self->header);
  self->parser = atlas_row_parser_new (self->header, regions, atlas_workbook_get_encoding (workbook) != NULL);
  return g_steal_pointer (&self);
}

void
atlas_register_reader_free (AtlasRegisterReader *self)
{
  g_clear_pointer (&self->parser, atlas_row_parser_free);
  g_clear_pointer (&self->header, atlas_register_header_free);
  g_clear_pointer (&self->head, g_ptr_array_unref);
  g_ptr_array_unref (self->notices);
  g_free (self->name);
  g_free (self);
}

const AtlasTableDefinition *
atlas_register_reader_get_table (AtlasRegisterReader *self)
{
  return self->header->table;
}

const char *const *
atlas_register_reader_get_header (AtlasRegisterReader *self)
{
  return (const char *const *) self->header->names;
}

guint
atlas_register_reader_get_header_line (AtlasRegisterReader *self)
{
  return self->header->line;
}

int
atlas_register_reader_get_cell (AtlasRegisterReader *self,
                                guint                column)
{
  g_return_val_if_fail (column < self->header->table->n_columns, -1);

  return self->header->cells[column];
}

/* Letters and digits with a digit at the end, as ids are and no word of a total or note is. */
static gboolean
looks_like_id (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && g_ascii_isalnum (text[0]) && g_ascii_isdigit (text[length - 1]) && strchr (text, ' ') == NULL;
}

static gboolean
repeats (const AtlasSheetRow *row,
         const AtlasHeadRow  *head)
{
  g_autoptr (GString) buffer = g_string_new (NULL);

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind != ATLAS_CELL_EMPTY &&
        strcmp (atlas_register_text_trim (row->cells[i].text, buffer), atlas_head_row_get (head, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Titles and headers come again on each page of some tables. */
static gboolean
is_repeated_head (AtlasRegisterReader *self,
                  const AtlasSheetRow *row)
{
  for (guint i = 0; i < self->header->first + self->header->n_rows; i++)
    if (repeats (row, g_ptr_array_index (self->head, i)))
      return TRUE;
  return FALSE;
}

/* Headers in another language, or ids for a program: each cell names the column that it is in. */
static gboolean
is_second_header (AtlasRegisterReader *self,
                  const AtlasSheetRow *row)
{
  const AtlasRegisterHeader *header = self->header;
  guint n_names = 0;

  for (guint i = 0; i < header->table->n_columns; i++)
    {
      guint cell = (guint) header->cells[i];
      AtlasHeaderMatch match;

      if (header->cells[i] < 0 || cell >= row->n_cells || row->cells[cell].kind == ATLAS_CELL_EMPTY)
        continue;
      if (!atlas_header_names_find (header->table, NULL, row->cells[cell].text, &match) || match.column != (int) i)
        return FALSE;
      n_names++;
    }
  return n_names > 1;
}

/* The first cell that says something, in a row in which no other does. */
static const char *
get_only_cell (const AtlasSheetRow *row)
{
  if (atlas_row_kind_count_cells (row) != 1)
    return NULL;
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind != ATLAS_CELL_EMPTY)
      return row->cells[i].text;
  return NULL;
}

/* A unit named again has to be the same. */
static gboolean
check_unit (AtlasRegisterReader  *self,
            const AtlasSheetRow  *row,
            AtlasColumnUnit       unit,
            GError              **error)
{
  if (!self->header->has_table_unit || self->header->table_unit.exponent == unit.exponent)
    return TRUE;
  g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN,
               /* Translators: a file, a row of it */
               _("“%s”, row %u: the unit changes here; put the parts into files of their own"), self->name, row->line);
  return FALSE;
}

/* Whether ROW is none of the data. FALSE with ERROR set where nothing behind it can be understood. */
static gboolean
is_no_data (AtlasRegisterReader  *self,
            const AtlasSheetRow  *row,
            GError              **error)
{
  const char *only = get_only_cell (row);
  AtlasColumnUnit unit;

  if (only != NULL && atlas_column_unit_find (only, &unit))
    return check_unit (self, row, unit, error);
  if (only != NULL && self->in_notes)
    return TRUE;
  self->in_notes = atlas_row_kind_is_note_row (row, self->key);
  return self->in_notes || atlas_row_kind_is_total_row (row, self->key) || is_repeated_head (self, row) ||
         is_second_header (self, row);
}

static gboolean
needs_look (AtlasRegisterReader *self,
            const AtlasSheetRow *row)
{
  return self->in_notes || self->key < 0 || (guint) self->key >= row->n_cells ||
         !looks_like_id (row->cells[self->key].text);
}

static gboolean
pass_row (AtlasRegisterReader  *self,
          const AtlasSheetRow  *row,
          GError              **error)
{
  AtlasRejection *rejection = NULL;
  const AtlasRegisterRow *understood = atlas_row_parser_parse (self->parser, &rejection);

  self->n_rows++;
  if (row->hidden && self->n_hidden++ == 0)
    self->first_hidden = row->line;
  self->in_notes = FALSE;
  if (understood != NULL)
    return self->funcs->row (understood, row, self->user_data, error);
  self->funcs->reject (rejection, self->user_data);
  return TRUE;
}

static gboolean
take_row (const AtlasSheetRow  *row,
          gpointer              user_data,
          GError              **error)
{
  AtlasRegisterReader *self = user_data;
  g_autoptr (GError) unit_error = NULL;

  atlas_row_parser_take (self->parser, row);
  if (row->line <= self->header->line)
    return TRUE;
  if (!needs_look (self, row) || row->fault != ATLAS_ROW_FAULT_NONE)
    return pass_row (self, row, error);
  if (is_no_data (self, row, &unit_error))
    {
      self->n_skipped++;
      return TRUE;
    }
  if (unit_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unit_error));
      return FALSE;
    }
  return pass_row (self, row, error);
}

static void
add_notices (AtlasRegisterReader *self)
{
  g_autofree char *unknown = g_strjoinv (", ", self->header->unknown);

  if (unknown[0] != '\0')
    g_ptr_array_add (self->notices, g_strdup_printf (_("Columns that are not known were passed over: %s"), unknown));
  if (self->n_hidden > 0)
    g_ptr_array_add (self->notices,
                     /* Translators: how many rows, and the number of the first of them */
                     g_strdup_printf (ngettext ("%u hidden row was read too (row %u).",
                                                "%u hidden rows were read too, the first is row %u.", self->n_hidden),
                                      self->n_hidden, self->first_hidden));
  atlas_row_parser_add_notices (self->parser, self->notices);
}

gboolean
atlas_register_reader_run (AtlasRegisterReader             *self,
                           const AtlasRegisterReaderFuncs  *funcs,
                           gpointer                         user_data,
                           GCancellable                    *cancellable,
                           GError                         **error)
{
  self->funcs = funcs;
  self->user_data = user_data;
  if (!atlas_workbook_read_sheet (self->workbook, self->sheet, take_row, self, cancellable, error))
    return FALSE;
  add_notices (self);
  if (self->n_rows > 0)
    return TRUE;
  g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS,
               _("“%s” has a header, and no rows below it"), self->name);
  return FALSE;
}

AtlasRejection *
atlas_register_reader_reject (AtlasRegisterReader *self,
                              int                  column,
                              AtlasRejectCode      code,
                              const char          *reason)
{
  return atlas_row_parser_reject (self->parser, column, code, reason);
}

guint
atlas_register_reader_get_n_skipped (AtlasRegisterReader *self)
{
  return self->n_skipped;
}

const char *const *
atlas_register_reader_get_notices (AtlasRegisterReader *self)
{
  return (const char *const *) self->notices->pdata;
}
