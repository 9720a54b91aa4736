/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "rollup-sums.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/rollup-series.h"

static gboolean
is_asked (const AtlasRollupCell *cell,
          const char            *indicator,
          GPtrArray             *dimensions,
          int                    year)
{
  const AtlasSeries *series = atlas_series_get (cell->series);

  if (strcmp (series->indicator_id, indicator) != 0 || (series->is_stock ? cell->year > year : cell->year != year))
    return FALSE;
  for (guint i = 0; i < dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (dimensions, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (series->dimensions, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

AtlasRollupCell
rollup_sum (sqlite3    *db,
            const char *region_code,
            const char *indicator,
            const char *dimensions,
            int         year)
{
  g_autoptr (AtlasRollupCells) cells = atlas_rollup_cells_new ();
  g_autoptr (GPtrArray) wanted = atlas_dimension_values_parse (dimensions, NULL);
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT cells FROM rollups WHERE region_code = ?", NULL);
  AtlasRollupCell sum = { 0 };
  const AtlasRollupCell *list;
  guint n;

  atlas_sqlite_bind (stmt, 1, region_code);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_assert_true (atlas_rollup_cells_unpack (cells, sqlite3_column_blob (stmt, 0),
                                              (gsize) sqlite3_column_bytes (stmt, 0)));
  list = atlas_rollup_cells_list (cells, &n);
  for (guint i = 0; i < n; i++)
    if (is_asked (&list[i], indicator, wanted, year))
      {
        sum.value += list[i].value;
        sum.n += list[i].n;
        sum.n_at_least += list[i].n_at_least;
        sum.n_at_most += list[i].n_at_most;
        sum.n_about += list[i].n_about;
      }
  return sum;
}

char *
rollup_dump (sqlite3 *db)
{
  GString *text = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT region_code || ' ' || \"table\" || ' ' || hex (cells) FROM rollups ORDER BY 1", NULL);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", atlas_sqlite_text (stmt, 0));
  return g_string_free (text, FALSE);
}
