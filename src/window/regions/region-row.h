/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/regions/region-values.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* A region in the sidebar: its check box for the comparison in the region's colour, its name and its value. In the tree
 * with an expander, among the search hits with its path. */
#define ATLAS_TYPE_REGION_ROW (atlas_region_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionRow, atlas_region_row, ATLAS, REGION_ROW, GtkWidget)

/* SESSION and VALUES are borrowed and have to live longer. */
GtkWidget         *atlas_region_row_new        (AtlasSession *session, AtlasRegionValues *values)
  G_GNUC_WARN_UNUSED_RESULT;
/* TREE_ROW (nullable): NULL for a search hit. */
void               atlas_region_row_bind       (AtlasRegionRow *self, GtkTreeListRow *tree_row,
                                                const AtlasRegion *region);
void               atlas_region_row_unbind     (AtlasRegionRow *self);
/* (nullable): NULL while unbound. */
const AtlasRegion *atlas_region_row_get_region (AtlasRegionRow *self);
/* Brings check box and value up to date with the session. */
void               atlas_region_row_update     (AtlasRegionRow *self);
/* The value alone. */
void               atlas_region_row_update_value (AtlasRegionRow *self);

G_END_DECLS
