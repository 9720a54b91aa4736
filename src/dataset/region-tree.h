/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region.h"

G_BEGIN_DECLS

/* An immutable tree of divisions, safe to read from any thread. */
typedef struct _AtlasRegionTree AtlasRegionTree;

#define ATLAS_TYPE_REGION_TREE (atlas_region_tree_get_type ())
GType              atlas_region_tree_get_type (void);
AtlasRegionTree   *atlas_region_tree_ref      (AtlasRegionTree *self);
void               atlas_region_tree_unref    (AtlasRegionTree *self);

const AtlasRegion *atlas_region_tree_get_root (AtlasRegionTree *self);
guint              atlas_region_tree_get_size (AtlasRegionTree *self);
const AtlasRegion *atlas_region_tree_get_nth  (AtlasRegionTree *self, guint index);
const AtlasRegion *atlas_region_tree_lookup   (AtlasRegionTree *self, const char *code);

/* Divisions whose name, code, pinyin ("wu zhong", "wuzhong") or initials ("wzs") match TEXT, best first, at most
 * LIMIT. Of those of one level that match alike, what lies in NEAR (nullable) comes first, then what lies in the division above it,
 * and so on; (element-type AtlasRegion) (transfer container). */
GPtrArray         *atlas_region_tree_search   (AtlasRegionTree *self, const char *text, const AtlasRegion *near, guint limit)
  G_GNUC_WARN_UNUSED_RESULT;

/* The only division at or below WITHIN that TEXT names in Chinese, exactly: by its full name (吴忠市), else by that less its
 * generic suffix (吴忠, 宁夏), else by a path of such names (宁夏回族自治区吴忠市红寺堡区, 吴忠市/红寺堡区). LEVEL, −1 for any, is
 * preferred. NULL where there is none, or several, which are not guessed among; then RIVALS (nullable) gets two of them,
 * else NULL. */
const AtlasRegion *atlas_region_tree_find_name (AtlasRegionTree *self, const char *text, const AtlasRegion *within,
                                                int level, const AtlasRegion *rivals[2]);

/* The divisions of LEVEL at or below WITHIN and, where that level is missing on the way down, the unit that stands
 * there (docs/answers.md, "Levels"): a district under a municipality for a prefecture, Dongguan for its counties.
 * Development zones of the county level (statutory FALSE) are included; the caller leaves them out where they hold
 * no data. (element-type AtlasRegion) (transfer container). */
GPtrArray         *atlas_region_tree_list_level (AtlasRegionTree *self, const AtlasRegion *within,
                                                 AtlasRegionLevel level) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegionTree, atlas_region_tree_unref)

G_END_DECLS
