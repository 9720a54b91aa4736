/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-reader.h"

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

/* A list view makes widgets for some 200 rows at once. */
#define N_FIRST_PAGES 2

/* What a worker is to read: the rows of QUERY, or page NUMBER of INDEX. */
typedef struct {
  AtlasDataset *origin;
  AtlasRowQuery *query; /* (nullable) */
  AtlasRowIndex *index; /* (nullable) */
  guint number;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->origin);
  g_clear_pointer (&work->query, atlas_row_query_free);
  g_clear_pointer (&work->index, atlas_row_index_unref);
  g_free (work);
}

static gboolean
load_first_pages (AtlasFoundRows  *self,
                  AtlasDataset    *dataset,
                  GError         **error)
{
  guint n_rows = atlas_row_index_get_n_rows (self->index);

  for (guint i = 0; i < N_FIRST_PAGES && i * ATLAS_ROW_PAGE_SIZE < n_rows; i++)
    {
      AtlasRowPage *page = atlas_row_index_load_page (self->index, dataset, i, error);

      if (page == NULL)
        return FALSE;
      g_ptr_array_add (self->first_pages, page);
    }
  return TRUE;
}

AtlasFoundRows *
atlas_found_rows_new (AtlasDataset         *dataset,
                      const AtlasRowQuery  *query,
                      GCancellable         *cancellable,
                      GError              **error)
{
  g_autoptr (AtlasFoundRows) self = g_new0 (AtlasFoundRows, 1);

  self->first_pages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_row_page_unref);
  self->index = atlas_row_index_new (dataset, query, cancellable, error);
  return self->index != NULL && load_first_pages (self, dataset, error) ? g_steal_pointer (&self) : NULL;
}

void
atlas_found_rows_free (AtlasFoundRows *self)
{
  g_clear_pointer (&self->index, atlas_row_index_unref);
  g_ptr_array_unref (self->first_pages);
  g_free (self);
}

static AtlasFoundRows *
find (const Work    *work,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open_again (work->origin, error);

  return dataset != NULL ? atlas_found_rows_new (dataset, work->query, cancellable, error) : NULL;
}

static AtlasRowPage *
load_page (const Work  *work,
           GError     **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open_again (work->origin, error);

  return dataset != NULL ? atlas_row_index_load_page (work->index, dataset, work->number, error) : NULL;
}

/* Once it returns, the program may end: the dataset is closed before. */
static void
find_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      work,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasFoundRows *rows = find (work, cancellable, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) atlas_found_rows_free);
  else
    g_task_return_error (task, error);
}

static void
load_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      work,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasRowPage *page = load_page (work, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) atlas_row_page_unref);
  else
    g_task_return_error (task, error);
}

/* Takes WORK. */
static void
start (gpointer             owner,
       Work                *work,
       GTaskThreadFunc      read,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = atlas_owned_task_new (owner, cancellable, callback, NULL);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  atlas_worker_run (task, read);
}

void
atlas_row_reader_find (gpointer             owner,
                       AtlasDataset        *origin,
                       const AtlasRowQuery *query,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback)
{
  Work *work = g_new0 (Work, 1);

  work->origin = g_object_ref (origin);
  work->query = atlas_row_query_copy (query);
  start (owner, work, find_in_worker, cancellable, callback);
}

void
atlas_row_reader_load_page (gpointer             owner,
                            AtlasDataset        *origin,
                            AtlasRowIndex       *index,
                            guint                number,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback)
{
  Work *work = g_new0 (Work, 1);

  work->origin = g_object_ref (origin);
  work->index = atlas_row_index_ref (index);
  work->number = number;
  start (owner, work, load_in_worker, cancellable, callback);
}
