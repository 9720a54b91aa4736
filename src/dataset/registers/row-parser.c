/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"
#include "dataset/registers/register-text.h"
#include "dataset/registers/row-parser-private.h"

static int
get_this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

static gboolean
is_identifier (const AtlasColumn *column)
{
  return g_str_has_suffix (column->name, "_id") || g_str_has_suffix (column->name, "_no");
}

AtlasRowParser *
atlas_row_parser_new (const AtlasRegisterHeader *header,
                      AtlasRegionTree           *regions,
                      gboolean                   is_text)
{
  AtlasRowParser *self = g_new0 (AtlasRowParser, 1);

  self->header = header;
  self->table = header->table;
  self->n_names = g_strv_length (header->names);
  self->is_text = is_text;
  self->merged = is_text ? NULL : atlas_merged_cells_new ();
  self->places = atlas_place_finder_new (regions);
  self->last_year = get_this_year () + 1;
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      self->parsers[i] = atlas_value_parser_find (self->table, i);
      self->required[i] = atlas_header_names_is_required (self->table, i);
      self->identifiers[i] = is_identifier (&self->table->columns[i]);
      self->words[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->buffers[i] = g_string_new (NULL);
    }
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    self->place_buffers[i] = g_string_new (NULL);
  self->row.table = self->table;
  self->row.as_of = "";
  return self;
}

void
atlas_row_parser_free (AtlasRowParser *self)
{
  g_clear_pointer (&self->merged, atlas_merged_cells_free);
  atlas_place_finder_free (self->places);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_hash_table_unref (self->words[i]);
      g_string_free (self->buffers[i], TRUE);
    }
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    g_string_free (self->place_buffers[i], TRUE);
  g_free (self->reason);
  g_free (self->quote);
  g_free (self);
}

void
atlas_row_parser_take (AtlasRowParser      *self,
                       const AtlasSheetRow *row)
{
  self->raw = row;
  if (self->merged != NULL)
    atlas_merged_cells_take (self->merged, row);
}

/* A cell that a formula has failed in: #N/A says that nothing is known, any other error that the table is broken. */
static gboolean
fail_error_cell (AtlasRowParser *self,
                 guint           column,
                 const char     *text)
{
  AtlasColumnKind kind = self->table->columns[column].kind;
  AtlasRejectCode code = ATLAS_REJECT_MISSING_VALUE;

  if (kind == ATLAS_COLUMN_DATE)
    code = ATLAS_REJECT_BAD_DATE;
  else if (kind == ATLAS_COLUMN_COUNT || kind == ATLAS_COLUMN_NUMBER || atlas_column_kind_has_qualifier (kind))
    code = ATLAS_REJECT_NOT_A_NUMBER;
  return atlas_row_parser_fail (self, column, code, _("A formula has failed here (%s): write the value"), text);
}

/* A number merged over several rows is one number for all of them: filled down it would be counted several times. */
static gboolean
is_shared_number (AtlasRowParser       *self,
                  guint                 column,
                  const AtlasSheetCell *cell)
{
  AtlasColumnKind kind = self->table->columns[column].kind;

  return cell != NULL && cell->spread && (kind == ATLAS_COLUMN_NUMBER || atlas_column_kind_has_qualifier (kind));
}

static gboolean
fail_missing (AtlasRowParser *self,
              guint           column,
              gboolean        is_shared)
{
  const char *title = atlas_column_get_title (&self->table->columns[column]);

  if (is_shared)
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_MISSING_VALUE,
                                  _("“%s” is merged with the row above, which has it already: write how much of it "
                                    "belongs to this row"), title);
  return atlas_row_parser_fail (self, column, ATLAS_REJECT_MISSING_VALUE,
                                _("“%s” is missing: every row has to have it"), title);
}

static gboolean
parse_value (AtlasRowParser *self,
             guint           column)
{
  AtlasRegisterValue *value = &self->row.values[column];
  const AtlasSheetCell *cell = atlas_row_parser_get_cell (self, self->header->cells[column]);
  gboolean is_shared = is_shared_number (self, column, cell);
  const char *text;

  if (is_shared)
    {
      cell = NULL;
      self->n_shared++;
    }
  *value = (AtlasRegisterValue) { .text = "" };
  text = atlas_row_parser_get_text (self, cell, self->buffers[column]);
  if (cell != NULL && cell->kind == ATLAS_CELL_ERROR && !atlas_register_text_is_missing (text))
    return fail_error_cell (self, column, text);
  if (!self->parsers[column](self, column, text, value))
    return FALSE;
  return !value->is_missing || !self->required[column] || fail_missing (self, column, is_shared);
}

static gboolean
parse_values (AtlasRowParser *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    if (!parse_value (self, i))
      return FALSE;
  return TRUE;
}

