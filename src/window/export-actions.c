/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/export-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-file.h"
#include "dataset/registers/register-names.h"
#include "reports/report-file.h"
#include "reports/report-template.h"
#include "window/file-dialog.h"
#include "window/report-print.h"
#include "window/row-export.h"
#include "window/table-file.h"

/* A picture is made for a page of text: as wide as one, at twice the resolution of a screen. */
#define PICTURE_WIDTH 720
#define PICTURE_SCALE 2

/* On Compare the comparison, else a brief of the region. */
static AtlasReport *
build_report (AtlasSession  *session,
              GError       **error)
{
  const char *const *compare = atlas_session_get_compare (session);
  const char *region[] = { atlas_session_get_region (session), NULL };
  gboolean compares = strcmp (atlas_session_get_page (session), "compare") == 0
                      && g_strv_length ((char **) compare) >= 2;
  AtlasReportRequest request = {
    .template_name = compares ? "comparison" : "brief",
    .regions = compares ? compare : region,
    .year = atlas_session_get_last_year (session),
  };

  return atlas_report_build (atlas_session_get_dataset (session), atlas_session_get_catalogue (session), &request,
                             error);
}

typedef struct {
  AtlasReport *report;
  char *dataset_path;
  char *path;
} PdfJob;

static void
pdf_job_free (PdfJob *job)
{
  g_clear_pointer (&job->report, atlas_report_free);
  g_free (job->dataset_path);
  g_free (job->path);
  g_free (job);
}

/* By a connection of its own: the hash reads the whole file, and is not to hold up the window; (transfer full). */
static char *
hash_dataset (const char  *path,
              GError     **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, error);

  return dataset != NULL ? atlas_dataset_dup_hash (dataset, error) : NULL;
}

