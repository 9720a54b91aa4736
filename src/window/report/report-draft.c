/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-draft.h"

#include "reports/report-file.h"
#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

void
atlas_report_draft_free (AtlasReportDraft *self)
{
  g_clear_pointer (&self->report, atlas_report_free);
  g_free (self->dataset_hash);
  g_free (self);
}

static AtlasReportDraft *
answer (const AtlasReportOrder  *order,
        GCancellable            *cancellable,
        GError                 **error)
{
  g_autoptr (AtlasReportDraft) self = g_new0 (AtlasReportDraft, 1);
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasCatalogue) catalogue = NULL;
  AtlasReportRequest request;

  self->style = atlas_report_order_get_style (order);
  atlas_report_order_fill (order, &request);
  request.style = &self->style;
  dataset = atlas_dataset_open (order->dataset_path, ATLAS_DATASET_READ_ONLY, error);
  catalogue = dataset != NULL ? atlas_catalogue_new (dataset, error) : NULL;
  if (catalogue == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->report = atlas_report_build (dataset, catalogue, &request, error);
  if (self->report == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->dataset_hash = atlas_dataset_dup_hash (dataset, error);
  return self->dataset_hash != NULL ? g_steal_pointer (&self) : NULL;
}

static void
make_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      order,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasReportDraft *draft = answer (order, cancellable, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, (GDestroyNotify) atlas_report_draft_free);
  else
    g_task_return_error (task, error);
}

void
atlas_report_draft_make (AtlasReportOrder    *order,
                         GObject             *owner,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = atlas_owned_task_new (owner, cancellable, callback, user_data);

  g_task_set_source_tag (task, atlas_report_draft_make);
  g_task_set_task_data (task, order, (GDestroyNotify) atlas_report_order_free);
  atlas_worker_run (task, make_in_worker);
}

AtlasReportDraft *
atlas_report_draft_make_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
atlas_report_draft_save (AtlasReportDraft   *self,
                         AtlasReportFormat   format,
                         const char         *path,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr (AtlasReportPages) pages = NULL;

  g_return_val_if_fail (self->report != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (format != ATLAS_REPORT_FORMAT_PDF)
    return atlas_report_save (self->report, format, &self->style, self->dataset_hash, path, error);
  pages = atlas_report_pages_new_styled (g_steal_pointer (&self->report), &self->style);
  return atlas_report_save_pdf_until (pages, self->dataset_hash, path, cancellable, error);
}
