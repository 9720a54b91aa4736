/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "main-window-fixture.h"
#include "reports/report-template.h"
#include "window-test.h"
#include "window/pages/card-page.h"
#include "window/pages/overview-page.h"
#include "window/parts/busy-bar.h"
#include "window/report/report-print.h"

/* Runs ACTION with a path in the folder of the tests; (transfer full): what it wrote. */
static char *
export (MainWindow *fixture,
        const char *action,
        const char *name,
        gsize      *length)
{
  g_autofree char *path = main_window_dup_path (name);
  char *contents = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, g_variant_new_string (path));
  window_test_settle (window_test_has_file, path);
  window_test_settle (NULL, NULL);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  g_unlink (path);
  return contents;
}

static void
test_exports (MainWindow    *fixture,
              gconstpointer  data)
{
  gsize length;
  g_autofree char *pdf = export (fixture, "export-pdf", "report.pdf", &length);
  g_autofree char *png = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = NULL;

  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  png = export (fixture, "export-image", "chart.png", &length);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  csv = export (fixture, "export-table", "table.csv", &length);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF"));
  g_assert_nonnull (strstr (csv, "4072"));
  xlsx = export (fixture, "export-table", "table.xlsx", &length);
  g_assert_cmpmem (xlsx, 4, "PK\x03\x04", 4);
}

/* Whether a line of CSV begins with BEGINNING. */
static gboolean
has_line (const char *csv,
          const char *beginning)
{
  g_autofree char *text = g_strconcat ("\r\n", beginning, NULL);

  return strstr (csv, text) != NULL;
}

static gboolean
is_page_complete (gpointer page)
{
  return atlas_page_is_complete (page);
}

/* What a page shows beside its charts is in the file too: key figures, what needs attention, differences and lists. */
static void
test_lists_are_exported (MainWindow    *fixture,
                         gconstpointer  data)
{
  gsize length;
  g_autofree char *compare = export (fixture, "export-table", "compare.csv", &length);
  g_autofree char *overview = NULL;
  g_autofree char *trends = NULL;

  g_assert_true (has_line (compare, "Certified social workers (people),\"4,072\","));
  main_window_activate (fixture, "win.select-region::640000");
  main_window_activate (fixture, "win.show-page::overview");
  window_test_settle (is_page_complete, atlas_main_window_get_page (fixture->window));
  overview = export (fixture, "export-table", "overview.csv", &length);
  g_assert_true (has_line (overview, "Certified social workers · 2023,\"4,072 people\","));
  g_assert_true (has_line (overview, "Coverage is claimed as 100.0%; 242 stations in 243 townships (2023) give 99.6%,"));
  main_window_activate (fixture, "win.select-region::000000");
  main_window_activate (fixture, "win.show-page::trends");
  window_test_settle (is_page_complete, atlas_main_window_get_page (fixture->window));
  trends = export (fixture, "export-table", "trends.csv", &length);
  g_assert_true (has_line (trends, "2017,\"326,574 people\",shown,"));
  g_assert_true (has_line (trends, "2017,\"about 327,000 people\",not chosen,"));
}

/* A table that is exported right after a choice is of what was chosen, with its ranks: at the end of 2023 three stations in Yinchuan,
 * two in Wuzhong and none elsewhere in Ningxia. */
static void
test_choice_is_exported (MainWindow    *fixture,
                         gconstpointer  data)
{
  static const char stations[] =
    "station_id,name,tier,region_code,status,opened_on\n"
    "s1,甲站,township_station,640104001,operating,2021-03-01\ns2,乙站,township_station,640104002,operating,2021-03-01\n"
    "s3,丙站,township_station,640104003,operating,2021-03-01\ns4,丁站,township_station,640302100,operating,2021-03-01\n"
    "s5,戊站,township_station,640302101,operating,2021-03-01\n";
  g_autofree char *csv = NULL;
  gsize length;

  window_test_import (atlas_session_get_dataset (fixture->session), "stations", "2023-12-31", "640000", stations);
  main_window_activate (fixture, "win.compare(['640000','532900'])");
  main_window_start (fixture, "win.compare(['640100','640300'])");
  csv = export (fixture, "export-table", "chosen.csv", &length);
  g_test_message ("%s", csv);
  g_assert_true (has_line (csv, "Social work station network (stations),3,rank 1 of 5,2,,rank 2 of 5\r\n"));
}

static gboolean
is_idle (gpointer window)
{
  return g_action_group_get_action_enabled (window, "print");
}

