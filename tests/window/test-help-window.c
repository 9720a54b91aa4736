/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/help-window.h"
#include "window/welcome-bar.h"

/* What F1 does, or a button that names CHAPTER; (transfer none): the help. */
static GtkWidget *
open_help (const char *chapter)
{
  g_action_group_activate_action (G_ACTION_GROUP (main_window_get_application ()), "help",
                                  g_variant_new_string (chapter));
  window_test_settle (NULL, NULL);
  return window_test_find_toplevel (ATLAS_TYPE_HELP_WINDOW);
}

static guint
count_shown (GtkWidget *help)
{
  GtkWidget *list = window_test_find_widget (help, GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row))
      n++;
  return n;
}

/* The chapter is that of the page; a second call takes the same window. */
static void
test_follows_page (MainWindow    *fixture,
                   gconstpointer  data)
{
  GtkWidget *help = open_help ("");

  g_assert_nonnull (help);
  g_assert_nonnull (window_test_find_label (help, "Two to eight regions side by side on the same scales. Add them with "
                                                  "the box beside a region's name (or Space), or with Add Region. "
                                                  "A region keeps its colour in all charts, pages and reports."));
  main_window_activate (fixture, "win.show-page::overview");
  g_assert_true (open_help ("") == help);
  g_assert_nonnull (window_test_find_label (help, "Overview"));
  g_assert_true (open_help ("registers") == help);
  g_assert_nonnull (window_test_find_label (help, "Rejected rows can be saved, corrected and imported again."));
  gtk_window_destroy (GTK_WINDOW (help));
}

static void
test_search (MainWindow    *fixture,
             gconstpointer  data)
{
  GtkWidget *help = open_help ("start");
  GtkWidget *search = window_test_find_widget (help, GTK_TYPE_SEARCH_ENTRY);

  g_assert_cmpuint (count_shown (help), ==, 13);
  gtk_editable_set_text (GTK_EDITABLE (search), "percentage points");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown (help), ==, 1);
  g_signal_emit_by_name (search, "activate");
  window_test_settle (NULL, NULL);
  g_assert_nonnull (window_test_find_label (help, "Compare"));
  gtk_editable_set_text (GTK_EDITABLE (search), "no such word");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_nonnull (window_test_find_label (help, "No chapter mentions this"));
  g_assert_true (window_test_press (help, GDK_KEY_Escape));
  window_test_settle (NULL, NULL);
  g_assert_null (window_test_find_toplevel (ATLAS_TYPE_HELP_WINDOW));
}

/* The welcome is there at the first start, and goes for good when it is closed. */
static void
test_welcome (MainWindow    *fixture,
              gconstpointer  data)
{
  GtkWidget *bar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_WELCOME_BAR);
  GtkWidget *button = window_test_find_label (bar, "Make a Report");
  gboolean revealed;

  g_assert_nonnull (button);
  g_object_get (bar, "revealed", &revealed, NULL);
  g_assert_true (revealed);
  for (button = gtk_widget_get_last_child (gtk_widget_get_first_child (gtk_widget_get_first_child (bar)));
       !GTK_IS_BUTTON (button); button = gtk_widget_get_prev_sibling (button))
    continue;
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (g_settings_get_boolean (fixture->settings, "welcome"));
  g_object_get (bar, "revealed", &revealed, NULL);
  g_assert_false (revealed);
}

int
main (int   argc,
      char *argv[])
{
  static const MainWindowTest tests[] = {
    { "follows-page", test_follows_page },
    { "search", test_search },
    { "welcome", test_welcome },
  };

  return main_window_run (&argc, &argv, "/help-window/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
