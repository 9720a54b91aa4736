/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/chart-views/chart-view.h"
#include "window/imports/new-figure-dialog.h"
#include "window/parts/quiet-tooltip.h"
#include "window/place-buttons.h"
#include "window/preferences-window.h"

/* Who starts it for the first time sees what there is, before anything is compared; and nothing stays when it closes. */
static void
test_first_start (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AtlasMainWindow *window = atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), settings);
  gpointer left = window;

  g_assert_true (atlas_main_window_open (window, main_window_get_dataset_path ()));
  gtk_window_present (GTK_WINDOW (window));
  window_test_settle (main_window_is_shown, window);
  g_assert_cmpstr (atlas_session_get_page (atlas_main_window_get_session (window)), ==, "overview");
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
  g_assert_null (left);
}

static void
test_pages_follow_actions (MainWindow    *fixture,
                           gconstpointer  data)
{
  AtlasPage *compare = atlas_main_window_get_page (fixture->window);

  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "compare");
  main_window_activate (fixture, "win.show-page::overview");
  g_assert_true (atlas_main_window_get_page (fixture->window) != compare);
  main_window_activate (fixture, "win.undo");
  g_assert_true (atlas_main_window_get_page (fixture->window) == compare);
}

/* A widget that counts how often it is asked for its size. */
typedef struct {
  GtkWidget parent_instance;

  guint n_asked;
} Counter;

typedef GtkWidgetClass CounterClass;

static GType counter_get_type (void);

G_DEFINE_TYPE (Counter, counter, GTK_TYPE_WIDGET)

static void
counter_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  ((Counter *) widget)->n_asked++;
  *minimum = *natural = 10;
}

static void
counter_class_init (CounterClass *klass)
{
  klass->measure = counter_measure;
}

static void
counter_init (Counter *self)
{
}

/* Hundreds of rows and cards that nobody sees cost as much to lay out as those that are seen. */
static void
test_hidden_pages_are_not_laid_out (MainWindow    *fixture,
                                    gconstpointer  data)
{
  GtkWidget *pages = window_test_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);
  GtkWidget *tables;
  Counter *page = g_object_new (counter_get_type (), NULL);
  Counter *table = g_object_new (counter_get_type (), NULL);

  main_window_activate (fixture, "win.show-page::data");
  tables = window_test_find_widget (pages, GTK_TYPE_STACK);
  adw_view_stack_add (ADW_VIEW_STACK (pages), GTK_WIDGET (page));
  gtk_stack_add_child (GTK_STACK (tables), GTK_WIDGET (table));
  main_window_activate (fixture, "win.show-page::overview");
  main_window_activate (fixture, "win.show-page::data");
  gtk_widget_queue_resize (GTK_WIDGET (page));
  gtk_widget_queue_resize (GTK_WIDGET (table));
  window_test_settle (NULL, NULL);
  g_assert_cmpuint (page->n_asked, ==, 0);
  g_assert_cmpuint (table->n_asked, ==, 0);
}

static const AtlasChartSpec *
get_first_chart (MainWindow *fixture)
{
  GtkWidget *page = GTK_WIDGET (atlas_main_window_get_page (fixture->window));

  return atlas_chart_view_get_spec (ATLAS_CHART_VIEW (window_test_find_widget (page, ATLAS_TYPE_CHART_VIEW)));
}

/* Who comes back to a page finds it as it was, unless something else has been chosen meanwhile: then it is asked anew. */
static void
test_pages_keep_what_they_show (MainWindow    *fixture,
                                gconstpointer  data)
{
  const AtlasChartSpec *chart;

  main_window_activate (fixture, "win.show-page::overview");
  chart = get_first_chart (fixture);
  main_window_activate (fixture, "win.show-page::data");
  main_window_activate (fixture, "win.show-page::overview");
  g_assert_true (get_first_chart (fixture) == chart);
  main_window_activate (fixture, "win.show-page::data");
  main_window_activate (fixture, "win.select-region::530000");
  main_window_activate (fixture, "win.show-page::overview");
  g_assert_cmpstr (atlas_table_get_row (get_first_chart (fixture)->table, 0)->region->code, ==, "530000");

  /* A comparison is the same whichever region is chosen, but not of whatever indicator. */
  main_window_activate (fixture, "win.show-page::compare");
  chart = get_first_chart (fixture);
  main_window_activate (fixture, "win.select-region::640000");
  g_assert_true (get_first_chart (fixture) == chart);
  main_window_activate (fixture, "win.set-indicator::stations");
  g_assert_cmpstr (atlas_table_get_indicator (get_first_chart (fixture)->table)->indicator_id, ==, "stations");
}