/* The column that CELL is in, or n_columns. */
static guint
find_column (AtlasRowParser *self,
             guint           cell)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    if (self->header->cells[i] == (int) cell)
      return i;
  return self->table->n_columns;
}

/* What makes it doubtful what stands where in the row. */
static gboolean
check_form (AtlasRowParser *self)
{
  const AtlasSheetRow *raw = self->raw;

  if (raw->fault == ATLAS_ROW_FAULT_NUL_BYTE)
    return atlas_row_parser_fail (self, find_column (self, raw->fault_column), ATLAS_REJECT_NUL_BYTE,
                                  _("The row holds a NUL byte: remove it, or save the file again"));
  if (raw->fault == ATLAS_ROW_FAULT_BAD_ENCODING)
    return atlas_row_parser_fail (self, find_column (self, raw->fault_column), ATLAS_REJECT_BAD_ENCODING,
                                  _("The row holds bytes that are no text: save the file as UTF-8"));
  if (self->is_text && self->header->n_rows > 0 && raw->n_cells > self->n_names)
    return atlas_row_parser_fail (self, self->table->n_columns, ATLAS_REJECT_WRONG_COLUMN_COUNT,
                                  _("The row has %u cells, the header %u: put what holds a separator into quotation "
                                    "marks"), raw->n_cells, self->n_names);
  return TRUE;
}

/* As CELL is taken by itself, where it is no longer merged: what another cell of the row or of those above has counted
 * already is left out, lest it count again when the row is corrected. */
static const char *
get_own_text (AtlasRowParser *self,
              guint           cell)
{
  const AtlasSheetCell *own = atlas_row_parser_get_cell (self, (int) cell);
  guint column = find_column (self, cell);

  return own == NULL || (column < self->table->n_columns && is_shared_number (self, column, own)) ? "" : own->text;
}

static char **
copy_cells (AtlasRowParser *self)
{
  char **cells = g_new (char *, self->raw->n_cells + 1);

  for (guint i = 0; i < self->raw->n_cells; i++)
    cells[i] = g_strdup (get_own_text (self, i));
  cells[self->raw->n_cells] = NULL;
  return cells;
}

/* What stands in the column that is at fault; what says the division may stand in several. */
static const char *
get_fault_text (AtlasRowParser *self)
{
  int cell = self->fault_column < self->table->n_columns ? self->header->cells[self->fault_column] : -1;

  if (self->code == ATLAS_REJECT_UNKNOWN_REGION || self->code == ATLAS_REJECT_AMBIGUOUS_REGION)
    return self->place_text;
  return cell >= 0 && (guint) cell < self->raw->n_cells ? self->raw->cells[cell].text : "";
}

static AtlasRejection *
make_rejection (AtlasRowParser *self)
{
  gboolean has_column = self->fault_column < self->table->n_columns;
  AtlasRejection *rejection =
    atlas_rejection_new (self->raw->line, has_column ? self->table->columns[self->fault_column].name : "",
                         get_fault_text (self), self->code, self->reason);

  rejection->cells = copy_cells (self);
  return rejection;
}

const AtlasRegisterRow *
atlas_row_parser_parse (AtlasRowParser  *self,
                        AtlasRejection **rejection)
{
  self->row.line = self->raw->line;
  self->row.region = NULL;
  if (check_form (self) && parse_values (self) && atlas_row_parser_complete (self) && atlas_row_parser_check (self))
    return &self->row;
  *rejection = make_rejection (self);
  return NULL;
}

AtlasRejection *
atlas_row_parser_reject (AtlasRowParser  *self,
                         int              column,
                         AtlasRejectCode  code,
                         const char      *reason)
{
  atlas_row_parser_fail (self, column >= 0 ? (guint) column : self->table->n_columns, code, "%s", reason);
  return make_rejection (self);
}

void
atlas_row_parser_add_notices (AtlasRowParser *self,
                              GPtrArray      *notices)
{
  if (self->n_contradictions > 0)
    g_ptr_array_add (notices,
                     g_strdup_printf (ngettext ("In %u row the name of the division is another one's than its code; "
                                                "the code counts.",
                                                "In %u rows the name of the division is another one's than its code; "
                                                "the code counts.", self->n_contradictions), self->n_contradictions));
  if (self->n_filled > 0)
    g_ptr_array_add (notices,
                     /* Translators: how many codes, and the number of the row of the first of them */
                     g_strdup_printf (ngettext ("%u division code had lost its last zeros, which were put back (row %u).",
                                                "%u division codes had lost their last zeros, which were put back; the "
                                                "first is in row %u.", self->n_filled), self->n_filled, self->first_filled));
  if (self->n_shared > 0)
    g_ptr_array_add (notices,
                     g_strdup_printf (ngettext ("%u number in a cell merged over several rows counts for the first only.",
                                                "%u numbers in cells merged over several rows count for the first only.",
                                                self->n_shared), self->n_shared));
}
