/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-cursor.h"
#include "dataset/registers/rollup.h"

typedef void (*CountFunc) (AtlasRollup *self, const AtlasRegisterRow *row, gpointer user_data);

/* Calls COUNT for all rows of TABLE, or for those of STATION_ID (nullable). */
static gboolean
count_rows (AtlasRollup                 *self,
            sqlite3                     *db,
            const AtlasTableDefinition  *table,
            const char                  *station_id,
            AtlasRegionTree             *regions,
            CountFunc                    count,
            gpointer                     user_data,
            GError                     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AtlasRegisterCursor) cursor =
    atlas_register_cursor_new (db, table, FALSE, station_id != NULL ? "WHERE station_id = ?" : NULL, regions, error);
  const AtlasStoredRow *stored;

  if (cursor == NULL)
    return FALSE;
  if (station_id != NULL)
    atlas_sqlite_bind (atlas_register_cursor_get_stmt (cursor), 1, station_id);
  while ((stored = atlas_register_cursor_next (cursor, &failure)) != NULL)
    count (self, &stored->row, user_data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
count_once (AtlasRollup            *self,
            const AtlasRegisterRow *row,
            gpointer                user_data)
{
  atlas_rollup_count (self, row, 1);
}

/* From the first of two regions into the second. */
static void
count_moved (AtlasRollup            *self,
             const AtlasRegisterRow *row,
             gpointer                user_data)
{
  const AtlasRegion *const *regions = user_data;
  AtlasRegisterRow moved = *row;

  moved.region = regions[0];
  atlas_rollup_count (self, &moved, -1);
  moved.region = regions[1];
  atlas_rollup_count (self, &moved, 1);
}

gboolean
atlas_rollup_move_services (AtlasRollup        *self,
                            sqlite3            *db,
                            const char         *station_id,
                            const AtlasRegion  *from,
                            const AtlasRegion  *to,
                            GError            **error)
{
  const AtlasRegion *regions[] = { from, to };

  return count_rows (self, db, atlas_table_definition_find ("services"), station_id, atlas_rollup_get_regions (self),
                     count_moved, regions, error);
}

gboolean
atlas_rollups_rebuild (sqlite3          *db,
                       AtlasRegionTree  *regions,
                       GError          **error)
{
  g_autoptr (AtlasRollup) self = atlas_rollup_new (regions);

  for (guint t = ATLAS_N_BUNDLED_TABLES; t < ATLAS_N_TABLES; t++)
    if (!count_rows (self, db, &atlas_table_definitions[t], NULL, regions, count_once, NULL, error))
      return FALSE;
  return atlas_sqlite_run (db, "DELETE FROM rollups", error) && atlas_rollup_apply (self, db, error);
}
