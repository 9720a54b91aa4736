/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region.h"

G_BEGIN_DECLS

/* The texts of regions made ready for searching. Immutable; borrows nothing from the regions. */
typedef struct _AtlasRegionSearch AtlasRegionSearch;

AtlasRegionSearch *atlas_region_search_new  (const AtlasRegion *regions,
                                             guint              n_regions) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_region_search_free (AtlasRegionSearch *self);
/* The REGIONS are those that SELF was made of, in the same order; NEAR (nullable) is one of them. */
GPtrArray         *atlas_region_search_find (AtlasRegionSearch *self,
                                             const AtlasRegion *regions,
                                             guint              n_regions,
                                             const char        *text,
                                             const AtlasRegion *near,
                                             guint              limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
