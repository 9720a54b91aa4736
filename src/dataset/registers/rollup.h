/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* Counts of the registers for every division and all above it, so that no question reads registers. What an import
 * changes is counted row by row while it goes on, and written in one go at its end.
 *
 * The table "rollups" has a row for each division and register with the cells of rollup-cells.h in it, packed: three
 * million of them make up the counts of the country, which would be as many rows. */
typedef struct _AtlasRollup AtlasRollup;

AtlasRollup *atlas_rollup_new   (AtlasRegionTree *regions) G_GNUC_WARN_UNUSED_RESULT;
void         atlas_rollup_free  (AtlasRollup *self);

/* Notes that ROW is there now (SIGN 1), or that it was there before and is no longer, or no longer as it was (−1). Its
 * region (of a service record that of its station), counted_from and as_of have to be set; a row without a region
 * counts nowhere. */
void         atlas_rollup_count (AtlasRollup *self, const AtlasRegisterRow *row, int sign);
/* Counts what the dataset has of the services of STATION_ID no longer in the division FROM but in TO, either of which may
 * be NULL: to be called when a station moves or goes, before services are counted for where it is then. */
gboolean     atlas_rollup_move_services (AtlasRollup *self, sqlite3 *db, const char *station_id,
                                         const AtlasRegion *from, const AtlasRegion *to, GError **error);
/* Writes what was counted since the last time into the roll-ups, inside the caller's transaction. */
gboolean     atlas_rollup_apply (AtlasRollup *self, sqlite3 *db, GError **error);

/* Makes all roll-ups anew from the registers, inside the caller's transaction. */
gboolean     atlas_rollups_rebuild (sqlite3 *db, AtlasRegionTree *regions, GError **error);

AtlasRegionTree *atlas_rollup_get_regions (AtlasRollup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRollup, atlas_rollup_free)

G_END_DECLS
