/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-reader.h"

#include <glib/gi18n.h>

#include "dataset/dataset-private.h"

struct _AtlasRollupReader {
  sqlite3_stmt *select;
  gboolean owns_transaction;
};

AtlasRollupReader *
atlas_rollup_reader_new (AtlasDataset  *dataset,
                         GError       **error)
{
  return atlas_rollup_reader_new_for_db (atlas_dataset_get_db (dataset), error);
}

AtlasRollupReader *
atlas_rollup_reader_new_for_db (sqlite3  *db,
                                GError  **error)
{
  sqlite3_stmt *select =
    atlas_sqlite_prepare (db, "SELECT cells FROM rollups WHERE region_code = ? AND \"table\" = ?", error);
  AtlasRollupReader *self;

  if (select == NULL)
    return NULL;
  self = g_new0 (AtlasRollupReader, 1);
  self->select = select;
  /* Else the file is locked and looked at anew for each division, which takes longer than reading it. */
  self->owns_transaction = sqlite3_get_autocommit (db) && sqlite3_exec (db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
  return self;
}

void
atlas_rollup_reader_free (AtlasRollupReader *self)
{
  sqlite3 *db = sqlite3_db_handle (self->select);

  sqlite3_finalize (self->select);
  if (self->owns_transaction)
    sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  g_free (self);
}

static gboolean
read_cells (sqlite3_stmt       *stmt,
            const AtlasRegion  *region,
            GArray             *cells,
            GError            **error)
{
  AtlasCellReader reader;
  const AtlasRollupCell *cell;

  atlas_cell_reader_start (&reader, sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  while ((cell = atlas_cell_reader_next (&reader)) != NULL)
    g_array_append_val (cells, *cell);
  if (reader.is_damaged)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED,
                 _("The counts of the registers for %s are damaged: open a backup copy"), region->code);
  return !reader.is_damaged;
}

gboolean
atlas_rollup_reader_read (AtlasRollupReader           *self,
                          const AtlasRegion           *region,
                          const AtlasTableDefinition  *table,
                          GArray                      *cells,
                          GError                     **error)
{
  gboolean row;
  gboolean success;

  atlas_sqlite_bind (self->select, 1, region->code);
  atlas_sqlite_bind (self->select, 2, table->name);
  success = atlas_sqlite_step (self->select, &row, error) && (!row || read_cells (self->select, region, cells, error));
  sqlite3_reset (self->select);
  return success;
}