/* The side buttons of a mouse, as a gesture tells of them. */
static void
press_side_button (GtkWidget *window,
                   guint      button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        g_signal_emit_by_name (controller, "pressed", 1, 10.0, 10.0);
    }
  window_test_settle (NULL, NULL);
}

static void
test_places (MainWindow    *fixture,
             gconstpointer  data)
{
  GtkWidget *buttons = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_PLACE_BUTTONS);
  GtkWidget *back = gtk_widget_get_first_child (buttons);
  GtkWidget *forward = gtk_widget_get_next_sibling (back);
  g_autofree char *first = g_strdup (atlas_session_get_region (fixture->session));

  g_assert_false (gtk_widget_is_sensitive (back));
  main_window_activate (fixture, "win.select-region::640300");
  main_window_activate (fixture, "win.show-page::coverage");
  g_assert_true (gtk_widget_is_sensitive (back));
  g_assert_false (gtk_widget_is_sensitive (forward));
  g_assert_cmpstr (atlas_quiet_tooltip_get (back), ==, "Back to Wuzhong City · Compare");
  press_side_button (GTK_WIDGET (fixture->window), 8);
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "compare");
  g_assert_cmpstr (atlas_quiet_tooltip_get (forward), ==, "Forward to Wuzhong City · Coverage");
  main_window_activate (fixture, "win.back");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, first);
  g_assert_false (gtk_widget_is_sensitive (back));
  press_side_button (GTK_WIDGET (fixture->window), 9);
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640300");
}

static void
test_damaged_file_keeps_dataset (MainWindow    *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = main_window_dup_path ("damaged.atlas");
  AtlasDataset *before = atlas_session_get_dataset (fixture->session);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "no dataset at all", -1, NULL));
  g_assert_false (atlas_main_window_open (fixture->window, path));
  window_test_settle (NULL, NULL);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), path));
  g_assert_true (atlas_session_get_dataset (fixture->session) == before);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unlink (path);
}

static gboolean
has_dataset (gpointer window)
{
  return atlas_session_get_dataset (atlas_main_window_get_session (window)) != NULL;
}

/* The program starts on the file opened last. Where that is damaged, it says so and shows the published figures. */
static void
test_damaged_last_file (void)
{
  g_autofree char *path = main_window_dup_path ("last.atlas");
  g_autofree char *left = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *window, *dialog;

  g_assert_true (g_file_set_contents (path, "no dataset at all", -1, NULL));
  g_settings_set_string (settings, "last-file", path);
  g_application_activate (G_APPLICATION (main_window_get_application ()));
  window = window_test_find_toplevel (ATLAS_TYPE_MAIN_WINDOW);
  window_test_settle (has_dataset, window);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), path));
  left = g_settings_get_string (settings, "last-file");
  g_assert_cmpstr (left, ==, "");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
  g_unlink (path);
}

/* A dataset of the user's own is named, and one that nothing can be added to says so. */
static void
test_dataset_is_named (MainWindow    *fixture,
                       gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_nonnull (window_test_find_label (window, "test"));
  g_assert_cmpint (g_chmod (main_window_get_dataset_path (), 0444), ==, 0);
  g_assert_true (atlas_main_window_open (fixture->window, main_window_get_dataset_path ()));
  window_test_settle (NULL, NULL);
  g_assert_cmpint (g_chmod (main_window_get_dataset_path (), 0644), ==, 0);
  g_assert_nonnull (window_test_find_label (window, "test · Read-only"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "new-figure"));
}

static gboolean
has_other_dataset (gpointer window)
{
  AtlasDataset *dataset = atlas_session_get_dataset (atlas_main_window_get_session (window));

  return strcmp (atlas_dataset_get_path (dataset), main_window_get_dataset_path ()) != 0;
}

static void
open_file (const char *path)
{
  g_action_group_activate_action (G_ACTION_GROUP (main_window_get_application ()), "open", g_variant_new_string (path));
}

