/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-reader.h"
#include "dataset/registers/row-finder.h"

/* While the sheet is read. */
typedef struct {
  AtlasImportRows *rows;
  AtlasRegisterReader *reader;
  AtlasImportInput *input;
  const AtlasTableDefinition *table;
  const char *as_of;
  int as_of_year;
  int station_column; /* −1 where the table has none */
  int year_column;    /* the same */
  guint n_replaced;   /* rows that this call had brought before */
  guint first_replaced;
} Reading;

static gboolean
reject (Reading         *reading,
        int              column,
        AtlasRejectCode  code,
        const char      *reason)
{
  atlas_import_input_reject (reading->input, atlas_register_reader_reject (reading->reader, column, code, reason));
  return FALSE;
}

/* A person may have no station, and counts in a division all the same. */
static gboolean
check_station (Reading          *reading,
               AtlasRegisterRow *row)
{
  const AtlasRegisterValue *station = &row->values[reading->station_column];
  const AtlasRegion *region;
  g_autofree char *reason = NULL;

  if (station->is_missing)
    return TRUE;
  if (atlas_station_places_find (reading->rows->stations, station->text, &region))
    {
      if (row->region == NULL)
        row->region = region;
      return TRUE;
    }
  reason = g_strdup_printf (_("There is no station “%s”: correct the number, or import the stations before or together with "
                              "this table"), station->text);
  return reject (reading, reading->station_column, ATLAS_REJECT_UNKNOWN_STATION, reason);
}

static gboolean
check_references (Reading                *reading,
                  const AtlasRegisterRow *row)
{
  guint column;
  AtlasRejectCode code;
  g_autofree char *fault = atlas_figure_references_find_fault (reading->rows->references, row, &column, &code);

  return fault == NULL || reject (reading, (int) column, code, fault);
}

static gboolean
reject_duplicate (Reading                *reading,
                  const AtlasRegisterRow *row)
{
  guint line = atlas_register_writer_get_earlier_line (reading->rows->writer);
  g_autofree char *reason = NULL;

  if (reading->table->n_key == 1 && strcmp (reading->table->name, "figures") != 0)
    reason = g_strdup_printf (_("“%s” stands already in row %u: give each its own number, or remove one"),
                              row->values[0].text, line);
  else
    reason = g_strdup_printf (_("What makes this row unlike others stands already in row %u: remove one, or correct it"), line);
  return reject (reading, reading->table->n_key == 1 ? 0 : (int) reading->table->n_key - 1, ATLAS_REJECT_DUPLICATE_ID, reason);
}

static gboolean
reject_conflict (Reading                *reading,
                 const AtlasRegisterRow *row)
{
  const AtlasRegion *held = atlas_register_writer_get_held (reading->rows->writer)->row.region;
  g_autofree char *path = held != NULL ? atlas_region_dup_path (held, " › ") : g_strdup ("");
  g_autofree char *reason =
    g_strdup_printf (_("“%s” belongs to %s already: give this one another number, or allow moves (--allow-moves) "
                       "if it has moved"), row->values[0].text, path);

  return reject (reading, 0, ATLAS_REJECT_ID_CONFLICT, reason);
}

/* Rows are written under an import, which is begun with the first. As that may begin the transaction anew, the row is
 * judged again. */
static gboolean
begin_import (Reading           *reading,
              AtlasRegisterRow  *row,
              GError           **error)
{
  AtlasImportRun *run = reading->rows->run;
  AtlasJudgement judgement;

  if (run->import_id != 0)
    return TRUE;
  atlas_register_writer_reset (reading->rows->writer);
  return atlas_import_run_begin (run, reading->as_of, error) &&
         atlas_register_writer_judge (reading->rows->writer, row, run->options->allow_moves, &judgement, error);
}

static gboolean
write_row (Reading           *reading,
           AtlasRegisterRow  *row,
           guint64           *counter,
           GError           **error)
{
  AtlasImportRows *rows = reading->rows;

  ++*counter;
  return begin_import (reading, row, error) &&
         atlas_register_writer_write (rows->writer, row, rows->run->import_id, rows->rollup, error);
}

static int
get_year (Reading                *reading,
          const AtlasRegisterRow *row)
{
  if (reading->year_column < 0)
    return reading->as_of_year;
  return reading->table->columns[reading->year_column].kind == ATLAS_COLUMN_DATE
           ? atlas_register_date_get_year (row->values[reading->year_column].text)
           : (int) row->values[reading->year_column].number;
}

/* A row of the same call may be meant to be corrected, or another row that was numbered from 1 on again. */
static void
note_replaced (Reading                *reading,
               const AtlasRegisterRow *row)
{
  const AtlasStoredRow *held = atlas_register_writer_get_held (reading->rows->writer);
  gint64 import_id = reading->rows->run->import_id;

  if (held != NULL && import_id != 0 && held->import_id == import_id && reading->n_replaced++ == 0)
    reading->first_replaced = row->line;
}

