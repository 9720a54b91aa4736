/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-job.h"

#include <glib/gi18n.h>
#include <string.h>
#include "window/parts/worker.h"

#define WHOLE 10000 /* of the progress */

AtlasImportRequest *
atlas_import_request_new_for_files (const char *const *paths)
{
  AtlasImportRequest *self = g_new0 (AtlasImportRequest, 1);

  self->paths = g_strdupv ((char **) paths);
  return self;
}

AtlasImportRequest *
atlas_import_request_new_for_text (const char *text)
{
  AtlasImportRequest *self = g_new0 (AtlasImportRequest, 1);

  self->bytes = g_bytes_new (text, strlen (text));
  return self;
}

AtlasImportRequest *
atlas_import_request_copy (const AtlasImportRequest *self)
{
  AtlasImportRequest *copy = g_memdup2 (self, sizeof *self);

  copy->paths = g_strdupv (self->paths);
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  copy->columns = self->columns != NULL ? g_memdup2 (self->columns, sizeof (int) * self->table->n_columns) : NULL;
  copy->encoding = g_strdup (self->encoding);
  copy->sheet = g_strdup (self->sheet);
  copy->as_of = g_strdup (self->as_of);
  copy->covers = g_strdupv (self->covers);
  return copy;
}

void
atlas_import_request_free (AtlasImportRequest *self)
{
  g_strfreev (self->paths);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->columns);
  g_free (self->encoding);
  g_free (self->sheet);
  g_free (self->as_of);
  g_strfreev (self->covers);
  g_free (self);
}

struct _AtlasImportJob
{
  GObject parent_instance;

  char *dataset_path;
  AtlasImportRequest *request;
  int progress; /* of WHOLE; written by the worker */
};

G_DEFINE_FINAL_TYPE (AtlasImportJob, atlas_import_job, G_TYPE_OBJECT)

static void
atlas_import_job_finalize (GObject *object)
{
  AtlasImportJob *self = ATLAS_IMPORT_JOB (object);

  g_free (self->dataset_path);
  atlas_import_request_free (self->request);

  G_OBJECT_CLASS (atlas_import_job_parent_class)->finalize (object);
}

static void
atlas_import_job_class_init (AtlasImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_import_job_finalize;
}

static void
atlas_import_job_init (AtlasImportJob *self)
{
}

AtlasImportJob *
atlas_import_job_new (const char               *dataset_path,
                      const AtlasImportRequest *request)
{
  AtlasImportJob *self = g_object_new (ATLAS_TYPE_IMPORT_JOB, NULL);

  self->dataset_path = g_strdup (dataset_path);
  self->request = atlas_import_request_copy (request);
  return self;
}

gboolean
atlas_import_job_is_dry_run (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), FALSE);

  return self->request->dry_run;
}

static void
note_progress (double   fraction,
               gpointer user_data)
{
  AtlasImportJob *self = user_data;

  g_atomic_int_set (&self->progress, (int) (fraction * WHOLE));
}

static AtlasImportResult *
import (AtlasImportJob  *self,
        AtlasDataset    *dataset,
        GCancellable    *cancellable,
        GError         **error)
{
  const AtlasImportRequest *request = self->request;
  AtlasImportOptions options = {
    .table = request->table,
    .encoding = request->encoding,
    .sheet = request->sheet,
    .covers = request->covers,
    .as_of = request->as_of,
    .partial = request->partial,
    .allow_moves = request->allow_moves,
    .keep_going = request->keep_going,
    .dry_run = request->dry_run,
    .columns = request->columns,
  };

  if (request->bytes != NULL)
    return atlas_import_run_bytes (dataset, request->bytes, _("Pasted table"), &options, note_progress, self, cancellable,
                                   error);
  return atlas_import_run (dataset, (const char *const *) request->paths, &options, note_progress, self, cancellable, error);
}

/* By a connection of its own. Once it returns, the program may end: the dataset is closed before, unless it was cancelled too
 * late. Then the answer does not wait for the log to be tidied up, which may take a second. */
static void
import_in_worker (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  AtlasImportJob *self = source;
  GError *error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (self->dataset_path, ATLAS_DATASET_READ_WRITE, &error);
  AtlasImportResult *result = dataset != NULL ? import (self, dataset, cancellable, &error) : NULL;

  if (!g_cancellable_is_cancelled (cancellable))
    g_clear_object (&dataset);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) atlas_import_result_free);
  else
    g_task_return_error (task, error);
}

void
atlas_import_job_run (AtlasImportJob      *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_IMPORT_JOB (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_import_job_run);
  /* What has been committed is told, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  atlas_worker_run (task, import_in_worker);
}

AtlasImportResult *
atlas_import_job_run_finish (AtlasImportJob  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  return g_task_propagate_pointer (G_TASK (result), error);
}

double
atlas_import_job_get_fraction (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), 0);

  return g_atomic_int_get (&self->progress) / (double) WHOLE;
}
