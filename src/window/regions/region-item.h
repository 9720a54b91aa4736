/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* A region as an item of a list model. Keeps its tree. */
#define ATLAS_TYPE_REGION_ITEM (atlas_region_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionItem, atlas_region_item, ATLAS, REGION_ITEM, GObject)

AtlasRegionItem   *atlas_region_item_new          (AtlasRegionTree *tree, const AtlasRegion *region)
  G_GNUC_WARN_UNUSED_RESULT;
const AtlasRegion *atlas_region_item_get_region   (AtlasRegionItem *self);
/* The regions right below, made now; (nullable) (transfer full): NULL where there are none. */
GListModel        *atlas_region_item_dup_children (AtlasRegionItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