static gboolean
has_dialog (gpointer data)
{
  return window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* The window waits for no file: what is open stays until another has been read, and stays where that cannot be. Of two files
 * that were asked for the later is shown. */
static void
test_open_file (MainWindow    *fixture,
                gconstpointer  data)
{
  AtlasDataset *before = atlas_session_get_dataset (fixture->session);
  g_autofree char *damaged = main_window_dup_path ("damaged.atlas");
  g_autofree char *other = main_window_dup_path ("other.atlas");
  g_autoptr (GFile) file = g_file_new_for_path (main_window_get_dataset_path ());
  g_autoptr (GFile) copy = g_file_new_for_path (other);

  g_assert_true (g_file_set_contents (damaged, "no dataset at all", -1, NULL));
  g_assert_true (g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  open_file (damaged);
  window_test_settle (has_dialog, NULL);
  g_assert_true (atlas_session_get_dataset (fixture->session) == before);
  gtk_window_destroy (GTK_WINDOW (window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));

  open_file (damaged);
  open_file (other);
  g_assert_true (atlas_session_get_dataset (fixture->session) == before);
  window_test_settle (has_other_dataset, fixture->window);
  g_assert_cmpstr (atlas_dataset_get_path (atlas_session_get_dataset (fixture->session)), ==, other);
  g_assert_false (has_dialog (NULL));
  g_unlink (damaged);
  g_unlink (other);
}

/* Whatever is open, the way back to the published figures is one action. */
static void
test_open_published (MainWindow    *fixture,
                     gconstpointer  data)
{
  g_autoptr (AtlasTable) table = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (main_window_get_application ()), "open-published", NULL);
  window_test_settle (has_other_dataset, fixture->window);
  table = main_window_ask (fixture, "certified_workers", "640000");
  g_assert_cmpfloat (atlas_table_get_row (table, 0)->value, ==, 4072);
}

static void
test_preferences (MainWindow    *fixture,
                  gconstpointer  data)
{
  GtkWidget *preferences = atlas_preferences_window_new (fixture->settings, fixture->session);
  GtkWidget *scheme;

  gtk_window_present (GTK_WINDOW (preferences));
  window_test_settle (main_window_is_shown, preferences);
  atlas_session_set_stand_in (fixture->session, FALSE);
  g_settings_set_string (fixture->settings, "colour-scheme", "dark");
  window_test_settle (NULL, NULL);
  scheme = window_test_find_widget (preferences, ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (scheme)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* Nothing is wider than the window: what it needs at least fits 720 pixels, and so does each page. */
static void
test_fits_narrow_window (MainWindow    *fixture,
                         gconstpointer  data)
{
  const char *pages[] = { "win.show-page::overview", "win.show-page::compare", "win.show-page::trends",
                          "win.show-page::coverage", "win.show-page::funding", "win.show-page::data",
                          "win.show-page::report" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      main_window_activate (fixture, pages[i]);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 720);
    }
}

static gboolean
is_on (MainWindow *fixture,
       const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);

  return g_variant_get_boolean (state);
}

/* The display makes the window so wide when it comes to it, after all that the main loop has to do now. */
static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_get_width (window) <= 800;
}

/* The bar comes up bit by bit. */
static gboolean
has_pages (gpointer bar)
{
  return window_test_find_label (bar, "Coverage") != NULL;
}

/* Where the header has no room for the pages, they stand in a bar below. */
static void
test_pages_of_narrow_window (MainWindow    *fixture,
                             gconstpointer  data)
{
  GtkWidget *bar = window_test_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_SWITCHER_BAR);

  g_assert_false (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 900);
  window_test_settle (is_narrow, fixture->window);
  window_test_settle (NULL, NULL);
  g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  window_test_settle (has_pages, bar);
}

/* On a narrow window the panes lie over the page: one at a time, and the panel only with something to read in it. */
static void
test_panes_of_narrow_window (MainWindow    *fixture,
                             gconstpointer  data)
{
  g_autoptr (AtlasTable) table = main_window_ask (fixture, "certified_share", "532900");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 900);
  window_test_settle (is_narrow, fixture->window);
  window_test_settle (NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 800);
  g_assert_false (is_on (fixture, "show-regions"));
  g_assert_false (is_on (fixture, "show-source"));
  main_window_activate (fixture, "win.show-regions");
  g_assert_true (is_on (fixture, "show-regions"));
  atlas_session_set_selection (fixture->session, table, 0);
  window_test_settle (NULL, NULL);
  g_assert_true (is_on (fixture, "show-source"));
  g_assert_false (is_on (fixture, "show-regions"));
  atlas_session_set_selection (fixture->session, NULL, 0);
  window_test_settle (NULL, NULL);
  g_assert_false (is_on (fixture, "show-source"));
}

