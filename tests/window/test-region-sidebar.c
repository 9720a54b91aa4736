/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/pages/page.h"
#include "window/regions/region-sidebar.h"

/* The value in the row of a region. */
typedef struct {
  GtkWidget *list; /* or what it is in */
  const char *region;
  const char *value;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;
  AtlasRegionRow *row = main_window_find_row (shown->list, shown->region);

  return row != NULL && window_test_find_label (GTK_WIDGET (row), shown->value) != NULL;
}

static void
wait_for_value (gpointer    list,
                const char *region,
                const char *value)
{
  Shown shown = { GTK_WIDGET (list), region, value };

  g_test_message ("%s: %s", region, value);
  window_test_settle (is_shown, &shown);
}

static void
test_sidebar_compares (MainWindow    *fixture,
                       gconstpointer  data)
{
  AtlasRegionRow *row = main_window_find_row (GTK_WIDGET (fixture->window), "640300");
  GtkWidget *check;

  g_assert_nonnull (row);
  check = window_test_find_widget (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  wait_for_value (fixture->window, "640300", "753");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (atlas_session_is_compared (fixture->session, "640300"));
  main_window_activate (fixture, "win.undo");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* Thin data is seen at once: no figure is a dash, never a zero. */
static void
test_sidebar_marks_missing (MainWindow    *fixture,
                            gconstpointer  data)
{
  wait_for_value (fixture->window, "640100", "—");
}

/* Of an indicator that was chosen and left at once nothing comes later. */
static void
test_values_are_of_view (MainWindow    *fixture,
                         gconstpointer  data)
{
  wait_for_value (fixture->window, "640300", "753");
  main_window_start (fixture, "win.set-indicator::stations");
  main_window_start (fixture, "win.set-indicator::certified_share");
  wait_for_value (fixture->window, "640000", "31.3%");
  wait_for_value (fixture->window, "640300", "24.0%");
  window_test_settle (NULL, NULL);
  wait_for_value (fixture->window, "640300", "24.0%");
  main_window_start (fixture, "win.set-indicator::stations");
  wait_for_value (fixture->window, "640300", "48");
}

static void
test_hits_have_values (MainWindow    *fixture,
                       gconstpointer  data)
{
  GtkWidget *sidebar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR);
  GtkStack *stack = GTK_STACK (window_test_find_widget (sidebar, GTK_TYPE_STACK));

  atlas_region_sidebar_search (ATLAS_REGION_SIDEBAR (sidebar), "dali");
  wait_for_value (gtk_stack_get_child_by_name (stack, "hits"), "532900", "477");
  atlas_region_sidebar_search (ATLAS_REGION_SIDEBAR (sidebar), "wuzhong");
  wait_for_value (gtk_stack_get_child_by_name (stack, "hits"), "640300", "753");
}

static void
test_search (MainWindow    *fixture,
             gconstpointer  data)
{
  AtlasRegionSidebar *sidebar =
    ATLAS_REGION_SIDEBAR (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR));
  GtkWidget *entry = window_test_find_widget (GTK_WIDGET (sidebar), GTK_TYPE_SEARCH_ENTRY);

  atlas_region_sidebar_search (sidebar, "532900");
  window_test_settle (NULL, NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "532900");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  atlas_region_sidebar_search (sidebar, "wzs");
  window_test_settle (NULL, NULL);
  g_assert_nonnull (main_window_find_row (GTK_WIDGET (sidebar), "640300"));
  g_signal_emit_by_name (entry, "next-match"); /* from Wenzhou, the first hit, to the second */
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "450400");

  atlas_region_sidebar_search (sidebar, "wzs");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Which wzs is meant depends on what is shown. */
static void
test_search_is_near (MainWindow    *fixture,
                     gconstpointer  data)
{
  static const char *const chosen[][2] = { { "640000", "640300" }, { "450000", "450400" }, { "000000", "330300" } };
  GtkWidget *sidebar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR);
  GtkWidget *entry = window_test_find_widget (sidebar, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      atlas_session_set_region (fixture->session, chosen[i][0]);
      atlas_region_sidebar_search (ATLAS_REGION_SIDEBAR (sidebar), "wzs");
      window_test_settle (NULL, NULL);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, chosen[i][1]);
    }
}

