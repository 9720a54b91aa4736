/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-item.h"

struct _AtlasRegionItem
{
  GObject parent_instance;

  AtlasRegionTree *tree;
  const AtlasRegion *region;
};

G_DEFINE_FINAL_TYPE (AtlasRegionItem, atlas_region_item, G_TYPE_OBJECT)

static void
atlas_region_item_finalize (GObject *object)
{
  AtlasRegionItem *self = ATLAS_REGION_ITEM (object);

  g_clear_pointer (&self->tree, atlas_region_tree_unref);

  G_OBJECT_CLASS (atlas_region_item_parent_class)->finalize (object);
}

static void
atlas_region_item_class_init (AtlasRegionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_region_item_finalize;
}

static void
atlas_region_item_init (AtlasRegionItem *self)
{
}

AtlasRegionItem *
atlas_region_item_new (AtlasRegionTree   *tree,
                       const AtlasRegion *region)
{
  AtlasRegionItem *self = g_object_new (ATLAS_TYPE_REGION_ITEM, NULL);

  self->tree = atlas_region_tree_ref (tree);
  self->region = region;
  return self;
}

const AtlasRegion *
atlas_region_item_get_region (AtlasRegionItem *self)
{
  g_return_val_if_fail (ATLAS_IS_REGION_ITEM (self), NULL);

  return self->region;
}

GListModel *
atlas_region_item_dup_children (AtlasRegionItem *self)
{
  g_autoptr (GPtrArray) items = NULL;
  GListStore *store;

  g_return_val_if_fail (ATLAS_IS_REGION_ITEM (self), NULL);

  if (self->region->n_children == 0)
    return NULL;
  items = g_ptr_array_new_full (self->region->n_children, g_object_unref);
  for (guint i = 0; i < self->region->n_children; i++)
    g_ptr_array_add (items, atlas_region_item_new (self->tree, self->region->children[i]));
  store = g_list_store_new (ATLAS_TYPE_REGION_ITEM);
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (store);
}
