/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-inputs.h"

#include <string.h>

#include "dataset/registers/import-rows.h"
#include "dataset/text.h"

/* What all inputs of one table share. */
typedef struct {
  const AtlasTableDefinition *table;
  AtlasRegisterWriter *writer;
  AtlasStationPlaces *stations;
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->writer, atlas_register_writer_free);
  g_clear_pointer (&self->stations, atlas_station_places_free);
  self->table = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
insert_input (AtlasImportRun           *self,
              const AtlasPlannedInput  *planned,
              GError                  **error)
{
  const AtlasImportInput *input = planned->input;
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (self->db, "INSERT INTO import_inputs (file, sheet, \"table\", as_of, import_id, position, inserted, "
                          "updated, unchanged, skipped, rejected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  g_autofree char *file = g_filename_display_basename (input->file);
  const gint64 numbers[] = { self->import_id, self->n_recorded++, (gint64) input->inserted, (gint64) input->updated,
                             (gint64) input->unchanged, (gint64) input->skipped, (gint64) input->n_rejected };

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, file);
  atlas_sqlite_bind (stmt, 2, input->sheet);
  atlas_sqlite_bind (stmt, 3, input->table->name);
  atlas_sqlite_bind (stmt, 4, atlas_import_run_get_as_of (self, planned->file));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sqlite3_bind_int64 (stmt, (int) i + 5, numbers[i]);
  return atlas_sqlite_finish (stmt, error);
}

static void
mark_covered (AtlasImportRun  *self,
              AtlasImportRows *rows)
{
  int year = atlas_register_date_get_year (atlas_import_run_get_as_of (self, rows->planned->file));

  for (guint i = 0; i < self->covers->len; i++)
    atlas_return_marks_add_covered (rows->marks, g_ptr_array_index (self->covers, i), year);
}

/* Whether the input at hand has changed anything: rows, or what is known to have been handed in. */
static gboolean
find_change (AtlasImportRun   *self,
             AtlasImportRows  *rows,
             gboolean         *out,
             GError          **error)
{
  const AtlasImportInput *input = rows->planned->input;

  *out = input->inserted + input->updated > 0;
  if (*out || rows->rollup == NULL || self->options->partial)
    return TRUE;
  return atlas_return_marks_are_new (rows->marks, self->db, input->table->name, out, error);
}

