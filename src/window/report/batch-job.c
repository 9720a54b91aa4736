/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/batch-job.h"

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

struct _AtlasBatchJob
{
  GObject parent_instance;

  AtlasReportOrder *order;
  AtlasReportFormat format;
  char *within;
  AtlasRegionLevel level;
  char *folder;
  gboolean volume;
  gboolean resume;

  GMutex lock; /* of the progress */
  guint n_done;
  guint n;
  char *last;
};

G_DEFINE_FINAL_TYPE (AtlasBatchJob, atlas_batch_job, G_TYPE_OBJECT)

static void
note_row (const AtlasBatchRow *row,
          const char          *lacking,
          guint                done,
          guint                n,
          gpointer             job)
{
  AtlasBatchJob *self = job;

  g_mutex_lock (&self->lock);
  self->n_done = done;
  self->n = n;
  g_free (self->last);
  self->last = g_strdup (row->name);
  g_mutex_unlock (&self->lock);
}

char *
atlas_batch_job_dup_progress (AtlasBatchJob *self,
                              guint         *out_done,
                              guint         *out_n)
{
  char *last;

  g_return_val_if_fail (ATLAS_IS_BATCH_JOB (self), NULL);

  g_mutex_lock (&self->lock);
  *out_done = self->n_done;
  *out_n = self->n;
  last = g_strdup (self->last);
  g_mutex_unlock (&self->lock);
  return last;
}

static AtlasBatchIndex *
write_reports (AtlasBatchJob  *self,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (self->order->dataset_path, ATLAS_DATASET_READ_ONLY, error);
  g_autoptr (AtlasCatalogue) catalogue = dataset != NULL ? atlas_catalogue_new (dataset, error) : NULL;
  g_autofree char *hash = catalogue != NULL ? atlas_dataset_dup_hash (dataset, error) : NULL;
  AtlasReportStyle style = atlas_report_order_get_style (self->order);
  AtlasReportRequest request;
  AtlasReportBatch batch;

  if (hash == NULL)
    return NULL;
  atlas_report_order_fill (self->order, &request);
  request.style = &style;
  request.slots = NULL; /* of regions that are not those of the comparison */
  batch = (AtlasReportBatch) {
    .job = { dataset, catalogue, hash, self->format },
    .request = &request,
    .within = self->within,
    .level = self->level,
    .folder = self->folder,
    .volume = self->volume,
    .resume = self->resume,
  };
  return atlas_report_batch_run (&batch, note_row, self, cancellable, error);
}

static void
write_in_worker (GTask        *task,
                 gpointer      nothing,
                 gpointer      job,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasBatchIndex *index = write_reports (job, cancellable, &error);

  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) atlas_batch_index_free);
  else
    g_task_return_error (task, error);
}

void
atlas_batch_job_run (AtlasBatchJob       *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_BATCH_JOB (self));

  task = atlas_owned_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_batch_job_run);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  /* What was written is told, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  atlas_worker_run (task, write_in_worker);
}

AtlasBatchIndex *
atlas_batch_job_run_finish (AtlasBatchJob  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
atlas_batch_job_finalize (GObject *object)
{
  AtlasBatchJob *self = ATLAS_BATCH_JOB (object);

  atlas_report_order_free (self->order);
  g_free (self->within);
  g_free (self->folder);
  g_free (self->last);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (atlas_batch_job_parent_class)->finalize (object);
}

static void
atlas_batch_job_class_init (AtlasBatchJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_batch_job_finalize;
}

static void
atlas_batch_job_init (AtlasBatchJob *self)
{
  g_mutex_init (&self->lock);
}

AtlasBatchJob *
atlas_batch_job_new (AtlasReportOrder *order,
                     AtlasReportFormat format,
                     const char       *within,
                     AtlasRegionLevel  level,
                     const char       *folder,
                     gboolean          volume,
                     gboolean          resume)
{
  AtlasBatchJob *self = g_object_new (ATLAS_TYPE_BATCH_JOB, NULL);

  self->order = order;
  self->format = format;
  self->within = g_strdup (within);
  self->level = level;
  self->folder = g_strdup (folder);
  self->volume = volume;
  self->resume = resume;
  return self;
}
