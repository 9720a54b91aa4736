/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region.h"

G_BEGIN_DECLS

/* The names of divisions, which have to outlive them, behind atlas_region_tree_find_name(). */
typedef struct _AtlasRegionNames AtlasRegionNames;

AtlasRegionNames  *atlas_region_names_new  (const AtlasRegion *regions,
                                            guint              n_regions) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_region_names_free (AtlasRegionNames *self);

/* As atlas_region_tree_find_name(). */
const AtlasRegion *atlas_region_names_find (AtlasRegionNames *self, const char *text, const AtlasRegion *within,
                                            int level, const AtlasRegion *rivals[2]);

G_END_DECLS
