/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "main-window-fixture.h"
#include "test-folder.h"
#include "window-test.h"
#include "window/regions/region-sidebar.h"
#include "window/report/batch-dialog.h"

static char *folder;

static GtkWidget *
find_dialog (void)
{
  return window_test_find_toplevel (ATLAS_TYPE_BATCH_DIALOG);
}

static GtkWidget *
open_dialog (MainWindow *fixture,
             const char *action)
{
  GtkWidget *dialog;

  main_window_activate (fixture, action);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
has_result (gpointer dialog)
{
  return window_test_find_label (dialog, "_Open Folder") != NULL || window_test_find_label (dialog, "Open Folder") != NULL;
}

static void
assert_label (GtkWidget  *dialog,
              const char *text)
{
  if (window_test_find_label (dialog, text) == NULL)
    g_error ("the dialog does not say “%s”", text);
}

static gboolean
has_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
tear_down (MainWindow    *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog = find_dialog ();

  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  main_window_tear_down (fixture, data);
  test_folder_empty (folder);
}

/* Told at the end: how many there are, and of whom there is none and why. */
static void
test_each (MainWindow    *fixture,
           gconstpointer  data)
{
  g_autofree char *action = g_strdup_printf ("win.report-each(('prefecture', '%s'))", folder);
  GtkWidget *dialog;

  main_window_activate (fixture, "win.select-region::640000");
  dialog = open_dialog (fixture, action);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "One Report for Every Region in Ningxia");
  window_test_settle (has_result, dialog);
  assert_label (dialog, "1 Report Written");
  assert_label (dialog, "Yinchuan City");
  assert_label (dialog, "There is no figure of Yinchuan City: import its registers or enter what has been published");
  g_assert_true (has_file ("640300-Wuzhong-City.pdf"));
  g_assert_true (has_file ("index.csv"));
  g_assert_true (has_file ("log.csv"));
}

/* What is set on the page Report holds: here the format, which has no volume. */
static void
test_settings (MainWindow    *fixture,
               gconstpointer  data)
{
  g_autofree char *action = g_strdup_printf ("win.report-each(('prefecture', '%s'))", folder);
  GtkWidget *dialog;

  main_window_activate (fixture, "win.select-region::640000");
  main_window_activate (fixture, "win.report-format::fodt");
  dialog = open_dialog (fixture, action);
  window_test_settle (has_result, dialog);
  g_assert_true (has_file ("640300-Wuzhong-City.fodt"));
  g_assert_false (has_file ("640300-Wuzhong-City.pdf"));
}

static gboolean
has_begun (gpointer dialog)
{
  return has_file ("index.csv") || has_file ("110000-Beijing.pdf");
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Cancelled it stops after the report under way; begun again it makes the rest. */
static void
test_cancel (MainWindow    *fixture,
             gconstpointer  data)
{
  g_autofree char *action = g_strdup_printf ("win.report-each(('province', '%s'))", folder);
  GtkWidget *dialog;

  main_window_activate (fixture, "win.select-region::000000");
  dialog = open_dialog (fixture, action);
  window_test_settle (has_begun, dialog);
  window_test_press_button (dialog, "Cancel");
  window_test_settle (has_result, dialog);
  assert_label (dialog, "Cancelled. Begin again in the same folder to make the others.");
  g_assert_cmpuint (count_files (), <, 31);
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = open_dialog (fixture, action);
  window_test_settle (has_result, dialog);
  assert_label (dialog, "29 Reports Written");
  g_assert_cmpuint (count_files (), ==, 31); /* with index and log */
}

/* Without a folder it is asked for one, and nothing begins before. */
static void
test_asks (MainWindow    *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog;

  main_window_activate (fixture, "win.select-region::640000");
  dialog = open_dialog (fixture, "win.report-each(('', ''))");
  assert_label (dialog, "prefecture (5)");
  assert_label (dialog, "Choose one to begin");
  g_assert_false (has_result (dialog));
  atlas_batch_dialog_set_level (ATLAS_BATCH_DIALOG (dialog), "county");
  window_test_settle (NULL, NULL);
  assert_label (dialog, "county (22)");
  atlas_batch_dialog_set_folder (ATLAS_BATCH_DIALOG (dialog), folder);
  assert_label (dialog, folder);
}

/* Where it cannot be, it is said why. */
static void
test_refused (MainWindow    *fixture,
              gconstpointer  data)
{
  main_window_activate (fixture, "win.select-region::640303100");
  main_window_activate (fixture, "win.report-each(('', ''))");
  g_assert_null (find_dialog ());
  main_window_activate (fixture, "win.select-region::640000");
  main_window_activate (fixture, "win.report-template::comparison");
  main_window_activate (fixture, "win.report-each(('', ''))");
  g_assert_null (find_dialog ());
}

static GtkWidget *
find_tree (MainWindow *fixture)
{
  GtkWidget *sidebar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR);

  return window_test_find_widget (sidebar, GTK_TYPE_LIST_VIEW);
}

static gboolean
has_row (gpointer tree)
{
  return main_window_find_row (tree, "640300") != NULL;
}

/* The menu of a region, by key: it leads to the report on it, and on each region below it. */
static void
test_region_menu (MainWindow    *fixture,
                  gconstpointer  data)
{
  GtkWidget *tree = find_tree (fixture);
  GtkWidget *menu;

  main_window_activate (fixture, "win.select-region::640300");
  window_test_settle (has_row, tree);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (main_window_find_row (tree, "640300")))));
  g_assert_true (window_test_press (tree, GDK_KEY_Menu));
  window_test_settle (NULL, NULL);
  menu = window_test_find_widget (tree, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  assert_label (menu, "Report on This Region");
  assert_label (menu, "One Report for Every Region Below…");
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_test_settle (NULL, NULL);

  main_window_activate (fixture, "win.report-on::640300");
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "report");
  main_window_activate (fixture, "win.report-each-in::640000");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640000");
  g_assert_nonnull (find_dialog ());
}

int
main (int    argc,
      char **argv)
{
  int result;

  main_window_init (&argc, &argv);
  folder = test_folder_make ();
#define ADD(name, function) \
  g_test_add ("/batch-dialog/" name, MainWindow, NULL, main_window_set_up, function, tear_down)
  ADD ("each", test_each);
  ADD ("settings", test_settings);
  ADD ("cancel", test_cancel);
  ADD ("asks", test_asks);
  ADD ("refused", test_refused);
  ADD ("region-menu", test_region_menu);
  result = g_test_run ();
  test_folder_remove (folder);
  main_window_finish ();
  return result;
}
