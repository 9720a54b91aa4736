/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/station-places.h"

#include "dataset/registers/register-cursor.h"

struct _AtlasStationPlaces {
  GStringChunk *ids;
  GHashTable *places; /* id → AtlasRegion */
};

static gboolean
read_places (AtlasStationPlaces  *self,
             sqlite3_stmt        *stmt,
             AtlasRegionTree     *regions,
             GError             **error)
{
  gboolean row = TRUE;

  while (atlas_sqlite_step (stmt, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_insert (self->places, g_string_chunk_insert (self->ids, atlas_sqlite_text (stmt, 0)),
                           (gpointer) atlas_register_find_region (regions, atlas_sqlite_text (stmt, 1)));
    }
  return FALSE;
}

AtlasStationPlaces *
atlas_station_places_load (sqlite3          *db,
                           AtlasRegionTree  *regions,
                           GError          **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, "SELECT station_id, region_code FROM stations", error);
  g_autoptr (AtlasStationPlaces) self = g_new0 (AtlasStationPlaces, 1);

  self->ids = g_string_chunk_new (4096);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  return stmt != NULL && read_places (self, stmt, regions, error) ? g_steal_pointer (&self) : NULL;
}

void
atlas_station_places_free (AtlasStationPlaces *self)
{
  g_hash_table_unref (self->places);
  g_string_chunk_free (self->ids);
  g_free (self);
}

gboolean
atlas_station_places_find (AtlasStationPlaces  *self,
                           const char          *station_id,
                           const AtlasRegion  **out)
{
  gpointer region;
  gboolean found = g_hash_table_lookup_extended (self->places, station_id, NULL, &region);

  *out = found ? region : NULL;
  return found;
}
