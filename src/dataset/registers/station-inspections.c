/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/station-inspections.h"

#include "dataset/dataset-private.h"
#include "dataset/registers/region-prefix.h"
#include "dataset/sqlite-tools.h"

/* Of each station the last inspection has number 1, the one before it 2. */
#define RANKED \
  "WITH ranked AS MATERIALIZED (SELECT *, row_number () OVER (PARTITION BY station_id ORDER BY inspected_on DESC) AS number " \
  "FROM inspections WHERE region_code >= ?1 AND region_code < ?2) "

static const char changes_query[] = RANKED
  "SELECT n.station_id, coalesce (s.name, n.station_id), n.region_code, "
  "  b.inspected_on, b.score_hundredths, b.problems, b.staff_count, b.result, "
  "  n.inspected_on, n.score_hundredths, n.problems, n.staff_count, n.result "
  "FROM ranked n JOIN ranked b ON b.station_id = n.station_id AND b.number = 2 "
  "LEFT JOIN stations s ON s.station_id = n.station_id WHERE n.number = 1 "
  "ORDER BY abs (n.score_hundredths - b.score_hundredths) DESC NULLS LAST, abs (n.problems - b.problems) DESC NULLS LAST, "
  "  abs (n.staff_count - b.staff_count) DESC NULLS LAST, n.station_id LIMIT ?3";
static const char count_query[] = RANKED
  "SELECT count (*) FILTER (WHERE number = 2), count (*) FILTER (WHERE number = 1) FROM ranked";

static void
inspection_clear (AtlasInspection *self)
{
  g_free (self->on);
  g_free (self->result);
}

void
atlas_station_change_free (AtlasStationChange *self)
{
  g_free (self->station_id);
  g_free (self->name);
  g_free (self->region_code);
  inspection_clear (&self->before);
  inspection_clear (&self->now);
  g_free (self);
}

static int
read_number (sqlite3_stmt *stmt,
             int           column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? -1 : sqlite3_column_int (stmt, column);
}

static void
read_inspection (sqlite3_stmt    *stmt,
                 int              column,
                 AtlasInspection *out)
{
  int hundredths = read_number (stmt, column + 1);

  out->on = g_strdup (atlas_sqlite_text (stmt, column));
  out->score = hundredths < 0 ? -1 : hundredths / 100.0;
  out->problems = read_number (stmt, column + 2);
  out->staff = read_number (stmt, column + 3);
  out->result = g_strdup (atlas_sqlite_text (stmt, column + 4));
}

static AtlasStationChange *
read_change (sqlite3_stmt *stmt)
{
  AtlasStationChange *self = g_new0 (AtlasStationChange, 1);

  self->station_id = g_strdup (atlas_sqlite_text (stmt, 0));
  self->name = g_strdup (atlas_sqlite_text (stmt, 1));
  self->region_code = g_strdup (atlas_sqlite_text (stmt, 2));
  read_inspection (stmt, 3, &self->before);
  read_inspection (stmt, 8, &self->now);
  return self;
}

static sqlite3_stmt *
prepare (AtlasDataset       *dataset,
         const char         *sql,
         const AtlasRegion  *region,
         GError            **error)
{
  sqlite3_stmt *stmt = atlas_sqlite_prepare (atlas_dataset_get_db (dataset), sql, error);
  g_autofree char *first = atlas_region_dup_prefix (region);
  g_autofree char *end = g_strconcat (first, ATLAS_AFTER_DIGITS, NULL);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_text (stmt, 1, first, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, end, -1, SQLITE_TRANSIENT);
  return stmt;
}

static gboolean
count (AtlasDataset       *dataset,
       const AtlasRegion  *region,
       guint              *out_twice,
       guint              *out_once,
       GError            **error)
{
  g_autoptr (sqlite3_stmt) stmt = prepare (dataset, count_query, region, error);
  gboolean row;

  if (stmt == NULL || !atlas_sqlite_step (stmt, &row, error))
    return FALSE;
  *out_twice = (guint) sqlite3_column_int (stmt, 0);
  *out_once = (guint) sqlite3_column_int (stmt, 1) - *out_twice;
  return TRUE;
}

GPtrArray *
atlas_station_changes_list (AtlasDataset       *dataset,
                            const AtlasRegion  *region,
                            guint               limit,
                            guint              *out_n,
                            guint              *out_once,
                            GError            **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_station_change_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row;

  if (!count (dataset, region, out_n, out_once, error) || (stmt = prepare (dataset, changes_query, region, error)) == NULL)
    return NULL;
  sqlite3_bind_int (stmt, 3, (int) limit);
  while (atlas_sqlite_step (stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&changes);
      g_ptr_array_add (changes, read_change (stmt));
    }
  return NULL;
}
