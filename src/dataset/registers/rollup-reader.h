/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/registers/rollup-cells.h"
#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Reads the roll-ups of divisions, all as they were at the first. Belongs to the thread of its dataset, which nothing is
 * written to meanwhile. */
typedef struct _AtlasRollupReader AtlasRollupReader;

/* DATASET has to stay open. */
AtlasRollupReader *atlas_rollup_reader_new        (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasRollupReader *atlas_rollup_reader_new_for_db (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_rollup_reader_free       (AtlasRollupReader *self);

/* Appends the cells of TABLE in REGION to (element-type AtlasRollupCell) CELLS, by series and year; none where nothing
 * was counted. Takes some microseconds. */
gboolean           atlas_rollup_reader_read       (AtlasRollupReader *self, const AtlasRegion *region,
                                                   const AtlasTableDefinition *table, GArray *cells, GError **error);

/* Gets the cells of one division, packed, until it returns. */
typedef void (*AtlasRollupFunc) (const char *region_code, const guint8 *data, gsize length, gpointer user_data);

/* Calls FUNC for the divisions of the level of FIRST from it to LAST, by code, that anything was counted in: some tenths of a
 * microsecond each. */
gboolean           atlas_rollup_reader_each       (AtlasRollupReader *self, const AtlasTableDefinition *table,
                                                   const AtlasRegion *first, const AtlasRegion *last,
                                                   AtlasRollupFunc func, gpointer user_data, GError **error);
/* Sets ERROR: what is packed for REGION is not whole. */
void               atlas_rollup_fail_damaged      (const AtlasRegion *region, GError **error);
/* Binds the first three parameters of STMT: the key of a row of the table "rollups". */
void               atlas_rollup_bind_key          (sqlite3_stmt *stmt, const AtlasTableDefinition *table,
                                                   const AtlasRegion *region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRollupReader, atlas_rollup_reader_free)

G_END_DECLS
