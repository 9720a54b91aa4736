/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/registers/rollup-cells.h"
#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Reads the roll-ups of single divisions, some microseconds each, all as they were at the first. Belongs to the thread of its
 * dataset, which nothing is written to meanwhile. */
typedef struct _AtlasRollupReader AtlasRollupReader;

/* DATASET has to stay open. */
AtlasRollupReader *atlas_rollup_reader_new        (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasRollupReader *atlas_rollup_reader_new_for_db (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_rollup_reader_free       (AtlasRollupReader *self);

/* Appends the cells of TABLE in REGION to (element-type AtlasRollupCell) CELLS, by series and year; none where nothing
 * was counted. */
gboolean           atlas_rollup_reader_read       (AtlasRollupReader *self, const AtlasRegion *region,
                                                   const AtlasTableDefinition *table, GArray *cells, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRollupReader, atlas_rollup_reader_free)

G_END_DECLS
