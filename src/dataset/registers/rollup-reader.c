/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-reader.h"

#include <glib/gi18n.h>

#include "dataset/dataset-error.h"

struct _AtlasRollupReader {
  sqlite3_stmt *select;
  gboolean owns_transaction;
};

AtlasRollupReader *
atlas_rollup_reader_new_for_db (sqlite3  *db,
                                GError  **error)
{
  sqlite3_stmt *select =
    atlas_sqlite_prepare (db, "SELECT region_code, cells FROM rollups WHERE \"table\" = ? AND level = ? AND "
                          "region_code BETWEEN ? AND ?", error);
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

void
atlas_rollup_bind_key (sqlite3_stmt               *stmt,
                       const AtlasTableDefinition *table,
                       const AtlasRegion          *region)
{
  atlas_sqlite_bind (stmt, 1, table->name);
  atlas_sqlite_bind (stmt, 2, atlas_region_level_to_id (region->level));
  atlas_sqlite_bind (stmt, 3, region->code);
}

gboolean
atlas_rollup_reader_each (AtlasRollupReader           *self,
                          const AtlasTableDefinition  *table,
                          const AtlasRegion           *first,
                          const AtlasRegion           *last,
                          AtlasRollupFunc              func,
                          gpointer                     user_data,
                          GError                     **error)
{
  gboolean row, success;

  atlas_rollup_bind_key (self->select, table, first);
  atlas_sqlite_bind (self->select, 4, last->code);
  while ((success = atlas_sqlite_step (self->select, &row, error)) && row)
    func (atlas_sqlite_text (self->select, 0), sqlite3_column_blob (self->select, 1),
          (gsize) sqlite3_column_bytes (self->select, 1), user_data);
  sqlite3_reset (self->select);
  return success;
}

void
atlas_rollup_fail_damaged (const AtlasRegion  *region,
                           GError            **error)
{
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED,
               _("The counts of the registers for %s are damaged: open a backup copy"), region->code);
}

/* What is unpacked, and whether all of it could be. */
typedef struct {
  GArray *cells;
  gboolean is_damaged;
} Unpacked;

static void
unpack (const char   *region_code,
        const guint8 *data,
        gsize         length,
        gpointer      user_data)
{
  Unpacked *unpacked = user_data;
  AtlasCellReader reader;
  const AtlasRollupCell *cell;

  atlas_cell_reader_start (&reader, data, length);
  while ((cell = atlas_cell_reader_next (&reader)) != NULL)
    g_array_append_val (unpacked->cells, *cell);
  unpacked->is_damaged = reader.is_damaged;
}

gboolean
atlas_rollup_reader_read (AtlasRollupReader           *self,
                          const AtlasRegion           *region,
                          const AtlasTableDefinition  *table,
                          GArray                      *cells,
                          GError                     **error)
{
  Unpacked unpacked = { cells, FALSE };

  if (!atlas_rollup_reader_each (self, table, region, region, unpack, &unpacked, error))
    return FALSE;
  if (unpacked.is_damaged)
    atlas_rollup_fail_damaged (region, error);
  return !unpacked.is_damaged;
}
