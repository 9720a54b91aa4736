/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset-error.h"
#include "dataset/region-names.h"
#include "dataset/region-search.h"
#include "dataset/region-tree.h"

G_BEGIN_DECLS

struct _AtlasRegionTree {
  AtlasRegion *regions; /* in code order, which is also preorder */
  guint n_regions;
  const AtlasRegion **links; /* the children of all regions, those of one side by side */
  guint32 *slots;            /* open addressing: index + 1 of a region, 0 for a free slot */
  guint slot_mask;
  GStringChunk *texts;
  AtlasRegionSearch *search; /* made at the first search */
  AtlasRegionNames *names;   /* made at the first name */
};

/* Fills a tree from rows that come in code order. */
typedef struct _AtlasRegionTreeBuilder AtlasRegionTreeBuilder;

AtlasRegionTreeBuilder *atlas_region_tree_builder_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes copies of the texts of REGION; its links and index are set by the tree. PARENT_CODE is "" for the nation. */
gboolean                atlas_region_tree_builder_add    (AtlasRegionTreeBuilder *self, const AtlasRegion *region,
                                                          const char *parent_code, GError **error);
/* Leaves SELF empty. Fails where there is no nation. */
AtlasRegionTree        *atlas_region_tree_builder_finish (AtlasRegionTreeBuilder *self, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                    atlas_region_tree_builder_free   (AtlasRegionTreeBuilder *self);

/* Whether both have the same divisions, in every text. */
gboolean                atlas_region_tree_equal          (AtlasRegionTree *a, AtlasRegionTree *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegionTreeBuilder, atlas_region_tree_builder_free)

G_END_DECLS
