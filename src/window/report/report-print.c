/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-print.h"

static char *
settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "shegong-atlas", "print-settings", NULL);
}

static void
load_settings (GtkPrintOperation *operation)
{
  g_autofree char *path = settings_path ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_file (path, NULL);

  if (settings == NULL)
    settings = gtk_print_settings_new ();
  gtk_print_operation_set_print_settings (operation, settings);
}

/* A folder that cannot be written is no reason for a message after a page was printed. */
static void
save_settings (GtkPrintOperation *operation)
{
  g_autofree char *path = settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  gtk_print_settings_to_file (gtk_print_operation_get_print_settings (operation), path, NULL);
}

/* Without an explicit size GTK prints Letter in half of the world's locales. */
static GtkPageSetup *
create_page_setup (const char *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             AtlasReportSheets *sheets)
{
  gtk_print_operation_set_n_pages (operation, (int) atlas_report_sheets_get_n (sheets));
  return TRUE;
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       AtlasReportSheets *sheets)
{
  double width;
  double height;

  atlas_report_sheets_get_size (sheets, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* Pages are laid out for their paper; on any other they are made to fit. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              AtlasReportSheets *sheets)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width;
  double height;
  double scale;

  atlas_report_sheets_get_size (sheets, (guint) page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  if (scale < 0.995 || scale > 1.005)
    cairo_scale (cr, scale, scale);
  atlas_report_sheets_draw (sheets, (guint) page, cr);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (operation);
}

GtkPrintOperation *
atlas_report_print_new (AtlasReportSheets *sheets,
                        const char        *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup (paper);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, atlas_report_sheets_get_title (sheets));
  load_settings (operation);

  g_object_set_data_full (G_OBJECT (operation), "sheets", atlas_report_sheets_ref (sheets),
                          (GDestroyNotify) atlas_report_sheets_unref);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), sheets);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), sheets);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), sheets);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
  return operation;
}
