/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/dataset-reading.h"

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

AtlasDatasetReading *
atlas_dataset_reading_new (const char  *path,
                           GError     **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, error);
  AtlasCatalogue *catalogue = dataset != NULL ? atlas_catalogue_new (dataset, error) : NULL;
  AtlasDatasetReading *self;

  if (catalogue == NULL)
    return NULL;
  atlas_dataset_lose_patience (dataset);
  self = g_new0 (AtlasDatasetReading, 1);
  self->dataset = g_steal_pointer (&dataset);
  self->catalogue = catalogue;
  return self;
}

void
atlas_dataset_reading_free (AtlasDatasetReading *self)
{
  g_clear_pointer (&self->catalogue, atlas_catalogue_unref);
  g_clear_object (&self->dataset);
  g_free (self);
}

static void
read_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasDatasetReading *reading = atlas_dataset_reading_new (path, &error);

  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) atlas_dataset_reading_free);
  else
    g_task_return_error (task, error);
}

void
atlas_dataset_reading_begin (const char          *path,
                             GObject             *owner,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = atlas_owned_task_new (owner, NULL, callback, user_data);

  g_task_set_source_tag (task, atlas_dataset_reading_begin);
  g_task_set_task_data (task, g_strdup (path), g_free);
  atlas_worker_run (task, read_in_worker);
}

AtlasDatasetReading *
atlas_dataset_reading_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
