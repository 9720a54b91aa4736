/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/station-education.h"

#include "dataset/dataset-private.h"
#include "dataset/sqlite-tools.h"

/* "Nearly 72" is less than 72. */
#define HOURS "(p.education_hours_hundredths - (p.education_hours_qualifier IN ('nearly', 'at_most')))"

static const char query[] =
  "SELECT coalesce (s.name, ''), "
  "  sum (" HOURS " < CASE p.grade WHEN 'assistant' THEN ?2 WHEN 'intermediate' THEN ?3 ELSE ?4 END), count (*) "
  "FROM personnel p LEFT JOIN stations s ON s.station_id = p.station_id "
  "WHERE p.region_code >= ?1 AND p.region_code < ?1 || ':' AND p.grade <> 'none' AND p.education_hours_hundredths IS NOT NULL "
  "GROUP BY s.station_id ORDER BY 2 DESC, s.station_id";

void
atlas_station_education_free (AtlasStationEducation *self)
{
  g_free (self->name);
  g_free (self);
}

static sqlite3_stmt *
prepare (sqlite3                   *db,
         const AtlasRegion         *region,
         const AtlasRequiredHours  *required,
         GError                   **error)
{
  sqlite3_stmt *stmt = atlas_sqlite_prepare (db, query, error);

  if (stmt == NULL)
    return NULL;
  atlas_sqlite_bind (stmt, 1, region->code);
  sqlite3_bind_double (stmt, 2, required->assistant * 100);
  sqlite3_bind_double (stmt, 3, required->intermediate * 100);
  sqlite3_bind_double (stmt, 4, required->senior * 100);
  return stmt;
}

GPtrArray *
atlas_station_education_list (AtlasDataset              *dataset,
                              const AtlasRegion         *region,
                              const AtlasRequiredHours  *required,
                              GError                   **error)
{
  g_autoptr (GPtrArray) stations = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_station_education_free);
  g_autoptr (sqlite3_stmt) stmt = prepare (atlas_dataset_get_db (dataset), region, required, error);
  gboolean row;

  while (stmt != NULL && atlas_sqlite_step (stmt, &row, error))
    {
      AtlasStationEducation *station;

      if (!row)
        return g_steal_pointer (&stations);
      station = g_new0 (AtlasStationEducation, 1);
      station->name = g_strdup (atlas_sqlite_text (stmt, 0));
      station->n_short = (guint) sqlite3_column_int (stmt, 1);
      station->n_known = (guint) sqlite3_column_int (stmt, 2);
      g_ptr_array_add (stations, station);
    }
  return NULL;
}
