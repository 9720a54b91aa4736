/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-model.h"

/* What lies on one screen and around it. */
#define N_CACHED_PAGES 8

/* As many as there are on the largest screen; then of so many more at a time, until the view has all its widgets. */
#define FIRST_ROWS 40
#define MORE_ROWS 40
#define ENOUGH_ROWS 240

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
  guint n_told;         /* rows that the list tells of */
  guint n_changes;      /* of the index */
  gboolean reading;     /* a worker reads page READING_NUMBER ... */
  guint reading_number;
  guint reading_for;    /* ... of the index after so many changes: of another it is of no use */
};

enum {
  PAGE_READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _AtlasRowItem
{
  GObject parent_instance;

  AtlasRowModel *model;
  guint position;
  AtlasRowPage *page; /* NULL where it could not be read, or not yet */
  guint n_changes;    /* of the model's index when PAGE was read */
};

G_DEFINE_FINAL_TYPE (AtlasRowItem, atlas_row_item, G_TYPE_OBJECT)

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_ROW_MODEL (model)->n_told;
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

/* Takes PAGE (nullable: it could not be read, and its rows stay empty). */
static void
keep_page (AtlasRowModel *self,
           guint          number,
           AtlasRowPage  *page)
{
  CachedPage *place = find_place (self, number);

  g_clear_pointer (&place->page, atlas_row_page_unref);
  place->page = page;
  place->number = number;
  place->used = ++self->clock;
}

static void
page_read (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlasRowModel *self = ATLAS_ROW_MODEL (object);
  g_autoptr (GError) error = NULL;
  AtlasRowPage *page = g_task_propagate_pointer (G_TASK (result), &error);

  self->reading = FALSE;
  if (page == NULL)
    g_debug ("%s", error->message);
  else if (self->reading_for == self->n_changes)
    keep_page (self, self->reading_number, page);
  else
    atlas_row_page_unref (page);
  /* Where it failed, nobody asks again until there are others to show. */
  if (page != NULL)
    g_signal_emit (self, signals[PAGE_READ], 0);
}

/* (nullable): a page that has not been read yet is read by a worker, one at a time: whoever shows its rows asks again when
 * that has ended, and by then perhaps for others. */
static AtlasRowPage *
get_page (AtlasRowModel *self,
          guint          number)
{
  CachedPage *place = find_place (self, number);

  if (place->page != NULL && place->number == number)
    {
      place->used = ++self->clock;
      return place->page;
    }
  if (!self->reading)
    {
      self->reading = TRUE;
      self->reading_for = self->n_changes;
      self->reading_number = number;
      atlas_row_reader_load_page (self, self->dataset, self->index, number, NULL, page_read);
    }
  return NULL;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  AtlasRowModel *self = ATLAS_ROW_MODEL (model);
  AtlasRowItem *item;

  if (position >= self->n_told)
    return NULL;
  item = g_object_new (ATLAS_TYPE_ROW_ITEM, NULL);
  item->model = g_object_ref (self);
  item->position = position;
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
drop_pages (AtlasRowModel *self)
{
  for (guint i = 0; i < N_CACHED_PAGES; i++)
    g_clear_pointer (&self->pages[i].page, atlas_row_page_unref);
}

static void
atlas_row_model_finalize (GObject *object)
{
  AtlasRowModel *self = ATLAS_ROW_MODEL (object);

  drop_pages (self);
  g_clear_pointer (&self->index, atlas_row_index_unref);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_row_model_parent_class)->finalize (object);
}

static void
atlas_row_model_class_init (AtlasRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_model_finalize;

  signals[PAGE_READ] = g_signal_new ("page-read", ATLAS_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_row_model_init (AtlasRowModel *self)
{
}

static void
keep_first_pages (AtlasRowModel        *self,
                  const AtlasFoundRows *rows)
{
  for (guint i = 0; i < rows->first_pages->len; i++)
    keep_page (self, i, atlas_row_page_ref (g_ptr_array_index (rows->first_pages, i)));
}

AtlasRowModel *
atlas_row_model_new (AtlasDataset         *dataset,
                     const AtlasFoundRows *rows)
{
  AtlasRowModel *self = g_object_new (ATLAS_TYPE_ROW_MODEL, NULL);

  self->dataset = g_object_ref (dataset);
  self->index = atlas_row_index_ref (rows->index);
  self->n_told = MIN (atlas_row_index_get_n_rows (rows->index), FIRST_ROWS);
  keep_first_pages (self, rows);
  return self;
}

AtlasRowIndex *
atlas_row_model_get_index (AtlasRowModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_MODEL (self), NULL);

  return self->index;
}

AtlasDataset *
atlas_row_model_get_dataset (AtlasRowModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_MODEL (self), NULL);

  return self->dataset;
}

gboolean
atlas_row_model_is_reading (AtlasRowModel *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_MODEL (self), FALSE);

  return self->reading;
}

