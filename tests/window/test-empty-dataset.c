/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/pages/data-page.h"

/* A dataset with divisions and indicators, but without a figure or a register: each page says what to do, and offers nothing that
 * leads to another empty page. */

static void
set_up (MainWindow    *fixture,
        gconstpointer  data)
{
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = main_window_dup_path ("empty.atlas");
  g_autoptr (GError) error = NULL;

  main_window_set_up (fixture, data);
  g_unlink (path);
  atlas_dataset_create (path, csv, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_main_window_open (fixture->window, path));
  main_window_activate (fixture, "win.select-region::640300");
}

static GtkWidget *
show_page (MainWindow *fixture,
           const char *name)
{
  g_autofree char *action = g_strconcat ("win.show-page::", name, NULL);

  main_window_activate (fixture, action);
  return GTK_WIDGET (atlas_main_window_get_page (fixture->window));
}

static void
assert_notice (MainWindow *fixture,
               const char *page_name,
               const char *title)
{
  GtkWidget *page = show_page (fixture, page_name);

  if (window_test_find_label (page, title) == NULL)
    g_error ("“%s” is not shown on the page %s", title, page_name);
  window_test_find_button (page, "New Figure…");
  window_test_find_button (page, "Import Files…");
  g_assert_null (window_test_find_label (page, "Show Ningxia"));
}

static void
test_cards (MainWindow    *fixture,
            gconstpointer  data)
{
  assert_notice (fixture, "overview", "No Figures of Wuzhong City Yet");
  assert_notice (fixture, "trends", "No Figures over the Years Yet");
  assert_notice (fixture, "coverage", "No Figures on Stations Yet");
  assert_notice (fixture, "funding", "No Figures on Funding Yet");
}

/* What is missing for a comparison, and no table without a line. */
static void
test_compare (MainWindow    *fixture,
              gconstpointer  data)
{
  GtkWidget *page;

  main_window_activate (fixture, "win.compare(['640000', '640300'])");
  page = show_page (fixture, "compare");
  g_assert_nonnull (window_test_find_label (page, "What is missing for a full comparison"));
  g_assert_null (window_test_find_label (page, "Indicators side by side"));
}

static gboolean
is_loaded (gpointer page)
{
  return !atlas_row_grid_is_loading (atlas_data_page_get_grid (page));
}

/* Also where the table is narrowed to a region: nothing would be found of any other. */
static void
test_data (MainWindow    *fixture,
           gconstpointer  data)
{
  GtkWidget *page = show_page (fixture, "data");

  window_test_settle (is_loaded, page);
  window_test_settle (NULL, NULL);
  g_assert_nonnull (window_test_find_label (page, "This table is empty so far. Import the files that the offices have sent: "
                                                  "spreadsheets or text, as they are."));
  g_assert_null (window_test_find_label (page, "No Rows Found"));
}

static void
test_report (MainWindow    *fixture,
             gconstpointer  data)
{
  GtkWidget *page = show_page (fixture, "report");

  g_assert_nonnull (window_test_find_label (page, "There is no figure of Wuzhong City: import its registers or enter what has been "
                                                  "published. Or choose another region or year."));
  window_test_find_button (page, "Import Files…");
}

int
main (int   argc,
      char *argv[])
{
  const MainWindowTest tests[] = {
    { "cards", test_cards },
    { "compare", test_compare },
    { "data", test_data },
    { "report", test_report },
  };

  return main_window_run (&argc, &argv, "/empty-dataset/", set_up, tests, G_N_ELEMENTS (tests));
}
