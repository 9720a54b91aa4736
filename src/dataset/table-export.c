/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/masking.h"
#include "dataset/registers/register-names.h"
#include "dataset/table-reader.h"
#include "dataset/table-writer.h"

/* How many rows are written before the cancellable is asked. */
#define ROWS_BETWEEN_LOOKS 1024

static const char *const names[] = {
  "regions", "units", "dimensions", "indicators", "denominators", "sources", "figures", "programmes",
  "stations", "personnel", "funding", "services",
  "organisations", "projects", "training", "posts", "policies", "incentives", "funds",
  "inspections", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == ATLAS_N_TABLES + 1);

const char *const *
atlas_table_export_list_names (void)
{
  return names;
}

typedef struct {
  const AtlasTableDefinition *table;
  gboolean masks;
  AtlasRowIndex *rows; /* (nullable) */
  guint n_sought;      /* of them */
  AtlasTableReader *reader;
  AtlasTableWriter *writer;
  GPtrArray *masked; /* of char: the masked cells of a row */
  guint64 n_rows;
} Export;

static AtlasWriterKind
get_writer_kind (AtlasColumnKind kind)
{
  switch (kind)
    {
    case ATLAS_COLUMN_NUMBER:
    case ATLAS_COLUMN_QUANTITY:
    case ATLAS_COLUMN_HOURS:
    case ATLAS_COLUMN_MONEY:
    case ATLAS_COLUMN_COUNT:
    case ATLAS_COLUMN_ANSWER:
    case ATLAS_COLUMN_FLAG:
      return ATLAS_WRITER_NUMBER;
    case ATLAS_COLUMN_DATE:
      return ATLAS_WRITER_DATE;
    default:
      return ATLAS_WRITER_TEXT;
    }
}

static gboolean
is_masked_column (const Export *self,
                  guint         column)
{
  return self->masks && atlas_column_is_personal (self->table, column);
}

static gboolean
begin_table (Export  *self,
             GError **error)
{
  AtlasWriterColumn columns[ATLAS_TABLE_MAX_COLUMNS];
  g_autoptr (GPtrArray) masked_names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const AtlasColumn *column = &self->table->columns[i];

      columns[i] = (AtlasWriterColumn) { column->name, get_writer_kind (column->kind) };
      if (is_masked_column (self, i))
        {
          columns[i].name = g_strconcat (column->name, "_masked", NULL);
          g_ptr_array_add (masked_names, (gpointer) columns[i].name);
        }
    }
  return atlas_table_writer_begin (self->writer, self->table->name, columns, self->table->n_columns, error);
}

static gboolean
write_row (Export             *self,
           const char *const  *cells,
           GError            **error)
{
  const char *row[ATLAS_TABLE_MAX_COLUMNS];

  g_ptr_array_set_size (self->masked, 0);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      row[i] = cells[i];
      if (is_masked_column (self, i))
        {
          row[i] = atlas_mask_cell (self->table, i, cells[i]);
          g_ptr_array_add (self->masked, (gpointer) row[i]);
        }
    }
  self->n_rows++;
  return atlas_table_writer_add (self->writer, row, self->table->n_columns, error);
}

/* NULL behind the last row or, with ERROR set, on failure. */
static const char *const *
read_row (Export  *self,
          GError **error)
{
  const char *const *cells = NULL;
  g_autoptr (GError) read_error = NULL;

  if (self->rows == NULL)
    return atlas_table_reader_next (self->reader, error);
  while (cells == NULL && read_error == NULL && self->n_sought < atlas_row_index_get_n_rows (self->rows))
    cells = atlas_table_reader_seek (self->reader, atlas_row_index_get_place (self->rows, self->n_sought++), &read_error);
  if (read_error != NULL)
    g_propagate_error (error, g_steal_pointer (&read_error));
  return cells;
}

