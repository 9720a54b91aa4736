/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "dataset/registers/import.h"
#include "register-window.h"
#include "window-test.h"
#include "window/source-panel.h"

#define HEAD "站点编号,站点名称,层级,行政区划代码,状态,启用日期\n"

static void
import (RegisterWindow *window,
        const char     *text)
{
  AtlasImportOptions options = { .as_of = (char *) "2023-12-31" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AtlasImportResult) result = atlas_import_run_bytes (atlas_session_get_dataset (window->session), bytes,
                                                                 "stations.csv", &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->import_id, >, 0);
  window_test_settle_answers (window->session);
}

/* Two imports; the second changes one row of the first and adds one. */
static void
import_two (RegisterWindow *window)
{
  import (window, HEAD "n1,甲,乡镇社工站,640303100,运行,2020-05-01\nn2,乙,乡镇社工站,640303101,运行,2020-05-01\n");
  import (window, HEAD "n1,新名,乡镇社工站,640303100,运行,2020-05-01\nn3,丙,乡镇社工站,640303200,运行,2020-05-01\n");
}

static AtlasTextGrid *
show (RegisterWindow *window)
{
  atlas_data_page_show_table (window->page, "imports");
  window_test_settle_answers (window->session);
  return atlas_imports_view_get_grid (atlas_data_page_get_imports (window->page));
}

/* The newest first; what one brought is seen when it is activated. */
static void
test_history (RegisterWindow *window,
              gconstpointer   data)
{
  AtlasTextGrid *grid;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  AtlasRowGrid *rows;

  grid = show (window);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (window->page), "Nothing Imported Yet"));
  import_two (window);
  text = atlas_text_grid_dup_tsv (grid);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "Import\tWhen\tTable\tFile\tAs of\tNew\tChanged\tAs before\tRejected");
  g_assert_true (g_str_has_prefix (lines[1], "2\t"));
  g_assert_true (g_str_has_suffix (lines[1], "\tStations\tstations.csv\t2023-12-31\t1\t1\t0\t0"));
  g_assert_true (g_str_has_prefix (lines[2], "1\t"));
  g_assert_true (g_str_has_suffix (lines[2], "\tStations\tstations.csv\t2023-12-31\t2\t0\t0\t0"));
  atlas_session_set_region (window->session, "110000");
  g_signal_emit_by_name (grid, "row-activated", 1);
  rows = register_window_load (window);
  g_assert_cmpint (atlas_row_grid_get_query (rows)->import_id, ==, 1);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (rows), ==, 1);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (window->page), "n2"));
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (window->page), "1 row: 1 new · 1 has been changed again since"));
}

static void
assert_shows (RegisterWindow *window,
              const char     *text)
{
  if (window_test_find_label (GTK_WIDGET (window->page), text) == NULL)
    g_error ("“%s” is not shown", text);
}

/* What the chosen import did to rows, with what they were before; the changed ones first. */
static void
test_changes (RegisterWindow *window,
              gconstpointer   data)
{
  AtlasTextGrid *grid;
  GtkWidget *button;

  import_two (window);
  grid = show (window);
  button = window_test_find_button (GTK_WIDGET (window->page), "Show Changes");
  g_assert_false (gtk_widget_get_sensitive (button));
  atlas_text_grid_select (grid, 0);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (atlas_row_grid_get_n_rows (register_window_load (window)), ==, 2);
  assert_shows (window, "2 rows: 1 new, 1 changed");
  assert_shows (window, "Change");
  assert_shows (window, "Changed");
  assert_shows (window, "New");
  assert_shows (window, "甲 → 新名");
  assert_shows (window, "丙");
  atlas_data_page_show_rows (window->page, "stations", 0);
  register_window_load (window);
  assert_shows (window, "3 rows");
  assert_shows (window, "新名");
  g_assert_null (window_test_find_label (GTK_WIDGET (window->page), "Change"));
}

static gboolean
has_changed (gpointer n_changes)
{
  return *(guint *) n_changes > 0;
}

static void
count_change (gpointer data)
{
  ++*(guint *) data;
}

static void
answer (RegisterWindow *window,
        const char     *response)
{
  AdwMessageDialog *dialog;
  const char *body;

  register_window_activate (window, "undo-import", NULL);
  window_test_settle_answers (window->session);
  dialog = ADW_MESSAGE_DIALOG (window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog);
  body = adw_message_dialog_get_body (dialog);
  g_assert_true (g_str_has_prefix (body, "Import 2 of "));
  g_assert_nonnull (strstr (body, ":\nstations.csv: 1 new, 1 changed\n"));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Only when it is confirmed; then all is as it was before. */
static void
test_undo (RegisterWindow *window,
           gconstpointer   data)
{
  guint n_changes = 0;

  import_two (window);
  g_signal_connect_swapped (window->session, "dataset-changed", G_CALLBACK (count_change), &n_changes);
  answer (window, "cancel");
  window_test_settle_answers (window->session);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 3);
  answer (window, "undo");
  window_test_settle (has_changed, &n_changes);
  g_signal_handlers_disconnect_by_data (window->session, &n_changes);
  g_assert_cmpint (register_window_count (window->path, "stations WHERE name <> '新名'"), ==, 2);
  g_assert_cmpuint (atlas_text_grid_get_n_rows (show (window)), ==, 1);
}

