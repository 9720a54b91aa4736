/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* Finds divisions by their Chinese names, exactly: what two divisions are called is never guessed. */
typedef struct _AtlasRegionNames AtlasRegionNames;

AtlasRegionNames  *atlas_region_names_new  (AtlasRegionTree *tree) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_region_names_free (AtlasRegionNames *self);

/* The only division at or below WITHIN that TEXT names: by its full name (吴忠市), else by that less its generic suffix (吴忠,
 * 宁夏), else by a path of such names (宁夏回族自治区吴忠市红寺堡区, 吴忠市/红寺堡区). LEVEL, −1 for any, is preferred. NULL where
 * there is none, or several; then RIVALS (nullable) gets two of them, else NULL. */
const AtlasRegion *atlas_region_names_find (AtlasRegionNames *self, const char *text, const AtlasRegion *within,
                                            int level, const AtlasRegion *rivals[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegionNames, atlas_region_names_free)

G_END_DECLS
