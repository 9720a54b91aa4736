/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dataset/registers/register-row.h"
#include "register-window.h"
#include "window-test.h"

static gboolean
is_idle (gpointer window)
{
  return g_action_group_get_action_enabled (window, "export-table");
}

static char *
wait_for_file (RegisterWindow *window,
               const char     *path)
{
  char *contents = NULL;

  window_test_settle (is_idle, window->window);
  window_test_settle (NULL, NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_unlink (path);
  return contents;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; (text = strchr (text, '\n')) != NULL; text++)
    n++;
  return n;
}

/* What is on screen is written, in the order in which it stands there. */
static void
test_shown (RegisterWindow *window,
            gconstpointer   data)
{
  AtlasRowGrid *grid = register_window_load (window);
  g_autofree char *path = register_window_dup_path ("rows.csv");
  g_autofree char *sorted = NULL, *beijing = NULL;

  atlas_row_grid_sort (grid, ATLAS_STATION_STAFF_COUNT, TRUE);
  register_window_load (window);
  register_window_activate (window, "export-table", path);
  sorted = wait_for_file (window, path);
  g_assert_true (g_str_has_prefix (sorted, "\xEF\xBB\xBFstation_id,name,tier,region_code,status,"));
  g_assert_nonnull (strstr (sorted, "staff_count\r\ns2000,站2000,township_station,640303100,operating,,,,2000\r\ns1999,"));
  g_assert_cmpuint (count_lines (sorted), ==, 1 + REGISTER_WINDOW_N_STATIONS);
  atlas_session_set_region (window->session, "110000");
  register_window_load (window);
  register_window_activate (window, "export-table", path);
  beijing = wait_for_file (window, path);
  g_assert_cmpuint (count_lines (beijing), ==, 2);
  g_assert_nonnull (strstr (beijing, "\r\nb1,东华门,"));
}

static void
unmask (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) && gtk_widget_get_visible (child) &&
        g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (child)), "view-reveal-symbolic") == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
    else
      unmask (child);
}

/* The file of people after RESPONSE to the question whether it may have full names. */
static char *
answer (RegisterWindow *window,
        const char     *path,
        const char     *response)
{
  GtkWidget *dialog;

  register_window_activate (window, "export-table", path);
  window_test_settle (NULL, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_settle (NULL, NULL);
  return strcmp (response, "cancel") != 0 ? wait_for_file (window, path) : NULL;
}

/* People are masked; where they are shown in full, the file has names only when that is confirmed. */
static void
test_people (RegisterWindow *window,
             gconstpointer   data)
{
  g_autofree char *path = register_window_dup_path ("people.csv");
  g_autofree char *plain = NULL, *masked = NULL, *full = NULL;

  atlas_data_page_show_table (window->page, "personnel");
  register_window_load (window);
  register_window_activate (window, "export-table", path);
  plain = wait_for_file (window, path);
  g_assert_nonnull (strstr (plain, "\r\np1,王*,senior"));
  g_assert_null (strstr (plain, "王小明"));
  unmask (GTK_WIDGET (window->page));
  register_window_load (window);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (window->page), "王小明"));
  g_assert_null (answer (window, path, "cancel"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  masked = answer (window, path, "masked");
  g_assert_cmpstr (masked, ==, plain);
  full = answer (window, path, "full");
  g_assert_nonnull (strstr (full, "\r\np1,王小明,senior"));
}

static gboolean
has_dialog (gpointer data)
{
  return window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_no_folder (RegisterWindow *window,
                gconstpointer   data)
{
  AdwMessageDialog *dialog;

  register_window_activate (window, "export-table", "/nonexistent/rows.csv");
  window_test_settle (has_dialog, NULL);
  dialog = ADW_MESSAGE_DIALOG (window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The table was not written");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  int result;

  register_window_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/window/row-export/" name, RegisterWindow, "", register_window_set_up, function, register_window_tear_down)
  ADD ("shown", test_shown);
  ADD ("people", test_people);
  ADD ("no-folder", test_no_folder);
  result = g_test_run ();
  register_window_finish ();
  return result;
}
