/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/row-model.h"

/* What lies on one screen and around it. */
#define N_CACHED_PAGES 8

struct _AtlasRowItem
{
  GObject parent_instance;

  AtlasRowPage *page; /* NULL where it could not be read */
  guint row;          /* in the page */
};

G_DEFINE_FINAL_TYPE (AtlasRowItem, atlas_row_item, G_TYPE_OBJECT)

static void
atlas_row_item_finalize (GObject *object)
{
  AtlasRowItem *self = ATLAS_ROW_ITEM (object);

  g_clear_pointer (&self->page, atlas_row_page_unref);

  G_OBJECT_CLASS (atlas_row_item_parent_class)->finalize (object);
}

static void
atlas_row_item_class_init (AtlasRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_item_finalize;
}

static void
atlas_row_item_init (AtlasRowItem *self)
{
}

const char *
atlas_row_item_get_cell (AtlasRowItem *self,
                         guint         column)
{
  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), "");

  return self->page != NULL ? atlas_row_page_get_cell (self->page, self->row, column) : "";
}

gint64
atlas_row_item_get_import (AtlasRowItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), 0);

  return self->page != NULL ? atlas_row_page_get_import (self->page, self->row) : 0;
}

AtlasRowChange
atlas_row_item_get_change (AtlasRowItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), ATLAS_ROW_CHANGE_NONE);

  return self->page != NULL ? atlas_row_page_get_change (self->page, self->row) : ATLAS_ROW_CHANGE_NONE;
}

const char *
atlas_row_item_get_earlier (AtlasRowItem *self,
                            guint         column)
{
  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), NULL);

  return self->page != NULL ? atlas_row_page_get_earlier (self->page, self->row, column) : NULL;
}

typedef struct {
  guint number;
  AtlasRowPage *page;
  guint64 used; /* the higher, the later */
} CachedPage;

struct _AtlasRowModel
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasRowIndex *index;
  CachedPage pages[N_CACHED_PAGES];
  guint64 clock;
};

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return atlas_row_index_get_n_rows (ATLAS_ROW_MODEL (model)->index);
}

/* The place of page NUMBER, else the one that has not been used for longest. */
static CachedPage *
find_place (AtlasRowModel *self,
            guint          number)
{
  CachedPage *oldest = &self->pages[0];

  for (guint i = 0; i < N_CACHED_PAGES; i++)
    {
      if (self->pages[i].page != NULL && self->pages[i].number == number)
        return &self->pages[i];
      if (self->pages[i].used < oldest->used)
        oldest = &self->pages[i];
    }
  return oldest;
}

/* (nullable): a page that cannot be read leaves its rows empty; the log says why. */
static AtlasRowPage *
get_page (AtlasRowModel *self,
          guint          number)
{
  CachedPage *place = find_place (self, number);
  g_autoptr (GError) error = NULL;

  if (place->page == NULL || place->number != number)
    {
      g_clear_pointer (&place->page, atlas_row_page_unref);
      place->page = atlas_row_index_load_page (self->index, self->dataset, number, &error);
      place->number = number;
      if (place->page == NULL)
        g_debug ("%s", error->message);
    }
  place->used = ++self->clock;
  return place->page;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  AtlasRowModel *self = ATLAS_ROW_MODEL (model);
  AtlasRowPage *page;
  AtlasRowItem *item;

  if (position >= get_n_items (model))
    return NULL;
  page = get_page (self, position / ATLAS_ROW_PAGE_SIZE);
  item = g_object_new (ATLAS_TYPE_ROW_ITEM, NULL);
  item->page = page != NULL ? atlas_row_page_ref (page) : NULL;
  item->row = position % ATLAS_ROW_PAGE_SIZE;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRowModel, atlas_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
atlas_row_model_finalize (GObject *object)
{
  AtlasRowModel *self = ATLAS_ROW_MODEL (object);

  for (guint i = 0; i < N_CACHED_PAGES; i++)
    g_clear_pointer (&self->pages[i].page, atlas_row_page_unref);
  g_clear_pointer (&self->index, atlas_row_index_unref);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_row_model_parent_class)->finalize (object);
}

static void
atlas_row_model_class_init (AtlasRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_model_finalize;
}

static void
atlas_row_model_init (AtlasRowModel *self)
{
}

AtlasRowModel *
atlas_row_model_new (AtlasDataset  *dataset,
                     AtlasRowIndex *index)
{
  AtlasRowModel *self = g_object_new (ATLAS_TYPE_ROW_MODEL, NULL);

  self->dataset = g_object_ref (dataset);
  self->index = atlas_row_index_ref (index);
  return self;
}

AtlasRowIndex *
atlas_row_model_get_index (AtlasRowModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_MODEL (self), NULL);

  return self->index;
}
