/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/registers/register-row.h"
#include "register-window.h"
#include "window-test.h"
#include "window/source-panel.h"

static void
assert_says (RegisterWindow *window,
             const char     *line)
{
  GtkWidget *panel = window_test_find_widget (GTK_WIDGET (window->window), ATLAS_TYPE_SOURCE_PANEL);
  g_autofree char *text = atlas_source_panel_dup_text (ATLAS_SOURCE_PANEL (panel));

  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in:\n%s", line, text);
}

/* As a click does. */
static void
choose_row (RegisterWindow *window,
            guint           row)
{
  GtkWidget *view = window_test_find_widget (GTK_WIDGET (register_window_load (window)), GTK_TYPE_COLUMN_VIEW);

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), row, TRUE);
  window_test_settle_answers (window->session);
}

/* A row tells all its cells as people read them, which row of its table it is, and the file that it came with. */
static void
test_station (RegisterWindow *window,
              gconstpointer   data)
{
  choose_row (window, 4);
  assert_says (window, "Stations · row 5\n站5\n");
  assert_says (window, "\nStation number\ns0005\n");
  assert_says (window, "\nTier\nTownship station\n");
  assert_says (window, "\nRegion\nHongsibao Town · 640303100\n");
  assert_says (window, "\nClosed on\n—\n");
  assert_says (window, "\nFile\na.csv\n");
  g_assert_null (atlas_session_get_selection (window->session, NULL));
}

/* Which row it is does not go by the order on screen. */
static void
test_sorted (RegisterWindow *window,
             gconstpointer   data)
{
  atlas_row_grid_sort (register_window_load (window), ATLAS_STATION_STAFF_COUNT, TRUE);
  choose_row (window, 1);
  assert_says (window, "Stations · row 1,999\n站1999\n");
}

/* Who somebody is the panel tells no more than the table does, and not any longer. */
static void
test_masked (RegisterWindow *window,
             gconstpointer   data)
{
  atlas_data_page_show_table (window->page, "personnel");
  choose_row (window, 0);
  assert_says (window, "Personnel · row 1\n王*\nPersonal data is masked.\n");
  assert_says (window, "\nFile\nc.csv\nLine 1,204\n");
  atlas_data_page_show_table (window->page, "stations");
  register_window_load (window);
  g_assert_false (atlas_session_has_selection (window->session));
}

/* A document that came with the published figures was not imported. */
static void
test_document (RegisterWindow *window,
               gconstpointer   data)
{
  atlas_data_page_show_table (window->page, "sources");
  choose_row (window, 0);
  assert_says (window, "Sources · row 1\n");
  assert_says (window, "\nBasis of the date\nInferred\n");
  assert_says (window, "\nAddress\n—\nNumber\n");
  assert_says (window, "\nNot imported: it came with the published dataset, or was entered by hand.\n");
}

static void
test_import (RegisterWindow *window,
             gconstpointer   data)
{
  choose_row (window, 0);
  window_test_press_button (GTK_WIDGET (window->window), "Show This Import");
  register_window_load (window);
  g_assert_cmpint (atlas_row_grid_get_query (register_window_load (window))->import_id, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  register_window_init (&argc, &argv);
  g_test_add ("/row-source/station", RegisterWindow, "", register_window_set_up, test_station, register_window_tear_down);
  g_test_add ("/row-source/sorted", RegisterWindow, "", register_window_set_up, test_sorted, register_window_tear_down);
  g_test_add ("/row-source/masked", RegisterWindow, "", register_window_set_up, test_masked, register_window_tear_down);
  g_test_add ("/row-source/document", RegisterWindow, "", register_window_set_up, test_document, register_window_tear_down);
  g_test_add ("/row-source/import", RegisterWindow, "", register_window_set_up, test_import, register_window_tear_down);
  status = g_test_run ();
  register_window_finish ();
  return status;
}
