/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "main-window-fixture.h"
#include "register-window.h"
#include "window-test.h"
#include "window/pages/data-page.h"
#include "window/state/user-dataset.h"

/* The main loop never reads the dataset: however long another program, or an import, holds the file, the window answers. All
 * statements of all connections are traced, and those of the main thread noted while the window does something. */

static GThread *main_thread;
static gboolean is_watching;
static GPtrArray *read_statements; /* (element-type utf8): each once */

static int
note_statement (unsigned  what,
                void     *data,
                void     *statement,
                void     *sql)
{
  if (is_watching && g_thread_self () == main_thread &&
      !g_ptr_array_find_with_equal_func (read_statements, sql, g_str_equal, NULL))
    g_ptr_array_add (read_statements, g_strdup (sql));
  return 0;
}

static int
watch (sqlite3 *db)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, note_statement, NULL);
}

static gboolean
is_complete (gpointer window)
{
  return atlas_page_is_complete (atlas_main_window_get_page (window));
}

/* Until all that comes of it is shown. */
static void
settle (MainWindow *fixture)
{
  window_test_settle_answers (fixture->session);
  window_test_settle (is_complete, fixture->window);
  window_test_settle (NULL, NULL);
}

/* DOING: what the window did meanwhile. */
static void
assert_nothing_read (const char *doing)
{
  is_watching = FALSE;
  for (guint i = 0; i < read_statements->len; i++)
    g_test_message ("%s: %s", doing, (const char *) g_ptr_array_index (read_statements, i));
  g_assert_cmpuint (read_statements->len, ==, 0);
}

static void
do_all (MainWindow        *fixture,
        const char *const *actions,
        guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      is_watching = TRUE;
      main_window_start (fixture, actions[i]);
      settle (fixture);
      assert_nothing_read (actions[i]);
    }
}

/* Rows in the registers, and an import that can be taken back. */
static void
set_up (MainWindow    *fixture,
        gconstpointer  data)
{
  main_window_set_up (fixture, data);
  g_ptr_array_set_size (read_statements, 0);
  if (register_window_count (main_window_get_dataset_path (), "imports") == 0)
    register_window_fill (main_window_get_dataset_path ());
  atlas_session_notice_change (fixture->session);
  settle (fixture);
}

static void
test_pages (MainWindow    *fixture,
            gconstpointer  data)
{
  static const char *const actions[] = {
    "win.show-page::overview", "win.show-page::trends",  "win.show-page::coverage",      "win.show-page::funding",
    "win.show-page::data",     "win.show-page::report",  "win.select-region::640300",    "win.show-page::overview",
    "win.select-region::640302", "win.show-page::coverage", "win.select-region::500000", "win.set-indicator::stations",
    "win.set-years((2020,2023))", "win.show-page::trends", "win.undo", "win.redo", "win.back", "win.forward",
  };

  do_all (fixture, actions, G_N_ELEMENTS (actions));
}

static void
test_comparison (MainWindow    *fixture,
                 gconstpointer  data)
{
  static const char *const actions[] = {
    "win.compare(['640300','640200','500000'])", "win.per-10k", "win.per-10k", "win.as-index", "win.as-index",
    "win.save-comparison::A", "win.compare(['640000','110000'])", "win.open-comparison::A", "win.set-indicator::funding",
  };

  do_all (fixture, actions, G_N_ELEMENTS (actions));
}

static void
test_data (MainWindow    *fixture,
           gconstpointer  data)
{
  static const char *const actions[] = {
    "win.show-page::data", "win.show-rows(('stations',int64 0))", "win.show-rows(('figures',int64 0))",
    "win.show-rows(('imports',int64 0))", "win.show-programme::S01", "win.show-programmes::640000",
  };

  do_all (fixture, actions, G_N_ELEMENTS (actions));
}

/* What the source panel says of a number. */
static void
test_source (MainWindow    *fixture,
             gconstpointer  data)
{
  g_autoptr (AtlasTable) table = main_window_ask (fixture, "certified_per_10k", "640300");

  is_watching = TRUE;
  atlas_session_set_selection (fixture->session, table, 0);
  settle (fixture);
  assert_nothing_read ("select a number");
}

/* The rows that somebody else has written are read, but not by the main loop. */
static void
test_change (MainWindow    *fixture,
             gconstpointer  data)
{
  register_window_run_sql (main_window_get_dataset_path (), "UPDATE stations SET staff_count = 7 WHERE station_id = 's0001'");
  is_watching = TRUE;
  atlas_session_notice_change (fixture->session);
  settle (fixture);
  assert_nothing_read ("notice a change");
}

static gboolean
is_bundled (gpointer session)
{
  g_autofree char *bundled = atlas_dataset_dup_bundled_path ();

  return strcmp (atlas_dataset_get_path (atlas_session_get_dataset (session)), bundled) == 0;
}

/* Instead of the user's damaged copy of the published figures the bundled ones are shown: as every file, they come by a worker. */
static void
test_damaged_copy (MainWindow    *fixture,
                   gconstpointer  data)
{
  g_autofree char *own = atlas_user_dataset_dup_path (NULL);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *last = NULL;
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (own, "no dataset at all", -1, NULL));
  is_watching = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (main_window_get_application ()), "open-published", NULL);
  window_test_settle (is_bundled, fixture->session);
  settle (fixture);
  assert_nothing_read ("show the bundled dataset");
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), own));
  last = g_settings_get_string (settings, "last-file");
  g_assert_cmpstr (last, ==, "");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unlink (own);
}

/* The trace sees what the main thread reads: else no test above could fail. */
static void
test_trace (MainWindow    *fixture,
            gconstpointer  data)
{
  g_autoptr (AtlasTable) table = NULL;

  is_watching = TRUE;
  table = main_window_ask (fixture, "certified_workers", "640000");
  is_watching = FALSE;
  g_assert_cmpuint (read_statements->len, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const MainWindowTest tests[] = {
    { "pages", test_pages },   { "comparison", test_comparison }, { "data", test_data },
    { "source", test_source }, { "change", test_change },         { "trace", test_trace },
    { "damaged-copy", test_damaged_copy },
  };

  main_thread = g_thread_self ();
  read_statements = g_ptr_array_new_with_free_func (g_free);
  sqlite3_auto_extension ((void (*) (void)) watch);
  return main_window_run (&argc, &argv, "/main-loop-reads/", set_up, tests, G_N_ELEMENTS (tests));
}
