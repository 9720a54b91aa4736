/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/inquiry.h"

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"
#include "window/state/session-private.h"

/* What the worker has. */
typedef struct {
  const AtlasInquiry *inquiry;
  AtlasDataset *origin;
  AtlasCatalogue *catalogue;
  gpointer data;
} Work;

/* What stays with the main loop. */
typedef struct {
  const AtlasInquiry *inquiry;
  AtlasSession *session;
  GCancellable **cancellable;
} Begun;

static void
work_free (Work *self)
{
  if (self->data != NULL && self->inquiry->free_data != NULL)
    self->inquiry->free_data (self->data);
  g_object_unref (self->origin);
  atlas_catalogue_unref (self->catalogue);
  g_free (self);
}

/* The connection is closed before the answer is given: whoever has it may end the program, or write. */
static gpointer
ask (const Work  *work,
     GError     **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open_again (work->origin, error);

  return dataset != NULL ? work->inquiry->ask (dataset, work->catalogue, work->data, error) : NULL;
}

static void
ask_in_worker (GTask        *task,
               gpointer      nothing,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gpointer answer;

  if (g_task_return_error_if_cancelled (task))
    return;
  answer = ask (work, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, work->inquiry->free_answer);
  else
    g_task_return_error (task, error);
}

static void
answered_cb (GObject      *owner,
             GAsyncResult *result,
             gpointer      user_data)
{
  Begun *begun = user_data;
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  begun->session->n_inquiries--;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_object (begun->cancellable);
      begun->inquiry->show (owner, answer, error);
    }
  g_object_unref (begun->session);
  g_free (begun);
}

void
atlas_inquiry_begin (const AtlasInquiry  *self,
                     AtlasSession        *session,
                     gpointer             owner,
                     GCancellable       **cancellable,
                     gpointer             data)
{
  Begun *begun = g_new0 (Begun, 1);
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  atlas_inquiry_stop (cancellable);
  *cancellable = g_cancellable_new ();
  *begun = (Begun) { self, g_object_ref (session), cancellable };
  *work = (Work) { self, g_object_ref (session->dataset), atlas_catalogue_ref (session->catalogue), data };
  task = atlas_owned_task_new (owner, *cancellable, answered_cb, begun);
  g_task_set_source_tag (task, atlas_inquiry_begin);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  session->n_inquiries++;
  atlas_worker_run (task, ask_in_worker);
}

void
atlas_inquiry_stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}
