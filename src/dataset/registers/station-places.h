/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* In which division each station of the dataset is, in memory. */
typedef struct _AtlasStationPlaces AtlasStationPlaces;

AtlasStationPlaces *atlas_station_places_load (sqlite3 *db, AtlasRegionTree *regions, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                atlas_station_places_free (AtlasStationPlaces *self);
/* FALSE where there is no such station. */
gboolean            atlas_station_places_find (AtlasStationPlaces *self, const char *station_id,
                                               const AtlasRegion **out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStationPlaces, atlas_station_places_free)

G_END_DECLS