static gboolean
write_rows (Export        *self,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) read_error = NULL;
  const char *const *cells;

  while ((cells = read_row (self, &read_error)) != NULL)
    if (!write_row (self, cells, error) ||
        (self->n_rows % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
      return FALSE;
  if (read_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

static gboolean
write_note (Export      *self,
            const char  *label,
            const char  *text,
            GError     **error)
{
  const char *cells[] = { label, text };

  return atlas_table_writer_add (self->writer, cells, G_N_ELEMENTS (cells), error);
}

/* What the words of COLUMN mean: "planned: Planned; …", or which form its cells have. */
static char *
dup_definition (const AtlasColumn *column)
{
  g_auto (GStrv) words = NULL;
  GString *text = g_string_new (atlas_column_get_title (column));

  if (atlas_column_kind_has_qualifier (column->kind))
    g_string_append_printf (text, " · %s", _("≥ at least, ≤ at most, ≈ about; an empty cell: not reported"));
  if (column->kind != ATLAS_COLUMN_ENUM)
    return g_string_free (text, FALSE);
  words = g_strsplit (column->detail, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, "%s%s = %s", i == 0 ? " · " : "; ", words[i], atlas_word_get_title (column, words[i]));
  return g_string_free (text, FALSE);
}

/* The imports that rows of the table come from. */
static gboolean
write_imports (Export   *self,
               sqlite3  *db,
               GError  **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = TRUE;

  stmt = atlas_sqlite_prepare (db, "SELECT import_id, file, sheet, as_of, inserted + updated FROM import_inputs "
                               "WHERE \"table\" = ? ORDER BY import_id, position", error);
  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, self->table->name);
  while (row)
    {
      g_autofree char *label = NULL, *text = NULL;

      if (!atlas_sqlite_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;
      /* Translators: %lld numbers the import that rows came with */
      label = g_strdup_printf (_("Import %lld"), (long long) sqlite3_column_int64 (stmt, 0));
      /* Translators: a file, its sheet, the date it speaks of, how many rows it brought */
      text = g_strdup_printf (_("%s %s · as of %s · %lld rows"), atlas_sqlite_text (stmt, 1), atlas_sqlite_text (stmt, 2),
                              atlas_sqlite_text (stmt, 3), (long long) sqlite3_column_int64 (stmt, 4));
      if (!write_note (self, label, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Which rows of the table stand in the file: nobody is to take some for all. */
static gboolean
write_selection (Export  *self,
                 GError **error)
{
  const AtlasRowQuery *query = atlas_row_index_get_query (self->rows);
  g_autofree char *import = NULL;

  if (query->within != NULL && !write_note (self, _("Only the region"), query->within, error))
    return FALSE;
  if (query->text != NULL && query->text[0] != '\0' && !write_note (self, _("Only rows that hold"), query->text, error))
    return FALSE;
  if (query->import_id == 0)
    return TRUE;
  import = g_strdup_printf ("%lld", (long long) query->import_id);
  return write_note (self, _("Only rows of import"), import, error);
}

static gboolean
write_notes (Export   *self,
             sqlite3  *db,
             GError  **error)
{
  g_autofree char *n_rows = g_strdup_printf ("%" G_GUINT64_FORMAT, self->n_rows);

  if (!atlas_table_writer_begin (self->writer, _("Notes"), NULL, 0, error) ||
      !write_note (self, _("Table"), atlas_table_get_title (self->table), error) ||
      !write_note (self, _("Rows"), n_rows, error) || (self->rows != NULL && !write_selection (self, error)) ||
      !write_imports (self, db, error) ||
      (self->masks && !write_note (self, _("Masked"), _("Names and certificate numbers are shortened: this table cannot be "
                                                        "imported"), error)))
    return FALSE;
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_autofree char *definition = dup_definition (&self->table->columns[i]);

      if (!write_note (self, self->table->columns[i].name, definition, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run (Export        *self,
     sqlite3       *db,
     GCancellable  *cancellable,
     GError       **error)
{
  if (!begin_table (self, error) || !write_rows (self, cancellable, error))
    return FALSE;
  if (atlas_table_definition_is_register (self->table) && atlas_table_writer_has_sheets (self->writer) &&
      !write_notes (self, db, error))
    return FALSE;
  return atlas_table_writer_finish (self->writer, error);
}

static const AtlasTableDefinition *
find_table (const char  *name,
            GError     **error)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (name);
  g_autofree char *known = NULL;

  if (table != NULL)
    return table;
  known = g_strjoinv (", ", (char **) names);
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT, _("“%s” is no table; there are: %s"), name, known);
  return NULL;
}

static AtlasTableReader *
open_reader (const Export  *self,
             sqlite3       *db,
             GError       **error)
{
  if (self->rows != NULL)
    return atlas_table_reader_new_seeking (db, self->table, error);
  return atlas_table_reader_new (db, self->table, FALSE, error);
}

gboolean
atlas_table_export (AtlasDataset              *dataset,
                    const char                *name,
                    const char                *path,
                    const AtlasExportOptions  *options,
                    GError                   **error)
{
  const AtlasExportOptions defaults = { NULL };
  const AtlasExportOptions *with = options != NULL ? options : &defaults;
  Export self = { .table = find_table (name, error), .rows = with->rows };
  gboolean success;

  if (self.table == NULL)
    return FALSE;
  g_return_val_if_fail (self.rows == NULL || atlas_row_index_get_query (self.rows)->table == self.table, FALSE);
  self.masks = !with->unmasked && strcmp (self.table->name, "personnel") == 0;
  self.writer = atlas_table_writer_new (path, with->encoding, error);
  if (self.writer != NULL)
    self.reader = open_reader (&self, atlas_dataset_get_db (dataset), error);
  self.masked = g_ptr_array_new_with_free_func (g_free);
  success = self.reader != NULL && run (&self, atlas_dataset_get_db (dataset), with->cancellable, error);
  g_clear_pointer (&self.reader, atlas_table_reader_free);
  g_clear_pointer (&self.writer, atlas_table_writer_free);
  g_ptr_array_unref (self.masked);
  return success;
}
