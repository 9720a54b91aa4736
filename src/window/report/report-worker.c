/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-worker.h"

#include <string.h>

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

/* How long a dataset stays open for a next report. An import wants it for itself. */
#define PATIENCE (3 * G_USEC_PER_SEC)

struct _AtlasReportWorker
{
  GAsyncQueue *queue; /* of jobs; shared with the thread, which lets it go when it ends */
};

/* What is queued: a report, or that the dataset be forgotten, or that the thread end. */
typedef struct {
  GTask *task; /* with the order as its data */
  gboolean forgets;
} Job;

/* The thread's own. */
typedef struct {
  char *path;
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
} Connection;

static void
connection_close (Connection *self)
{
  g_clear_pointer (&self->catalogue, atlas_catalogue_unref);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
connection_open (Connection  *self,
                 const char  *path,
                 GError     **error)
{
  if (self->path != NULL && strcmp (self->path, path) == 0)
    return TRUE;
  connection_close (self);
  self->dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, error);
  self->catalogue = self->dataset != NULL ? atlas_catalogue_new (self->dataset, error) : NULL;
  if (self->catalogue == NULL)
    {
      connection_close (self);
      return FALSE;
    }
  self->path = g_strdup (path);
  return TRUE;
}

static AtlasReportSheets *
draw (Connection              *connection,
      const AtlasReportOrder  *order,
      GError                 **error)
{
  AtlasReportStyle style = atlas_report_order_get_style (order);
  AtlasReportRequest request;
  g_autoptr (AtlasReportPages) pages = NULL;
  AtlasReport *report;

  if (!connection_open (connection, order->dataset_path, error))
    return NULL;
  atlas_report_order_fill (order, &request);
  request.style = &style;
  report = atlas_report_build (connection->dataset, connection->catalogue, &request, error);
  if (report == NULL)
    return NULL;
  pages = atlas_report_pages_new_styled (report, &style);
  return order->for_printer ? atlas_report_sheets_new_for_printer (pages) : atlas_report_sheets_new (pages);
}

static void
answer (Connection *connection,
        GTask      *task)
{
  GError *error = NULL;
  AtlasReportSheets *sheets;

  if (g_task_return_error_if_cancelled (task))
    return;
  sheets = draw (connection, g_task_get_task_data (task), &error);
  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) atlas_report_sheets_unref);
  else
    g_task_return_error (task, error);
}

/* FALSE: the thread is to end. */
static gboolean
do_job (Connection *connection,
        Job        *job)
{
  gboolean goes_on = job->task != NULL || job->forgets;

  if (job->forgets)
    connection_close (connection);
  if (job->task != NULL)
    answer (connection, job->task);
  g_clear_object (&job->task);
  g_free (job);
  return goes_on;
}

static gpointer
work (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  Connection connection = { NULL };
  gboolean goes_on = TRUE;

  atlas_worker_stand_back ();
  while (goes_on)
    {
      Job *job = connection.path != NULL ? g_async_queue_timeout_pop (queue, PATIENCE) : g_async_queue_pop (queue);

      if (job != NULL)
        goes_on = do_job (&connection, job);
      else
        connection_close (&connection);
    }
  connection_close (&connection);
  return NULL;
}

static void
push (AtlasReportWorker *self,
      GTask             *task,
      gboolean           forgets)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->forgets = forgets;
  g_async_queue_push (self->queue, job);
}

AtlasReportWorker *
atlas_report_worker_new (void)
{
  AtlasReportWorker *self = g_new0 (AtlasReportWorker, 1);

  self->queue = g_async_queue_new ();
  g_thread_unref (g_thread_new ("reports", work, g_async_queue_ref (self->queue)));
  return self;
}

void
atlas_report_worker_free (AtlasReportWorker *self)
{
  push (self, NULL, FALSE);
  g_async_queue_unref (self->queue);
  g_free (self);
}

void
atlas_report_worker_forget (AtlasReportWorker *self)
{
  push (self, NULL, TRUE);
}

void
atlas_report_worker_draw (AtlasReportWorker   *self,
                          AtlasReportOrder    *order,
                          GObject             *owner,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = atlas_owned_task_new (owner, cancellable, callback, user_data);

  g_task_set_source_tag (task, atlas_report_worker_draw);
  g_task_set_task_data (task, order, (GDestroyNotify) atlas_report_order_free);
  push (self, task, FALSE);
}

AtlasReportSheets *
atlas_report_worker_draw_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
