/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/region-table.h"

#include "dataset/region-tree-private.h"

AtlasRegionTree *
atlas_region_table_read (sqlite3            *db,
                         AtlasEnglishNames  *names,
                         GError            **error)
{
  g_autoptr (AtlasRegionTreeBuilder) builder = atlas_region_tree_builder_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row;

  stmt = atlas_sqlite_prepare (db, "SELECT code, name, name_en, pinyin, level, statutory, parent_code FROM regions "
                               "ORDER BY code", error);
  while (stmt != NULL && atlas_sqlite_step (stmt, &row, error))
    {
      AtlasRegion region = { 0 };
      const char *name_en;

      if (!row)
        return atlas_region_tree_builder_finish (builder, error);
      region.code = atlas_sqlite_text (stmt, 0);
      region.name = atlas_sqlite_text (stmt, 1);
      name_en = names != NULL ? atlas_english_names_find (names, region.code, region.name) : NULL;
      region.name_en = name_en != NULL ? name_en : atlas_sqlite_text (stmt, 2);
      region.pinyin = atlas_sqlite_text (stmt, 3);
      atlas_region_level_from_id (atlas_sqlite_text (stmt, 4), &region.level);
      region.statutory = sqlite3_column_type (stmt, 5) == SQLITE_NULL || sqlite3_column_int (stmt, 5) != 0;
      if (!atlas_region_tree_builder_add (builder, &region, atlas_sqlite_text (stmt, 6), error))
        break;
    }
  return NULL;
}