/* Notes what the rows of an input have brought about, if anything. */
static gboolean
record (AtlasImportRun   *self,
        AtlasImportRows  *rows,
        GError          **error)
{
  const char *table = rows->planned->input->table->name;
  gboolean changed;

  mark_covered (self, rows);
  if (!find_change (self, rows, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;
  atlas_register_writer_reset (rows->writer);
  return atlas_import_run_begin (self, atlas_import_run_get_as_of (self, rows->planned->file), error) &&
         (rows->rollup == NULL || atlas_rollup_apply (rows->rollup, self->db, error)) &&
         (rows->rollup == NULL || self->options->partial ||
          atlas_return_marks_write (rows->marks, self->db, table, self->import_id, error)) &&
         insert_input (self, rows->planned, error);
}

static gboolean
needs_stations (const AtlasTableDefinition *table)
{
  return strcmp (table->name, "stations") != 0 && atlas_table_definition_find_column (table, "station_id") >= 0;
}

static gboolean
open_table (AtlasImportRun              *self,
            Table                       *table,
            const AtlasTableDefinition  *definition,
            GError                     **error)
{
  if (table->writer != NULL)
    return TRUE;
  table->table = definition;
  table->writer = atlas_register_writer_new (self->db, definition, self->regions, error);
  if (table->writer != NULL && needs_stations (definition))
    table->stations = atlas_station_places_load (self->db, self->regions, error);
  return table->writer != NULL && (table->stations != NULL || !needs_stations (definition));
}

static gboolean
take_rows (AtlasImportRun           *self,
           const AtlasPlannedInput  *planned,
           Table                    *table,
           GError                  **error)
{
  gboolean is_register = atlas_table_definition_is_register (table->table);
  g_autoptr (AtlasReturnMarks) marks = atlas_return_marks_new ();
  g_autoptr (AtlasRollup) rollup = is_register ? atlas_rollup_new (self->regions) : NULL;
  g_autoptr (AtlasFigureReferences) references = NULL;
  AtlasImportRows rows = { self, planned, table->writer, table->stations, NULL, rollup, marks };

  if (strcmp (table->table->name, "figures") == 0 &&
      (references = atlas_figure_references_load (self->db, error)) == NULL)
    return FALSE;
  rows.references = references;
  return atlas_import_rows_take (&rows, error) && record (self, &rows, error);
}

/* Takes back what the input at hand wrote. */
static gboolean
leave_out (AtlasImportRun    *self,
           AtlasImportInput  *input,
           Table             *table,
           gint64             import_before,
           GError           **error)
{
  atlas_import_input_reset (input);
  atlas_register_writer_reset (table->writer);
  self->import_id = import_before;
  return atlas_sqlite_run (self->db, "ROLLBACK TO input; RELEASE input", error) &&
         (import_before == 0 || atlas_register_writer_finish (table->writer, error));
}

/* The input is refused, and left out. FALSE where the whole call is. */
static gboolean
refuse (AtlasImportRun    *self,
        AtlasImportInput  *input,
        Table             *table,
        gint64             import_before,
        GError            *refusal,
        GError           **error)
{
  input->refused = g_error_copy (refusal);
  if (self->in_savepoint)
    {
      g_error_free (refusal);
      self->in_savepoint = FALSE;
      if (!leave_out (self, input, table, import_before, error))
        return FALSE;
      table_clear (table);
      return TRUE;
    }
  g_propagate_error (error, refusal);
  return FALSE;
}

static gboolean
take_input (AtlasImportRun           *self,
            const AtlasPlannedInput  *planned,
            Table                    *table,
            GError                  **error)
{
  gint64 import_before = self->import_id;
  GError *take_error = NULL;

  if (!open_table (self, table, planned->input->table, error) ||
      (self->options->keep_going && !atlas_sqlite_run (self->db, "SAVEPOINT input", error)))
    return FALSE;
  self->in_savepoint = self->options->keep_going;
  atlas_text_set (&planned->input->as_of, atlas_import_run_get_as_of (self, planned->file));
  atlas_import_progress_begin (self->progress, planned);
  if (!take_rows (self, planned, table, &take_error))
    {
      if (atlas_import_is_refusal (take_error))
        return refuse (self, planned->input, table, import_before, take_error, error);
      g_propagate_error (error, take_error);
      return FALSE;
    }
  atlas_import_progress_end (self->progress);
  if (!self->in_savepoint)
    return TRUE;
  self->in_savepoint = FALSE;
  return atlas_sqlite_run (self->db, "RELEASE input", error);
}

static gboolean
close_table (Table   *table,
             GError **error)
{
  gboolean success = table->writer == NULL || atlas_register_writer_finish (table->writer, error);

  table_clear (table);
  return success;
}

static const AtlasPlannedInput *
get_planned (GPtrArray *planned,
             guint      i)
{
  return i < planned->len ? g_ptr_array_index (planned, i) : NULL;
}

gboolean
atlas_import_inputs_take (AtlasImportRun  *self,
                          GPtrArray       *planned,
                          GError         **error)
{
  g_auto (Table) table = { NULL };

  atlas_import_progress_start (self->progress);
  for (guint i = 0; i < planned->len; i++)
    {
      const AtlasPlannedInput *input = get_planned (planned, i), *next = get_planned (planned, i + 1);

      if (!take_input (self, input, &table, error) ||
          ((next == NULL || next->input->table != input->input->table) && !close_table (&table, error)))
        return FALSE;
      if (next != NULL && next->file != input->file)
        atlas_import_file_close (input->file);
    }
  return TRUE;
}
