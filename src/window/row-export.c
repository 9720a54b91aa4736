/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/row-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/table-export.h"
#include "window/file-job.h"

typedef struct {
  AtlasRowIndex *rows;
  gboolean unmasked;
  char *dataset_path;
  char *path;
} Job;

static void
job_free (Job *job)
{
  atlas_row_index_unref (job->rows);
  g_free (job->dataset_path);
  g_free (job->path);
  g_free (job);
}

/* By a connection of its own, which is closed once it returns: the program may end then. */
static gboolean
write_rows (gpointer       what,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = what;
  AtlasExportOptions options = { .unmasked = job->unmasked, .rows = job->rows, .cancellable = cancellable };
  const char *table = atlas_row_index_get_query (job->rows)->table->name;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (job->dataset_path, ATLAS_DATASET_READ_ONLY, error);

  return dataset != NULL && atlas_table_export (dataset, table, path, &options, error);
}

static void
start (AtlasMainWindow *window,
       Job             *job)
{
  AtlasFileJob *file_job = atlas_file_job_new (job, (GDestroyNotify) job_free, write_rows, _("The table was not written"));

  atlas_file_job_start (file_job, window, job->path);
}

static void
answered (AdwMessageDialog *dialog,
          const char       *response)
{
  Job *job = g_object_steal_data (G_OBJECT (dialog), "job");

  job->unmasked = strcmp (response, "full") == 0;
  if (strcmp (response, "cancel") != 0)
    start (ATLAS_MAIN_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), job);
  else
    job_free (job);
}

/* What leaves the program with full names is personal data in a file that anybody can open. */
static void
ask (AtlasMainWindow *window,
     Job             *job)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Write Full Names?"),
                                              _("The file would hold names and certificate numbers in full. That is personal "
                                                "data: keep it only where the law and your office allow it, and do not pass it "
                                                "on. Masked, the rows can still be counted and sorted."));

  g_object_set_data_full (G_OBJECT (dialog), "job", job, (GDestroyNotify) job_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "masked", _("Write _Masked"),
                                    "full", _("Write _Full Names"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "full", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "masked");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
atlas_row_export (AtlasMainWindow *window,
                  AtlasRowIndex   *rows,
                  const char      *path)
{
  const AtlasRowQuery *query = atlas_row_index_get_query (rows);
  Job *job = g_new0 (Job, 1);

  job->rows = atlas_row_index_ref (rows);
  job->dataset_path = g_strdup (atlas_dataset_get_path (atlas_session_get_dataset (atlas_main_window_get_session (window))));
  job->path = g_strdup (path);
  if (query->unmasked && strcmp (query->table->name, "personnel") == 0)
    ask (window, job);
  else
    start (window, job);
}
