/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* The texts of a tree's regions made ready for searching. Immutable; borrows nothing from the tree. */
typedef struct _AtlasRegionSearch AtlasRegionSearch;

AtlasRegionSearch *atlas_region_search_new  (AtlasRegionTree *tree) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_region_search_free (AtlasRegionSearch *self);
GPtrArray         *atlas_region_search_find (AtlasRegionSearch *self, AtlasRegionTree *tree, const char *text,
                                             guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