/* What was judged to stand in the dataset, as it was or as it is now, has been handed in. */
static gboolean
keep_row (Reading           *reading,
          AtlasRegisterRow  *row,
          AtlasJudgement     judgement,
          GError           **error)
{
  if (reading->rows->rollup != NULL)
    atlas_return_marks_add_row (reading->rows->marks, row->region, get_year (reading, row));
  if (judgement == ATLAS_JUDGEMENT_NEW)
    return write_row (reading, row, &reading->input->inserted, error);
  if (judgement == ATLAS_JUDGEMENT_CHANGED)
    {
      note_replaced (reading, row);
      return write_row (reading, row, &reading->input->updated, error);
    }
  reading->input->unchanged++;
  return TRUE;
}

static gboolean
take_row (const AtlasRegisterRow  *understood,
          const AtlasSheetRow     *raw,
          gpointer                 user_data,
          GError                 **error)
{
  Reading *reading = user_data;
  AtlasImportRows *rows = reading->rows;
  AtlasRegisterRow row = *understood;
  AtlasJudgement judgement;

  atlas_import_progress_row (rows->run->progress, raw);
  row.counted_from = reading->as_of_year;
  row.as_of = reading->as_of;
  row.input = rows->run->n_recorded;
  if ((rows->stations != NULL && !check_station (reading, &row)) ||
      (rows->references != NULL && !check_references (reading, &row)))
    return TRUE;
  if (!atlas_register_writer_judge (rows->writer, &row, rows->run->options->allow_moves, &judgement, error))
    return FALSE;
  if (judgement == ATLAS_JUDGEMENT_DUPLICATE)
    reject_duplicate (reading, &row);
  else if (judgement == ATLAS_JUDGEMENT_CONFLICT)
    reject_conflict (reading, &row);
  else
    return keep_row (reading, &row, judgement, error);
  return TRUE;
}

static void
take_rejection (AtlasRejection *rejection,
                gpointer        user_data)
{
  Reading *reading = user_data;

  atlas_import_input_reject (reading->input, rejection);
}

/* The columns that the sheet does not have. What the reader makes of a figure's number goes with the number. */
static guint64
list_not_said (Reading *reading)
{
  gboolean is_figures = strcmp (reading->table->name, "figures") == 0;
  guint64 columns = 0;

  for (guint i = 0; i < reading->table->n_columns; i++)
    if (atlas_register_reader_get_cell (reading->reader, i) < 0 && !atlas_row_key_has (reading->table, i) &&
        !(is_figures && (i == ATLAS_FIGURE_QUALIFIER || i == ATLAS_FIGURE_PRINTED)))
      columns |= G_GUINT64_CONSTANT (1) << i;
  return columns;
}

static void
add_notices (Reading *reading)
{
  const char *const *notices = atlas_register_reader_get_notices (reading->reader);

  for (; *notices != NULL; notices++)
    atlas_import_input_add_notice (reading->input, *notices);
  if (reading->n_replaced > 0)
    {
      g_autofree char *notice =
        /* Translators: how many rows, and the number of the first of them */
        g_strdup_printf (ngettext ("%u row has replaced one of the same number that another table of this import brought (row %u): "
                                   "if they are not the same, give each its own number.",
                                   "%u rows have replaced those of the same number that another table of this import brought, the "
                                   "first is row %u: if they are not the same, give each its own number.",
                                   reading->n_replaced), reading->n_replaced, reading->first_replaced);

      atlas_import_input_add_notice (reading->input, notice);
    }
  if (reading->input->n_rejected > reading->input->rejected->len)
    {
      g_autofree char *notice = g_strdup_printf (_("Of the rejected rows only the first %u are listed."),
                                                 reading->input->rejected->len);

      atlas_import_input_add_notice (reading->input, notice);
    }
}

/* A division that has nothing to report hands in a table without rows. */
static gboolean
is_empty_return (Reading      *reading,
                 const GError *error)
{
  return g_error_matches (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS) &&
         reading->rows->run->covers->len > 0;
}

static gboolean
read_rows (Reading  *reading,
           GError  **error)
{
  const AtlasRegisterReaderFuncs funcs = { take_row, take_rejection };
  AtlasImportRun *run = reading->rows->run;
  g_autoptr (GError) read_error = NULL;

  atlas_register_writer_begin_input (reading->rows->writer, list_not_said (reading));
  if (!atlas_register_reader_run (reading->reader, &funcs, reading, run->cancellable, &read_error) &&
      !is_empty_return (reading, read_error))
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  reading->input->skipped = atlas_register_reader_get_n_skipped (reading->reader);
  add_notices (reading);
  return TRUE;
}

gboolean
atlas_import_rows_take (AtlasImportRows  *self,
                        GError          **error)
{
  AtlasImportRun *run = self->run;
  AtlasImportInput *input = self->planned->input;
  AtlasWorkbook *workbook = atlas_import_file_open (self->planned->file, run->cancellable, error);
  g_autoptr (AtlasRegisterReader) reader = NULL;
  Reading reading = { self, NULL, input, input->table };

  if (workbook == NULL)
    return FALSE;
  reader = atlas_register_reader_new (workbook, self->planned->sheet, input->table, run->options->columns, run->regions,
                                      run->cancellable, error);
  if (reader == NULL)
    return FALSE;
  reading.reader = reader;
  reading.as_of = atlas_import_run_get_as_of (run, self->planned->file);
  reading.as_of_year = atlas_register_date_get_year (reading.as_of);
  reading.station_column = atlas_table_definition_find_column (input->table, "station_id");
  reading.year_column = atlas_register_find_year_column (input->table);
  return read_rows (&reading, error);
}