static gboolean
has_dialog (gpointer data)
{
  return window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static AdwMessageDialog *
find_dialog (void)
{
  window_test_settle (has_dialog, NULL);
  return ADW_MESSAGE_DIALOG (window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
}

/* Takes back the import in ROW of the list, where the dialog asks whether HEADING. */
static void
take_back (RegisterWindow *window,
           guint           row,
           const char     *heading)
{
  AtlasTextGrid *grid = show (window);
  AdwMessageDialog *dialog;

  atlas_text_grid_select (grid, row);
  window_test_press_button (GTK_WIDGET (window->page), "Take Back…");
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  adw_message_dialog_response (dialog, "undo");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* An older one only where no later one has changed its rows: it is said which has. */
static void
test_older (RegisterWindow *window,
            gconstpointer   data)
{
  guint n_changes = 0;
  AdwMessageDialog *dialog;

  import_two (window);
  import (window, HEAD "n4,丁,乡镇社工站,640303200,运行,2020-05-01\n");
  take_back (window, 2, "Take Back Import 1?");
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The import was not taken back");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "import 2 has changed rows of it since (Stations “n1”)"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_settle_answers (window->session);
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 4);
  g_signal_connect_swapped (window->session, "dataset-changed", G_CALLBACK (count_change), &n_changes);
  take_back (window, 1, "Take Back Import 2?");
  window_test_settle (has_changed, &n_changes);
  g_signal_handlers_disconnect_by_data (window->session, &n_changes);
  g_assert_cmpint (register_window_count (window->path, "stations WHERE name IN ('甲', '乙', '丁')"), ==, 3);
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 3);
}

/* There is nothing to take back. */
static void
test_no_import (RegisterWindow *window,
                gconstpointer   data)
{
  AdwMessageDialog *dialog;

  register_window_activate (window, "undo-import", NULL);
  window_test_settle_answers (window->session);
  dialog = ADW_MESSAGE_DIALOG (window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "No import can be taken back");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A figure that was counted leads to the rows it was counted from. */
static void
test_source (RegisterWindow *window,
             gconstpointer   data)
{
  const char *codes[] = { "640303", NULL };
  g_autoptr (AtlasQuestion) question = atlas_question_new ("stations");
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *panel;
  AtlasRowGrid *rows;

  import_two (window);
  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, 2023, 2023);
  atlas_question_set_where (question, "tier", "township_station");
  table = atlas_session_ask (window->session, question, &error);
  g_assert_no_error (error);
  g_assert_cmpint (atlas_table_get_row (table, 0)->basis, ==, ATLAS_BASIS_REGISTERS);
  g_assert_cmpfloat (atlas_table_get_row (table, 0)->value, ==, 3);
  atlas_session_set_page (window->session, "overview");
  atlas_session_set_selection (window->session, table, 0);
  window_test_settle_answers (window->session);
  panel = window_test_find_widget (GTK_WIDGET (window->window), ATLAS_TYPE_SOURCE_PANEL);
  g_assert_nonnull (panel);
  window_test_press_button (panel, "Show Rows");
  window_test_settle_answers (window->session);
  g_assert_cmpstr (atlas_session_get_page (window->session), ==, "data");
  g_assert_cmpstr (atlas_session_get_region (window->session), ==, "640303");
  rows = register_window_load (window);
  g_assert_cmpstr (atlas_row_grid_get_query (rows)->within, ==, "640303");
  g_assert_cmpuint (atlas_row_grid_get_n_rows (rows), ==, 3);
}

static gboolean
has_answers (gpointer page)
{
  return atlas_page_is_complete (page);
}

/* Who else writes into the file makes nothing wait, and nothing be said that is not so. */
static void
test_locked (RegisterWindow *window,
             gconstpointer   data)
{
  AtlasTextGrid *grid;
  sqlite3 *db;

  import_two (window);
  g_assert_cmpint (sqlite3_open (window->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_data_page_show_table (window->page, "imports");
  for (int i = 0; i < 5; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (atlas_page_is_complete (ATLAS_PAGE (window->page)));
  g_assert_null (window_test_find_label (GTK_WIDGET (window->page), "The Imports Could Not Be Read"));
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  window_test_settle (has_answers, window->page);
  grid = atlas_imports_view_get_grid (atlas_data_page_get_imports (window->page));
  g_assert_cmpuint (atlas_text_grid_get_n_rows (grid), ==, 2);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_session_notice_change (window->session);
  atlas_data_page_show_table (window->page, "stations");
  for (int i = 0; i < 5; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (atlas_page_is_complete (ATLAS_PAGE (window->page)));
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (register_window_load (window)), ==, 3);
  g_assert_nonnull (window_test_find_button (GTK_WIDGET (window->page), "Last Import"));
}

int
main (int    argc,
      char **argv)
{
  int result;

  register_window_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/window/imports-view/" name, RegisterWindow, NULL, register_window_set_up, function, \
              register_window_tear_down)
  ADD ("history", test_history);
  ADD ("changes", test_changes);
  ADD ("undo", test_undo);
  ADD ("older", test_older);
  ADD ("no-import", test_no_import);
  ADD ("source", test_source);
  ADD ("locked", test_locked);
  result = g_test_run ();
  register_window_finish ();
  return result;
}