static void
assert_message (MainWindow *fixture,
                const char *heading,
                const char *says)
{
  GtkWidget *dialog;

  window_test_settle (is_idle, fixture->window);
  window_test_settle (NULL, NULL);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), says));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_export_that_fails (MainWindow    *fixture,
                        gconstpointer  data)
{
  main_window_start (fixture, "win.export-table::/nonexistent/table.csv");
  assert_message (fixture, "The table was not written", "/nonexistent/table.csv");
  main_window_start (fixture, "win.export-image::/nonexistent/chart.png");
  assert_message (fixture, "The picture was not written", "/nonexistent/chart.png");
  main_window_start (fixture, "win.export-pdf::/nonexistent/report.pdf");
  assert_message (fixture, "The report was not written", "/nonexistent/report.pdf");
}

/* Where there is nothing to report on, nobody is asked first where to. */
static void
test_export_of_nothing (MainWindow    *fixture,
                        gconstpointer  data)
{
  main_window_activate (fixture, "win.select-region::820000");
  main_window_activate (fixture, "win.show-page::overview");
  main_window_start (fixture, "win.export-pdf::");
  g_assert_null (window_test_find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG));
  assert_message (fixture, "The report was not written", "There is no figure of Macao: import its registers or enter what has been published");
  main_window_start (fixture, "win.print");
  assert_message (fixture, "The report was not printed", "There is no figure of Macao: import its registers or enter what has been published");
}

/* While a report is made in a worker the main loop runs on, and another export has to wait. */
static void
test_export_in_background (MainWindow    *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = main_window_dup_path ("background.pdf");
  g_autofree char *action = g_strdup_printf ("win.export-pdf::%s", path);

  g_assert_true (is_idle (fixture->window));
  main_window_start (fixture, action);
  g_assert_false (is_idle (fixture->window));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  window_test_settle (is_idle, fixture->window);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
}

/* A report that was begun is written even if the window is closed meanwhile. */
static void
test_close_while_exporting (MainWindow    *fixture,
                            gconstpointer  data)
{
  g_autofree char *path = main_window_dup_path ("late.pdf");
  g_autofree char *action = g_strdup_printf ("win.export-pdf::%s", path);

  main_window_start (fixture, action);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_test_settle (window_test_has_file, path);
  window_test_settle (NULL, NULL);
  g_unlink (path);
  fixture->window = atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), fixture->settings);
}

static void
test_print (MainWindow    *fixture,
            gconstpointer  data)
{
  const char *regions[] = { "640000", NULL };
  AtlasReportRequest request = { .template_name = "brief", .regions = regions };
  g_autofree char *path = main_window_dup_path ("print.pdf");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  AtlasReport *report = atlas_report_build (atlas_session_get_dataset (fixture->session),
                                            atlas_session_get_catalogue (fixture->session), &request, &error);
  g_autoptr (AtlasReportPages) pages = NULL;
  g_autoptr (AtlasReportSheets) sheets = NULL;
  guint n_pages;

  g_assert_no_error (error);
  pages = atlas_report_pages_new (report);
  n_pages = atlas_report_pages_get_n_pages (pages);
  sheets = atlas_report_sheets_new (pages);
  operation = atlas_report_print_new (sheets, GTK_PAPER_NAME_A4);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, (int) n_pages);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_unlink (path);
}

static gboolean
can_export (gpointer window)
{
  return g_action_group_get_action_enabled (window, "export-pdf");
}

/* A report that is cancelled is not written, and nothing more is said of it. */
static void
test_cancel (MainWindow    *fixture,
             gconstpointer  data)
{
  g_autofree char *path = main_window_dup_path ("cancelled.pdf");
  g_autofree char *action = g_strconcat ("win.export-pdf::", path, NULL);
  GtkWidget *bar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_BUSY_BAR);

  main_window_start (fixture, action);
  g_assert_false (can_export (fixture->window));
  atlas_busy_bar_cancel (ATLAS_BUSY_BAR (bar));
  window_test_settle (can_export, fixture->window);
  window_test_settle (NULL, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
}

int
main (int    argc,
      char **argv)
{
  static const MainWindowTest tests[] = {
    { "exports", test_exports },
    { "lists", test_lists_are_exported },
    { "choice", test_choice_is_exported },
    { "export-that-fails", test_export_that_fails },
    { "export-of-nothing", test_export_of_nothing },
    { "export-in-background", test_export_in_background },
    { "close-while-exporting", test_close_while_exporting },
    { "cancel", test_cancel },
    { "print", test_print },
  };

  return main_window_run (&argc, &argv, "/window-exports/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
