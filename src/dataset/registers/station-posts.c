/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/station-posts.h"

#include <string.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/region-prefix.h"
#include "dataset/registers/register-cursor.h"

typedef struct {
  AtlasRegisterCoverage *coverage;
  const AtlasTableDefinition *personnel;
  GHashTable *returned; /* county → whether it has returned the register of personnel */
} Returns;

void
atlas_station_post_free (AtlasStationPost *self)
{
  g_free (self->station_id);
  g_free (self->name);
  g_free (self);
}

static gboolean
has_returned (Returns           *self,
              const AtlasRegion *region)
{
  const AtlasRegion *county = atlas_region_get_county (region);
  gpointer known;

  if (county == NULL)
    county = region;
  if (!g_hash_table_lookup_extended (self->returned, county, NULL, &known))
    {
      g_autoptr (GArray) years = atlas_register_coverage_list_years (self->coverage, self->personnel, county);

      known = GUINT_TO_POINTER (years->len > 0);
      g_hash_table_insert (self->returned, (gpointer) county, known);
    }
  return GPOINTER_TO_UINT (known) != 0;
}

static sqlite3_stmt *
prepare (sqlite3  *db,
         GError  **error)
{
  return atlas_sqlite_prepare (
    db,
    "SELECT s.station_id, s.name, s.region_code, "
    "  (SELECT count (*) FROM personnel p WHERE p.station_id = s.station_id) "
    "FROM stations s WHERE s.region_code >= ? AND s.region_code < ? AND s.status = 'operating' "
    "  AND s.tier = 'township_station' "
    "  AND NOT EXISTS (SELECT 1 FROM personnel p WHERE p.station_id = s.station_id AND p.grade <> 'none') "
    "ORDER BY s.region_code, s.station_id",
    error);
}

static gboolean
read_posts (Returns            *returns,
            sqlite3_stmt       *stmt,
            AtlasRegionTree    *regions,
            const AtlasRegion  *region,
            GPtrArray          *posts,
            GError            **error)
{
  gboolean row;

  while (atlas_sqlite_step (stmt, &row, error))
    {
      const AtlasRegion *place;
      AtlasStationPost *post;

      if (!row)
        return TRUE;
      place = atlas_register_find_region (regions, atlas_sqlite_text (stmt, 2));
      if (place == NULL || !atlas_region_is_within (place, region) || !has_returned (returns, place))
        continue;
      post = g_new0 (AtlasStationPost, 1);
      post->station_id = g_strdup (atlas_sqlite_text (stmt, 0));
      post->name = g_strdup (atlas_sqlite_text (stmt, 1));
      post->region = place;
      post->n_people = (guint) sqlite3_column_int (stmt, 3);
      g_ptr_array_add (posts, post);
    }
  return FALSE;
}

GPtrArray *
atlas_station_posts_list_uncertified (AtlasDataset           *dataset,
                                      AtlasRegisterCoverage  *coverage,
                                      AtlasRegionTree        *regions,
                                      const AtlasRegion      *region,
                                      gboolean               *out_known,
                                      GError                **error)
{
  sqlite3 *db = atlas_dataset_get_db (dataset);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_station_post_free);
  g_autoptr (GHashTable) returned = g_hash_table_new (NULL, NULL);
  Returns returns = { coverage, atlas_table_definition_find ("personnel"), returned };
  g_autofree char *first = atlas_region_dup_prefix (region);
  g_autofree char *end = g_strconcat (first, ATLAS_AFTER_DIGITS, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 known;

  *out_known = FALSE;
  if (!atlas_sqlite_get_int (db, "SELECT EXISTS (SELECT 1 FROM personnel WHERE station_id > '')", &known, error))
    return NULL;
  *out_known = known != 0;
  if (!*out_known)
    return g_steal_pointer (&posts);
  stmt = prepare (db, error);
  if (stmt == NULL)
    return NULL;
  atlas_sqlite_bind (stmt, 1, first);
  atlas_sqlite_bind (stmt, 2, end);
  return read_posts (&returns, stmt, regions, region, posts, error) ? g_steal_pointer (&posts) : NULL;
}