/* In a worker: the report holds immutable tables only, and asks the dataset nothing more. */
static void
write_pdf (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  PdfJob *job = data;
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (g_steal_pointer (&job->report));
  GError *error = NULL;
  g_autofree char *hash = hash_dataset (job->dataset_path, &error);

  if (hash != NULL && atlas_report_save_pdf (pages, hash, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
pdf_written_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  AtlasMainWindow *window = ATLAS_MAIN_WINDOW (object);
  PdfJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    atlas_main_window_say_written (window, job->path);
  else
    atlas_main_window_show_error (window, _("The report was not written"), error);
}

static void
export_pdf (const char *path,
            gpointer    user_data)
{
  AtlasMainWindow *window = user_data;
  AtlasSession *session = atlas_main_window_get_session (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  PdfJob *job = g_new0 (PdfJob, 1);

  job->path = g_strdup (path);
  job->dataset_path = g_strdup (atlas_dataset_get_path (atlas_session_get_dataset (session)));
  job->report = build_report (session, &error);
  if (job->report == NULL)
    {
      atlas_main_window_show_error (window, _("The report was not written"), error);
      pdf_job_free (job);
      return;
    }
  task = g_task_new (window, NULL, pdf_written_cb, NULL);
  g_task_set_source_tag (task, export_pdf);
  g_task_set_task_data (task, job, (GDestroyNotify) pdf_job_free);
  g_task_run_in_thread (task, write_pdf);
}

static void
export_image (const char *path,
              gpointer    user_data)
{
  AtlasMainWindow *window = user_data;
  AtlasPage *page = atlas_main_window_get_page (window);
  g_autoptr (AtlasChartSpec) chart = page != NULL ? atlas_page_dup_chart (page) : NULL;
  g_autoptr (GError) error = NULL;

  if (chart == NULL)
    {
      atlas_main_window_say (window, _("There is no chart on this page"), NULL);
      return;
    }
  chart->show_titles = TRUE;
  chart->show_source = TRUE;
  if (atlas_chart_save (chart, atlas_chart_style_print (), PICTURE_WIDTH, 0, PICTURE_SCALE, path, &error))
    atlas_main_window_say_written (window, path);
  else
    atlas_main_window_show_error (window, _("The picture was not written"), error);
}

static void
export_table (const char *path,
              gpointer    user_data)
{
  AtlasMainWindow *window = user_data;
  AtlasPage *page = atlas_main_window_get_page (window);
  g_autoptr (AtlasRowIndex) rows = page != NULL ? atlas_page_ref_rows (page) : NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GError) error = NULL;

  if (rows != NULL)
    {
      atlas_row_export (window, rows, path);
      return;
    }
  tables = page != NULL ? atlas_page_dup_tables (page) : g_ptr_array_new ();
  if (atlas_table_file_save (tables, path, &error))
    atlas_main_window_say_written (window, path);
  else
    atlas_main_window_show_error (window, _("The table was not written"), error);
}

/* "Ningxia, Wuzhong": what the files are proposed to be called after; (transfer full). */
static char *
propose_name (AtlasSession *session)
{
  g_autoptr (GString) name = g_string_new (NULL);
  AtlasRegionTree *regions = atlas_catalogue_get_regions (atlas_session_get_catalogue (session));
  const char *region[] = { atlas_session_get_region (session), NULL };
  const char *const *codes = atlas_session_get_compare (session);

  if (strcmp (atlas_session_get_page (session), "compare") != 0 || codes[0] == NULL)
    codes = region;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *short_name = atlas_region_dup_short_name (atlas_region_tree_lookup (regions, codes[i]));

      /* Translators: stands between the regions in a file name, such as “Ningxia, Dali.pdf” */
      g_string_append_printf (name, "%s%s", i > 0 ? C_("in a file name", ", ") : "", short_name);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Does it at once for a path, else asks where. NAME (nullable) is proposed for the file, else the regions shown. */
static void
export (AtlasMainWindow     *window,
        GVariant            *parameter,
        const char          *title,
        const char          *name,
        const AtlasFileKind *kinds,
        AtlasFileChosen      write)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *proposed = NULL;

  if (atlas_session_get_dataset (atlas_main_window_get_session (window)) == NULL)
    return;
  if (path[0] != '\0')
    {
      write (path, window);
      return;
    }
  proposed = name != NULL ? g_strdup (name) : propose_name (atlas_main_window_get_session (window));
  atlas_file_dialog_save (GTK_WINDOW (window), title, proposed, kinds, write, G_OBJECT (window));
}

static void
export_pdf_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       window)
{
  const AtlasFileKind kinds[] = { { _("PDF documents"), ".pdf" }, { NULL } };

  export (window, parameter, _("Export Report"), NULL, kinds, export_pdf);
}

static void
export_image_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
{
  const AtlasFileKind kinds[] = {
    { _("PNG pictures"), ".png" }, { _("SVG drawings"), ".svg" }, { _("PDF documents"), ".pdf" }, { NULL },
  };

  export (window, parameter, _("Export Picture"), NULL, kinds, export_image);
}

static void
export_table_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
{
  const AtlasFileKind kinds[] = { { _("Excel workbooks"), ".xlsx" }, { _("CSV files"), ".csv" }, { NULL } };
  AtlasPage *page = atlas_main_window_get_page (window);
  g_autoptr (AtlasRowIndex) rows = page != NULL ? atlas_page_ref_rows (page) : NULL;
  const char *name = rows != NULL ? atlas_table_get_title (atlas_row_index_get_query (rows)->table) : NULL;

  export (window, parameter, _("Export Table"), name, kinds, export_table);
}

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               AtlasMainWindow         *window)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  atlas_main_window_show_error (window, _("The report was not printed"), error);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  AtlasMainWindow *window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  AtlasReport *report;

  if (atlas_session_get_dataset (atlas_main_window_get_session (window)) == NULL)
    return;
  report = build_report (atlas_main_window_get_session (window), &error);
  if (report == NULL)
    {
      atlas_main_window_show_error (window, _("The report was not printed"), error);
      return;
    }
  operation = atlas_report_print_new (atlas_report_pages_new (report));
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), window, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), NULL);
}

void
atlas_export_actions_add (AtlasMainWindow *window)
{
  static const GActionEntry entries[] = {
    { "export-pdf", export_pdf_cb, "s" },
    { "export-image", export_image_cb, "s" },
    { "export-table", export_table_cb, "s" },
    { "print", print_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