/* On a wide one the panel leaves the page its room until there is something to read, and then stays. */
static void
test_panel_comes_with_selection (MainWindow    *fixture,
                                 gconstpointer  data)
{
  g_autoptr (AtlasTable) table = main_window_ask (fixture, "certified_share", "532900");

  g_assert_false (is_on (fixture, "show-source"));
  g_assert_true (is_on (fixture, "show-regions"));
  atlas_session_set_selection (fixture->session, table, 0);
  window_test_settle (NULL, NULL);
  g_assert_true (is_on (fixture, "show-source"));
  g_assert_true (is_on (fixture, "show-regions"));
  atlas_session_set_selection (fixture->session, NULL, 0);
  window_test_settle (NULL, NULL);
  g_assert_true (is_on (fixture, "show-source"));
}

static void
test_state_is_remembered (MainWindow    *fixture,
                          gconstpointer  data)
{
  main_window_activate (fixture, "win.show-regions");
  main_window_activate (fixture, "win.select-region::640300");
  main_window_activate (fixture, "win.set-years((2021,2023))");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_false (g_settings_get_boolean (fixture->settings, "sidebar-visible"));
  fixture->window = atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), fixture->settings);
  fixture->session = atlas_main_window_get_session (fixture->window);
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640300");
  g_assert_cmpint (atlas_session_get_first_year (fixture->session), ==, 2021);
}

static void
test_new_figure (MainWindow    *fixture,
                 gconstpointer  data)
{
  AtlasNewFigureDialog *dialog;
  g_autoptr (AtlasTable) before = main_window_ask (fixture, "certified_workers", "640100");
  g_autoptr (AtlasTable) after = NULL;
  const AtlasObservation *row;

  g_assert_true (atlas_observation_is_missing (atlas_table_get_row (before, 0)));
  main_window_activate (fixture, "win.new-figure");
  dialog = ATLAS_NEW_FIGURE_DIALOG (window_test_find_toplevel (ATLAS_TYPE_NEW_FIGURE_DIALOG));
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (dialog), "Grade"));
  atlas_new_figure_dialog_fill (dialog, "region", "640100");
  g_assert_false (atlas_new_figure_dialog_save (dialog));
  atlas_new_figure_dialog_fill (dialog, "printed", "1200余人");
  g_assert_cmpstr (atlas_new_figure_dialog_get_reading (dialog), ==, "more than 1,200 people");
  atlas_new_figure_dialog_fill (dialog, "date", "2023");
  atlas_new_figure_dialog_fill (dialog, "title", "银川市2023年社会工作总结");
  atlas_new_figure_dialog_fill (dialog, "publisher", "银川市民政局");
  g_assert_true (atlas_new_figure_dialog_save (dialog));
  g_assert_false (atlas_new_figure_dialog_save (dialog)); /* not twice */
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog))); /* nor away before it is written */
  window_test_settle_answers (fixture->session);

  g_assert_null (window_test_find_toplevel (ATLAS_TYPE_NEW_FIGURE_DIALOG));
  after = main_window_ask (fixture, "certified_workers", "640100");
  row = atlas_table_get_row (after, 0);
  g_assert_cmpfloat (row->value, ==, 1200);
  g_assert_cmpint (row->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (((AtlasSource *) g_ptr_array_index (row->sources, 0))->title, ==, "银川市2023年社会工作总结");
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (main_window_find_row (GTK_WIDGET (fixture->window), "640100")), "≥ 1,200"));
}

int
main (int    argc,
      char **argv)
{
  int result;

  main_window_init (&argc, &argv);
  g_test_add_func ("/main-window/first-start", test_first_start);
  g_test_add_func ("/main-window/damaged-last-file", test_damaged_last_file);
#define ADD(name, function) \
  g_test_add ("/main-window/" name, MainWindow, NULL, main_window_set_up, function, main_window_tear_down)
  ADD ("pages-follow-actions", test_pages_follow_actions);
  ADD ("pages-keep-what-they-show", test_pages_keep_what_they_show);
  ADD ("places", test_places);
  ADD ("damaged-file-keeps-dataset", test_damaged_file_keeps_dataset);
  ADD ("dataset-is-named", test_dataset_is_named);
  ADD ("open-file", test_open_file);
  ADD ("open-published", test_open_published);
  ADD ("preferences", test_preferences);
  ADD ("hidden-pages-are-not-laid-out", test_hidden_pages_are_not_laid_out);
  ADD ("fits-narrow-window", test_fits_narrow_window);
  ADD ("pages-of-narrow-window", test_pages_of_narrow_window);
  ADD ("panes-of-narrow-window", test_panes_of_narrow_window);
  ADD ("panel-comes-with-selection", test_panel_comes_with_selection);
  ADD ("state-is-remembered", test_state_is_remembered);
  ADD ("new-figure", test_new_figure);
  result = g_test_run ();
  main_window_finish ();
  return result;
}
