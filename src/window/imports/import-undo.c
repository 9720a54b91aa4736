/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-undo.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/undo.h"
#include "window/imports/import-text.h"
#include "window/parts/owned-task.h"
#include "window/parts/worker.h"
#include "window/state/inquiry.h"

typedef struct {
  char *dataset_path;
  gint64 import_id;
} Job;

static void
job_free (Job *job)
{
  g_free (job->dataset_path);
  g_free (job);
}

/* By a connection of its own. Once it returns, the program may end: the dataset is closed before, unless it was cancelled too
 * late, as in import-job.c. */
static void
undo_in_worker (GTask        *task,
                gpointer      window,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (job->dataset_path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasImportRecord) record = NULL;

  if (dataset != NULL)
    record = atlas_import_undo (dataset, job->import_id, NULL, NULL, cancellable, &error);
  if (!g_cancellable_is_cancelled (cancellable))
    g_clear_object (&dataset);
  if (record != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
undone (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  AtlasMainWindow *window = ATLAS_MAIN_WINDOW (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *message = g_strdup_printf (_("Import %lld was taken back"), (long long) job->import_id);
  g_autoptr (GError) error = NULL;
  gboolean success = g_task_propagate_boolean (G_TASK (result), &error);

  if (atlas_main_window_end_work (window))
    return;
  atlas_session_notice_change (atlas_main_window_get_session (window));
  if (success)
    atlas_main_window_say (window, message, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    atlas_main_window_show_error (window, _("The import was not taken back"), error);
}

static void
start (AtlasMainWindow *window,
       gint64           import_id)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = atlas_owned_task_new (window, cancellable, undone, NULL);
  g_autofree char *message = g_strdup_printf (_("Taking back import %lld…"), (long long) import_id);
  Job *job = g_new0 (Job, 1);

  job->dataset_path = g_strdup (atlas_dataset_get_path (atlas_session_get_dataset (atlas_main_window_get_session (window))));
  job->import_id = import_id;
  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  atlas_main_window_begin_work (window);
  atlas_main_window_say_busy (window, message, cancellable);
  atlas_worker_run (task, undo_in_worker);
}

static void
answered (AdwMessageDialog *dialog,
          const char       *response,
          gpointer          import_id)
{
  if (strcmp (response, "undo") == 0)
    start (ATLAS_MAIN_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), *(gint64 *) import_id);
}

/* Which import it is, and what becomes of its rows; (transfer full). */
static char *
dup_body (const AtlasImportRecord *record)
{
  g_autofree char *when = atlas_import_dup_time (record->imported_at);
  GString *text = g_string_new (NULL);

  /* Translators: the number of an import, and when it was */
  g_string_append_printf (text, _("Import %lld of %s:"), (long long) record->import_id, when);
  for (guint i = 0; i < record->inputs->len; i++)
    {
      g_autofree char *line = atlas_import_dup_record (g_ptr_array_index (record->inputs, i));

      g_string_append_printf (text, "\n%s", line);
    }
  g_string_append_printf (text, "\n\n%s", _("Its rows go, and rows that it changed become again what they were before."));
  return g_string_free (text, FALSE);
}

static void
ask (AtlasMainWindow         *window,
     const AtlasImportRecord *record,
     const char              *heading)
{
  g_autofree char *body = dup_body (record);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "undo", _("_Take Back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "undo", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), g_memdup2 (&record->import_id, sizeof record->import_id),
                         (GClosureNotify) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Of each window: the import that is looked for. */
typedef struct {
  GCancellable *cancellable; /* (nullable) */
  gint64 import_id;
} Search;

static Search *
get_search (AtlasMainWindow *window)
{
  Search *search = g_object_get_data (G_OBJECT (window), "import-to-undo");

  if (search == NULL)
    {
      search = g_new0 (Search, 1);
      g_object_set_data_full (G_OBJECT (window), "import-to-undo", search, g_free);
    }
  return search;
}

static gpointer
find_import (AtlasDataset    *dataset,
             AtlasCatalogue  *catalogue,
             gconstpointer    import_id,
             GError         **error)
{
  return atlas_import_history_find (dataset, *(const gint64 *) import_id, error);
}

/* ANSWER (transfer full) (nullable). */
static void
found (gpointer      object,
       gpointer      answer,
       const GError *error)
{
  AtlasMainWindow *window = object;
  g_autoptr (AtlasImportRecord) record = answer;
  gint64 import_id = get_search (window)->import_id;
  g_autofree char *heading = g_strdup_printf (_("Take Back Import %lld?"), (long long) import_id);

  if (!gtk_widget_get_mapped (GTK_WIDGET (window))) /* closed meanwhile */
    return;
  if (record == NULL)
    atlas_main_window_show_error (window, _("No import can be taken back"), error);
  else
    ask (window, record, import_id == 0 ? _("Take Back the Last Import?") : heading);
}

void
atlas_import_undo_ask (AtlasMainWindow *window,
                       gint64           import_id)
{
  static const AtlasInquiry inquiry = { find_import, found, g_free, (GDestroyNotify) atlas_import_record_free };
  Search *search = get_search (window);

  search->import_id = import_id;
  atlas_inquiry_begin (&inquiry, atlas_main_window_get_session (window), window, &search->cancellable,
                       g_memdup2 (&import_id, sizeof import_id));
}
