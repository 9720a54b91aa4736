/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "register-window.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "test-folder.h"
#include "window-test.h"
#include "window/application.h"
#include "window/pages/data-page.h"

static AtlasApplication *application;
static char *folder;

void
register_window_run_sql (const char *path,
                         const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (db);
}

int
register_window_count (const char *path,
                       const char *from)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", from, NULL);
  sqlite3_stmt *stmt;
  sqlite3 *db;
  int n;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return n;
}

void
register_window_fill (const char *path)
{
  register_window_run_sql (path,
                           "INSERT INTO imports VALUES (1, '', '2023-12-31'), (2, '', '2024-12-31');"
                           "INSERT INTO import_inputs VALUES (1, 0, 'a.csv', '', 'stations', '', 2000, 0, 0, 0, 0),"
                           "  (2, 0, 'b.csv', '', 'stations', '', 1, 0, 0, 0, 0), (2, 1, 'c.csv', '', 'personnel', '', 2, 0, 0, 0, 0);"
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                           "INSERT INTO stations (station_id, name, tier, region_code, status, opened_on, closed_on, operator,"
                           "  staff_count, staff_count_qualifier, counted_from, as_of, import_id) "
                           "SELECT printf ('s%04d', i), '站' || i, 'township_station', '640303100', 'operating', '', '', '', i,"
                           "  'exact', 2023, '2023-12-31', 1 FROM n;"
                           "INSERT INTO stations (station_id, name, tier, region_code, status, opened_on, closed_on, operator,"
                           "  staff_count_qualifier, counted_from, as_of, import_id) "
                           "VALUES ('b1', '东华门', 'township_station', '110101001', 'planned', '', '', '', '', 2024, '2024-12-31', 2);"
                           "INSERT INTO personnel (person_id, name, grade, certificate_no, certified_on, registration_expires_on,"
                           "  assistant_on, intermediate_on, senior_on, education_hours_qualifier, station_id, region_code,"
                           "  employer_kind, counted_from, as_of, import_id, input, line) "
                           "VALUES ('p1', '王小明', 'senior', '', '', '', '', '', '', '', '', '640303', '', 2024, '2024-12-31', 2, 1, 1204),"
                           "  ('p2', '李四', 'none', '', '', '', '', '', '', '', '', '640303', '', 2024, '2024-12-31', 2, 1, 1205);");
}

/* Made once, as that takes as long as many a test. */
static void
build_dataset (void)
{
  g_autofree char *path = register_window_dup_path ("new.atlas");
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (GError) error = NULL;

  atlas_dataset_create (path, csv, TRUE, &error);
  g_assert_no_error (error);
}

void
register_window_init (int    *argc,
                      char ***argv)
{
  folder = test_folder_make ();
  build_dataset ();
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  window_test_init (argc, argv);
  application = atlas_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

void
register_window_finish (void)
{
  g_clear_object (&application);
  test_folder_remove (g_steal_pointer (&folder));
}

char *
register_window_dup_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
copy_dataset (const char *path,
              gboolean    with_rows)
{
  g_autofree char *new_path = register_window_dup_path ("new.atlas");
  g_autoptr (GFile) from = g_file_new_for_path (new_path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (with_rows)
    register_window_fill (path);
}

static gboolean
is_shown (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0;
}

void
register_window_set_up (RegisterWindow *self,
                        gconstpointer   with_rows)
{
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_set_int (self->settings, "window-width", 1440);
  g_settings_set_int (self->settings, "window-height", 900);
  self->path = register_window_dup_path ("test.atlas");
  copy_dataset (self->path, with_rows != NULL);
  self->window = atlas_main_window_new (ADW_APPLICATION (application), self->settings);
  self->session = atlas_main_window_get_session (self->window);
  g_assert_true (atlas_main_window_open (self->window, self->path));
  atlas_session_set_region (self->session, "640000");
  atlas_session_set_page (self->session, "data");
  gtk_window_present (GTK_WINDOW (self->window));
  window_test_settle (is_shown, self->window);
  self->page = ATLAS_DATA_PAGE (atlas_main_window_get_page (self->window));
  register_window_load (self);
}

void
register_window_tear_down (RegisterWindow *self,
                           gconstpointer   with_rows)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  window_test_settle (NULL, NULL);
  window_test_reset (self->settings);
  g_clear_object (&self->settings);
  g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
is_loaded (gpointer grid)
{
  return !atlas_row_grid_is_loading (grid);
}

AtlasRowGrid *
register_window_load (RegisterWindow *self)
{
  AtlasRowGrid *grid = atlas_data_page_get_grid (self->page);

  window_test_settle_answers (self->session);
  window_test_settle (is_loaded, grid);
  window_test_settle (NULL, NULL);
  return grid;
}

void
register_window_activate (RegisterWindow *self,
                          const char     *name,
                          const char     *target)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), name,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}