/* What the tab key does; whether the focus is in a widget of TYPE then. */
static gboolean
tab_to (MainWindow       *fixture,
        GtkDirectionType  direction,
        GType             type)
{
  GtkWidget *focus;

  gtk_widget_child_focus (GTK_WIDGET (fixture->window), direction);
  window_test_settle (NULL, NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_test_message ("the focus is in a %s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
  return focus != NULL && (g_type_is_a (G_OBJECT_TYPE (focus), type) || gtk_widget_get_ancestor (focus, type) != NULL);
}

/* From the entry the tab key goes to the hit that is chosen among those found, too. */
static void
test_tab_to_hits (MainWindow    *fixture,
                  gconstpointer  data)
{
  GtkWidget *sidebar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR);
  GtkWidget *entry = window_test_find_widget (sidebar, GTK_TYPE_SEARCH_ENTRY);

  main_window_activate (fixture, "win.search-regions");
  atlas_region_sidebar_search (ATLAS_REGION_SIDEBAR (sidebar), "wzs");
  window_test_settle (NULL, NULL);
  g_signal_emit_by_name (entry, "next-match"); /* from Wuzhong, which is near, to Wenzhou */
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, GTK_TYPE_LIST_VIEW));
  g_assert_nonnull (main_window_find_row (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "330300"));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_BACKWARD, GTK_TYPE_SEARCH_ENTRY));
}

/* The tab key does not step through hundreds of regions. */
static void
test_tab_passes_tree (MainWindow    *fixture,
                      gconstpointer  data)
{
  GtkWidget *focus;

  main_window_activate (fixture, "win.search-regions");
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, GTK_TYPE_LIST_VIEW));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (main_window_find_row (focus, atlas_session_get_region (fixture->session)));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, ATLAS_TYPE_PAGE));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_BACKWARD, GTK_TYPE_LIST_VIEW));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_BACKWARD, GTK_TYPE_SEARCH_ENTRY));
  g_assert_false (tab_to (fixture, GTK_DIR_TAB_BACKWARD, ATLAS_TYPE_REGION_SIDEBAR));
}

/* Ningxia is unfolded at first, since Wuzhong is compared; Yinchuan is the first division below it. */
static void
test_keys_of_tree (MainWindow    *fixture,
                   gconstpointer  data)
{
  GtkWidget *sidebar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR);
  GtkWidget *tree = window_test_find_widget (sidebar, GTK_TYPE_LIST_VIEW);

  main_window_activate (fixture, "win.select-region::640000");
  g_assert_true (window_test_press (tree, GDK_KEY_Right));
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640100");
  g_assert_true (window_test_press (tree, GDK_KEY_space));
  g_assert_true (atlas_session_is_compared (fixture->session, "640100"));
  g_assert_true (window_test_press (tree, GDK_KEY_space));
  g_assert_false (atlas_session_is_compared (fixture->session, "640100"));
  g_assert_true (window_test_press (tree, GDK_KEY_Left));
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640000");
  window_test_settle (NULL, NULL);
  g_assert_nonnull (main_window_find_row (tree, "640500"));
  g_assert_true (window_test_press (tree, GDK_KEY_Left));
  window_test_settle (NULL, NULL);
  g_assert_null (main_window_find_row (tree, "640500"));
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640000");
}

/* Autonomous prefectures are told from each other without pointing at them. */
static void
test_names_are_whole (MainWindow    *fixture,
                      gconstpointer  data)
{
  static const char *const codes[] = { "532300", "532500", "532600", "532900", "533100", "533400" };

  main_window_activate (fixture, "win.select-region::532900");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      GtkWidget *row = GTK_WIDGET (main_window_find_row (GTK_WIDGET (fixture->window), codes[i]));
      GtkWidget *name = window_test_find_widget (row, GTK_TYPE_LABEL);

      g_test_message ("%s", gtk_label_get_text (GTK_LABEL (name)));
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (name))));
    }
}

/* The rows of another dataset come in a turn of their own, and what is chosen before that is shown with them. */
static void
test_other_dataset (MainWindow    *fixture,
                    gconstpointer  data)
{
  AtlasRegionRow *before = main_window_find_row (GTK_WIDGET (fixture->window), "640300");
  AtlasRegionRow *row;

  wait_for_value (fixture->window, "640300", "753");
  g_assert_true (atlas_main_window_open (fixture->window, main_window_get_dataset_path ()));
  g_assert_true (main_window_find_row (GTK_WIDGET (fixture->window), "640300") == before);
  atlas_session_set_region (fixture->session, "640381");
  window_test_settle_answers (fixture->session);
  row = main_window_find_row (GTK_WIDGET (fixture->window), "640381");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_state_flags (gtk_widget_get_parent (GTK_WIDGET (row))) & GTK_STATE_FLAG_SELECTED);
  wait_for_value (fixture->window, "640300", "753");
}

int
main (int    argc,
      char **argv)
{
  static const MainWindowTest tests[] = {
    { "compares", test_sidebar_compares },
    { "names-are-whole", test_names_are_whole },
    { "other-dataset", test_other_dataset },
    { "marks-missing", test_sidebar_marks_missing },
    { "values-are-of-view", test_values_are_of_view },
    { "hits-have-values", test_hits_have_values },
    { "search", test_search },
    { "tab-to-hits", test_tab_to_hits },
    { "search-is-near", test_search_is_near },
    { "tab-passes-tree", test_tab_passes_tree },
    { "keys-of-tree", test_keys_of_tree },
  };

  return main_window_run (&argc, &argv, "/region-sidebar/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
