/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "register-window.h"
#include "window-test.h"

/* 吴忠市 (640300) has five counties: 640302, 640303, 640323, 640324, 640381. */
#define RETURNS \
  "INSERT INTO returns VALUES ('stations', '640302', 2023, 1), ('stations', '640381', 2023, 1), ('stations', '640303', 2024, 2)," \
  "  ('personnel', '640000', 2022, 2);"

static AtlasTextGrid *
show (RegisterWindow *window,
      const char     *region)
{
  register_window_run_sql (window->path, RETURNS);
  g_assert_true (atlas_main_window_open (window->window, window->path));
  atlas_session_set_region (window->session, region);
  atlas_data_page_show_table (window->page, "returns");
  window_test_settle (NULL, NULL);
  return atlas_returns_view_get_grid (atlas_data_page_get_returns (window->page));
}

static void
assert_shows (RegisterWindow *window,
              const char     *text)
{
  if (window_test_find_label (GTK_WIDGET (window->page), text) == NULL)
    g_error ("“%s” is not shown", text);
}

/* The first cells of all rows, with their second in brackets where STATE. */
static char *
list_rows (AtlasTextGrid *grid)
{
  g_autofree char *text = atlas_text_grid_dup_tsv (grid);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *rows = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_string_append_printf (rows, "%s %s;", cells[2], cells[1]);
    }
  return g_string_free (rows, FALSE);
}

/* Of the latest year first, and who is missing before who is not. */
static void
test_counts (RegisterWindow *window,
             gconstpointer   data)
{
  AtlasTextGrid *grid = show (window, "640300");
  AtlasReturnsView *view = atlas_data_page_get_returns (window->page);
  g_autofree char *of_2024 = list_rows (grid);
  g_autofree char *people = NULL;

  assert_shows (window, "Wuzhong City: 1 of 5 returned");
  g_assert_cmpstr (of_2024, ==, "640302 Missing;640323 Missing;640324 Missing;640381 Missing;640303 Returned;");
  assert_shows (window, "Register of stations: b.csv");
  atlas_returns_view_show_register (view, "personnel");
  window_test_settle (NULL, NULL);
  assert_shows (window, "Wuzhong City: 5 of 5 returned");
  people = list_rows (grid);
  g_assert_cmpstr (people, ==, "640302 Returned;640303 Returned;640323 Returned;640324 Returned;640381 Returned;");
  atlas_session_set_region (window->session, "110101");
  window_test_settle (NULL, NULL);
  assert_shows (window, "Dongcheng District: 0 of 1 returned");
  atlas_returns_view_show_register (view, "services");
  window_test_settle (NULL, NULL);
  assert_shows (window, "Nothing Returned Yet");
}

static gboolean
choose_year (GtkWidget  *widget,
             const char *year)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GListModel *model = GTK_IS_DROP_DOWN (child) ? gtk_drop_down_get_model (GTK_DROP_DOWN (child)) : NULL;

      for (guint i = 0; GTK_IS_STRING_LIST (model) && i < g_list_model_get_n_items (model); i++)
        if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), year) == 0)
          {
            gtk_drop_down_set_selected (GTK_DROP_DOWN (child), i);
            return TRUE;
          }
      if (model == NULL && choose_year (child, year))
        return TRUE;
    }
  return FALSE;
}

static void
test_year (RegisterWindow *window,
           gconstpointer   data)
{
  AtlasTextGrid *grid = show (window, "640300");
  g_autofree char *of_2023 = NULL;

  g_assert_true (choose_year (GTK_WIDGET (atlas_data_page_get_returns (window->page)), "2023"));
  window_test_settle (NULL, NULL);
  assert_shows (window, "Wuzhong City: 2 of 5 returned");
  of_2023 = list_rows (grid);
  g_assert_cmpstr (of_2023, ==, "640303 Missing;640323 Missing;640324 Missing;640302 Returned;640381 Returned;");
}

/* The list can go into a file, to be sent to those who are missing. */
static void
test_export (RegisterWindow *window,
             gconstpointer   data)
{
  g_autofree char *path = register_window_dup_path ("returned.csv");
  g_autofree char *contents = NULL;

  show (window, "640381");
  register_window_activate (window, "export-table", path);
  window_test_settle (window_test_has_file, path);
  window_test_settle (NULL, NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "\xEF\xBB\xBF" "Division,State,Code,Lies in,From\r\n"
                   "Qingtongxia City,Missing,640381,China › Ningxia › Wuzhong City,\r\n");
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  int result;

  register_window_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/window/returns-view/" name, RegisterWindow, "", register_window_set_up, function, register_window_tear_down)
  ADD ("counts", test_counts);
  ADD ("year", test_year);
  ADD ("export", test_export);
  result = g_test_run ();
  register_window_finish ();
  return result;
}
