/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/region-table.h"

#include "dataset/region-tree-private.h"

/* TREE, or the one read before if that has the same divisions, as nearly all datasets do: a tree of the whole country with what is
 * indexed of it takes 9 MB, a window reads its file again and again, and whatever still shows the state before keeps that. One stays
 * when the last dataset is closed. (transfer full) both. */
static AtlasRegionTree *
share (AtlasRegionTree *tree)
{
  static GMutex mutex;
  static AtlasRegionTree *last;
  AtlasRegionTree *other;

  g_mutex_lock (&mutex);
  if (last == NULL || !atlas_region_tree_equal (last, tree))
    {
      other = last;
      last = atlas_region_tree_ref (tree);
    }
  else
    {
      other = tree;
      tree = atlas_region_tree_ref (last);
    }
  g_mutex_unlock (&mutex);
  g_clear_pointer (&other, atlas_region_tree_unref);
  return tree;
}

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
        {
          AtlasRegionTree *tree = atlas_region_tree_builder_finish (builder, error);

          return tree != NULL ? share (tree) : NULL;
        }
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
