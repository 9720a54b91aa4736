/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"
#include "dataset/registers/rollup-cells.h"
#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Adds changes to the roll-ups of a dataset, inside the caller's transaction. */
typedef struct _AtlasRollupWriter AtlasRollupWriter;

AtlasRollupWriter *atlas_rollup_writer_new  (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_rollup_writer_free (AtlasRollupWriter *self);

/* Adds to CHANGES, which are those of the rows of REGION itself, how they change what counts twice in its ledger. To be
 * called before anything of the divisions below it is written. */
gboolean           atlas_rollup_writer_add_twice (AtlasRollupWriter *self, const AtlasRegion *region,
                                                  AtlasRollupCells *changes, GError **error);
/* Adds CHANGES to the roll-ups of REGION; in a township adds to CHANGES how they change whether it is covered. */
gboolean           atlas_rollup_writer_add  (AtlasRollupWriter *self, const AtlasRegion *region,
                                             AtlasRollupCells *changes, GError **error);

/* Writes DISTINCT, which may be none, in place of what there is of the distinct series of TABLE in REGION. */
gboolean           atlas_rollup_writer_set_distinct (AtlasRollupWriter *self, const AtlasRegion *region,
                                                     const AtlasTableDefinition *table, AtlasRollupCells *distinct,
                                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRollupWriter, atlas_rollup_writer_free)

G_END_DECLS
