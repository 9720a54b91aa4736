/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"
#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Whether anything of TABLE is counted once (AtlasDistinctCount). */
gboolean atlas_rollup_has_distinct   (const AtlasTableDefinition *table);

/* Counts anew, of what is in TABLE now, what counts once in each division, inside the caller's transaction. What is different
 * in a county and what is in the next one may be the same: so nothing can be added to what was counted before, and all rows
 * are read. */
gboolean atlas_rollup_write_distinct (sqlite3 *db, AtlasRegionTree *regions, const AtlasTableDefinition *table,
                                      GError **error);

G_END_DECLS
