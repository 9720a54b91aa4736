/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report-draft.h"

#include <string.h>

#include "reports/report-file.h"
#include "window/owned-task.h"

/* What is asked for, in words of its own: the view may change while the worker is at it. */
typedef struct {
  char *dataset_path;
  char **regions;
  AtlasReportRequest report;
} Request;

static void
request_free (Request *self)
{
  g_free (self->dataset_path);
  g_strfreev (self->regions);
  g_hash_table_unref (self->report.slots);
  g_free (self);
}

static Request *
request_new (AtlasSession *session)
{
  Request *self = g_new0 (Request, 1);
  const char *const *compare = atlas_session_get_compare (session);
  const char *region[] = { atlas_session_get_region (session), NULL };
  gboolean compares = strcmp (atlas_session_get_page (session), "compare") == 0 &&
                      g_strv_length ((char **) compare) >= 2;

  self->dataset_path = g_strdup (atlas_dataset_get_path (atlas_session_get_dataset (session)));
  self->regions = g_strdupv ((char **) (compares ? compare : region));
  self->report = (AtlasReportRequest) {
    .template_name = compares ? "comparison" : "brief",
    .regions = (const char *const *) self->regions,
    .year = atlas_session_get_last_year (session),
    .slots = atlas_session_dup_slots (session),
  };
  return self;
}

void
atlas_report_draft_free (AtlasReportDraft *self)
{
  g_clear_pointer (&self->report, atlas_report_free);
  g_free (self->dataset_hash);
  g_free (self);
}

static AtlasReportDraft *
answer (const Request  *request,
        GError        **error)
{
  g_autoptr (AtlasReportDraft) self = g_new0 (AtlasReportDraft, 1);
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (request->dataset_path, ATLAS_DATASET_READ_ONLY, error);
  g_autoptr (AtlasCatalogue) catalogue = dataset != NULL ? atlas_catalogue_new (dataset, error) : NULL;

  if (catalogue == NULL)
    return NULL;
  self->report = atlas_report_build (dataset, catalogue, &request->report, error);
  if (self->report == NULL)
    return NULL;
  self->dataset_hash = atlas_dataset_dup_hash (dataset, error);
  return self->dataset_hash != NULL ? g_steal_pointer (&self) : NULL;
}

static void
make_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      request,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasReportDraft *draft = answer (request, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, (GDestroyNotify) atlas_report_draft_free);
  else
    g_task_return_error (task, error);
}

void
atlas_report_draft_make (AtlasSession        *session,
                         GObject             *owner,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = atlas_owned_task_new (owner, NULL, callback, user_data);

  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (atlas_session_get_dataset (session) != NULL);

  g_task_set_source_tag (task, atlas_report_draft_make);
  g_task_set_task_data (task, request_new (session), (GDestroyNotify) request_free);
  g_task_run_in_thread (task, make_in_worker);
}

AtlasReportDraft *
atlas_report_draft_make_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
atlas_report_draft_save (AtlasReportDraft  *self,
                         const char        *path,
                         GError           **error)
{
  g_autoptr (AtlasReportPages) pages = NULL;

  g_return_val_if_fail (self->report != NULL, FALSE);

  pages = atlas_report_pages_new (g_steal_pointer (&self->report));
  return atlas_report_save_pdf (pages, self->dataset_hash, path, error);
}
