/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-history.h"

#include <glib/gi18n.h>

#include "dataset/dataset-private.h"

enum { IMPORT_ID, IMPORTED_AT, AS_OF, FILE_NAME, SHEET, TABLE, INPUT_AS_OF, INSERTED, UPDATED, UNCHANGED, SKIPPED, REJECTED };

static void
input_free (gpointer data)
{
  AtlasImportRecordInput *input = data;

  g_free (input->file);
  g_free (input->sheet);
  g_free (input->as_of);
  g_free (input);
}

void
atlas_import_record_free (AtlasImportRecord *self)
{
  g_free (self->imported_at);
  g_free (self->as_of);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

gint64
atlas_import_record_count (const AtlasImportRecord *self)
{
  gint64 n = 0;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const AtlasImportRecordInput *input = g_ptr_array_index (self->inputs, i);

      n += input->inserted + input->updated;
    }
  return n;
}

static AtlasImportRecord *
read_record (sqlite3_stmt *stmt)
{
  AtlasImportRecord *record = g_new0 (AtlasImportRecord, 1);

  record->import_id = sqlite3_column_int64 (stmt, IMPORT_ID);
  record->imported_at = g_strdup (atlas_sqlite_text (stmt, IMPORTED_AT));
  record->as_of = g_strdup (atlas_sqlite_text (stmt, AS_OF));
  record->inputs = g_ptr_array_new_with_free_func (input_free);
  return record;
}

/* An import may have no input that is known. */
static void
read_input (AtlasImportRecord *record,
            sqlite3_stmt      *stmt)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (atlas_sqlite_text (stmt, TABLE));
  AtlasImportRecordInput *input;

  if (table == NULL)
    return;
  input = g_new0 (AtlasImportRecordInput, 1);
  input->file = g_strdup (atlas_sqlite_text (stmt, FILE_NAME));
  input->sheet = g_strdup (atlas_sqlite_text (stmt, SHEET));
  input->table = table;
  input->as_of = g_strdup (atlas_sqlite_text (stmt, INPUT_AS_OF));
  input->inserted = sqlite3_column_int64 (stmt, INSERTED);
  input->updated = sqlite3_column_int64 (stmt, UPDATED);
  input->unchanged = sqlite3_column_int64 (stmt, UNCHANGED);
  input->skipped = sqlite3_column_int64 (stmt, SKIPPED);
  input->rejected = sqlite3_column_int64 (stmt, REJECTED);
  g_ptr_array_add (record->inputs, input);
}

static gboolean
read_all (sqlite3_stmt  *stmt,
          GPtrArray     *records,
          GError       **error)
{
  AtlasImportRecord *record = NULL;
  gboolean row = TRUE;

  while (atlas_sqlite_step (stmt, &row, error))
    {
      if (!row)
        return TRUE;
      if (record == NULL || record->import_id != sqlite3_column_int64 (stmt, IMPORT_ID))
        {
          record = read_record (stmt);
          g_ptr_array_add (records, record);
        }
      read_input (record, stmt);
    }
  return FALSE;
}

GPtrArray *
atlas_import_history_load (AtlasDataset  *dataset,
                           GError       **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (atlas_dataset_get_db (dataset),
                          "SELECT i.import_id, i.imported_at, i.as_of, n.file, n.sheet, n.\"table\", n.as_of, n.inserted, "
                          "n.updated, n.unchanged, n.skipped, n.rejected FROM imports i LEFT JOIN import_inputs n "
                          "USING (import_id) ORDER BY i.import_id DESC, n.position", error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_record_free);

  return stmt != NULL && read_all (stmt, records, error) ? g_steal_pointer (&records) : NULL;
}

AtlasImportRecord *
atlas_import_history_find (AtlasDataset  *dataset,
                           gint64         import_id,
                           GError       **error)
{
  g_autoptr (GPtrArray) records = atlas_import_history_load (dataset, error);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      AtlasImportRecord *record = g_ptr_array_index (records, i);

      if (import_id == 0 || record->import_id == import_id)
        return g_ptr_array_steal_index (records, i);
    }
  if (records->len == 0)
    g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                         _("There is no import to take back: nothing has been imported"));
  else
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                 _("There is no import %ld: look at the history for those there are"), (long) import_id);
  return NULL;
}