void
atlas_row_model_set_rows (AtlasRowModel        *self,
                          const AtlasFoundRows *rows)
{
  guint n_rows = atlas_row_index_get_n_rows (rows->index);
  guint before = self->n_told;

  g_return_if_fail (ATLAS_IS_ROW_MODEL (self));

  drop_pages (self);
  atlas_row_index_ref (rows->index);
  atlas_row_index_unref (self->index);
  self->index = rows->index;
  self->n_changes++;
  keep_first_pages (self, rows);
  self->n_told = MIN (n_rows, MAX (before, FIRST_ROWS));
  if (self->n_told < before)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_told, before - self->n_told, 0);
  else if (self->n_told > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_told - before);
}

gboolean
atlas_row_model_grow (AtlasRowModel *self)
{
  guint n_rows = atlas_row_index_get_n_rows (self->index);
  guint before = self->n_told;

  g_return_val_if_fail (ATLAS_IS_ROW_MODEL (self), FALSE);

  self->n_told = before + MORE_ROWS < ENOUGH_ROWS ? MIN (n_rows, before + MORE_ROWS) : n_rows;
  if (self->n_told > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_told - before);
  return self->n_told < n_rows;
}

static void
atlas_row_item_finalize (GObject *object)
{
  AtlasRowItem *self = ATLAS_ROW_ITEM (object);

  g_clear_pointer (&self->page, atlas_row_page_unref);
  g_clear_object (&self->model);

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

/* (nullable): the page that the row is on now, and its place there. An item of no list has none. */
static AtlasRowPage *
find_row (AtlasRowItem *self,
          guint        *out_row)
{
  *out_row = self->position % ATLAS_ROW_PAGE_SIZE;
  if (self->model == NULL || (self->page != NULL && self->n_changes == self->model->n_changes))
    return self->page;
  g_clear_pointer (&self->page, atlas_row_page_unref);
  if (self->position < atlas_row_index_get_n_rows (self->model->index))
    self->page = get_page (self->model, self->position / ATLAS_ROW_PAGE_SIZE);
  if (self->page != NULL)
    atlas_row_page_ref (self->page);
  self->n_changes = self->model->n_changes;
  return self->page;
}

gboolean
atlas_row_item_is_read (AtlasRowItem *self)
{
  guint row;

  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), FALSE);

  return find_row (self, &row) != NULL;
}

const char *
atlas_row_item_get_cell (AtlasRowItem *self,
                         guint         column)
{
  AtlasRowPage *page;
  guint row;

  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), "");

  page = find_row (self, &row);
  return page != NULL ? atlas_row_page_get_cell (page, row, column) : "";
}

AtlasRowOrigin
atlas_row_item_get_origin (AtlasRowItem *self)
{
  const AtlasRowOrigin none = { 0 };
  AtlasRowPage *page;
  guint row;

  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), none);

  page = find_row (self, &row);
  return page != NULL ? atlas_row_page_get_origin (page, row) : none;
}

AtlasRowChange
atlas_row_item_get_change (AtlasRowItem *self)
{
  AtlasRowPage *page;
  guint row;

  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), ATLAS_ROW_CHANGE_NONE);

  page = find_row (self, &row);
  return page != NULL ? atlas_row_page_get_change (page, row) : ATLAS_ROW_CHANGE_NONE;
}

const char *
atlas_row_item_get_earlier (AtlasRowItem *self,
                            guint         column)
{
  AtlasRowPage *page;
  guint row;

  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), NULL);

  page = find_row (self, &row);
  return page != NULL ? atlas_row_page_get_earlier (page, row, column) : NULL;
}

/* (nullable): what the import changed; NULL where it did not change the row. */
static char **
dup_earlier (AtlasRowItem *self,
             guint         n_columns)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (atlas_row_item_get_earlier (self, 0) == NULL)
    return NULL;
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (atlas_row_item_get_earlier (self, i)));
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_steal (cells, NULL);
}

AtlasSelectedRow *
atlas_row_item_dup_row (AtlasRowItem *self)
{
  AtlasRowIndex *index;
  AtlasRowOrigin origin;
  AtlasSelectedRow *row;

  g_return_val_if_fail (ATLAS_IS_ROW_ITEM (self), NULL);
  g_return_val_if_fail (self->model != NULL, NULL);

  index = self->model->index;
  origin = atlas_row_item_get_origin (self);
  row = g_new0 (AtlasSelectedRow, 1);
  row->table = atlas_row_index_get_query (index)->table;
  row->cells = g_new0 (char *, row->table->n_columns + 1);
  for (guint i = 0; i < row->table->n_columns; i++)
    row->cells[i] = g_strdup (atlas_row_item_get_cell (self, i));
  row->earlier = dup_earlier (self, row->table->n_columns);
  row->number = atlas_row_index_get_place (index, self->position);
  row->import_id = origin.import_id;
  row->input = origin.input;
  row->line = origin.line;
  return row;
}
