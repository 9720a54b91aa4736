/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Tab through each page and window from its start: in reading order, through all of it, to its end. */

#include "config.h"

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/chart-views/chart-view.h"
#include "window/help-window.h"
#include "window/imports/import-dialog.h"
#include "window/imports/new-figure-dialog.h"
#include "window/pages/data-page.h"
#include "window/pages/page.h"
#include "window/preferences-window.h"
#include "window/report/batch-dialog.h"

/* More steps than any window has: Tab is caught somewhere. */
#define MAX_STEPS 1500

/* Heights of a row that differ by less stand in one line. */
#define LINE 12.0

static GtkWidget *
find_focus (GtkWidget *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static char *
describe (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Nothing has the focus, or had it. */
static void
forget_focus (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  gtk_widget_set_focus_child (widget, NULL);
  if (child != NULL)
    forget_focus (child);
}

/* All that Tab, or Shift and Tab, comes to in WINDOW from its start, (element-type GtkWidget). */
static GPtrArray *
walk (GtkWidget        *window,
      GtkDirectionType  direction)
{
  GPtrArray *stops = g_ptr_array_new ();
  guint n_steps = 0;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  forget_focus (window);
  while (gtk_widget_child_focus (window, direction))
    {
      GtkWidget *focus = find_focus (window);

      if (n_steps++ == MAX_STEPS)
        {
          g_autofree char *text = describe (focus);

          g_error ("Tab does not leave %s", text);
        }
      /* From one link of a label to the next. */
      if (stops->len > 0 && focus == g_ptr_array_index (stops, stops->len - 1))
        continue;
      /* A window begins anew. */
      if (stops->len > 1 && focus == g_ptr_array_index (stops, 0))
        return stops;
      if (g_ptr_array_find (stops, focus, NULL))
        {
          g_autofree char *text = describe (focus);

          g_error ("Tab comes back to %s", text);
        }
      g_ptr_array_add (stops, focus);
    }
  return stops;
}

/* Whether what lies at A is read before what lies at B. */
static gboolean
is_before (const graphene_rect_t *a,
           const graphene_rect_t *b)
{
  float middle_a = a->origin.y + a->size.height / 2, middle_b = b->origin.y + b->size.height / 2;

  if (a->origin.y + LINE < b->origin.y && middle_a + LINE < middle_b)
    return TRUE;
  return ABS (a->origin.y - b->origin.y) <= LINE || ABS (middle_a - middle_b) <= LINE ? a->origin.x <= b->origin.x
                                                                                     : a->origin.y <= b->origin.y;
}

/* The child of PARENT that WIDGET is in. */
static GtkWidget *
find_child (GtkWidget *parent,
            GtkWidget *widget)
{
  while (gtk_widget_get_parent (widget) != parent)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The parts of the window that the two are in, and which lie beside or below each other, are in reading order: a pane, a card, a
 * row, or the widgets themselves. */
static void
assert_before (GtkWidget *first,
               GtkWidget *second)
{
  GtkWidget *around = gtk_widget_get_parent (first);
  graphene_rect_t a, b;

  if (gtk_widget_is_ancestor (second, first))
    return;
  while (!gtk_widget_is_ancestor (second, around))
    around = gtk_widget_get_parent (around);
  g_assert_true (gtk_widget_compute_bounds (find_child (around, first), around, &a));
  g_assert_true (gtk_widget_compute_bounds (find_child (around, second), around, &b));
  if (!is_before (&a, &b))
    {
      g_autofree char *before = describe (first);
      g_autofree char *behind = describe (second);

      g_error ("Tab goes from\n%s\nto\n%s\nwhich is read before it", before, behind);
    }
}

/* All of WINDOW, from its start to its end. */
static guint
check (GtkWidget *window)
{
  g_autoptr (GPtrArray) stops = walk (window, GTK_DIR_TAB_FORWARD);

  for (guint i = 0; i < stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (stops, i);

      g_assert_true (gtk_widget_get_mapped (stop));
      if (i > 0)
        assert_before (g_ptr_array_index (stops, i - 1), stop);
    }
  return stops->len;
}

static gboolean
is_page_complete (gpointer page)
{
  return atlas_page_is_complete (page);
}

static void
show (MainWindow *fixture,
      const char *page)
{
  g_autofree char *action = g_strconcat ("win.show-page::", page, NULL);

  main_window_activate (fixture, action);
  window_test_settle (is_page_complete, atlas_main_window_get_page (fixture->window));
  window_test_settle (NULL, NULL);
}

/* With a figure chosen, so that there is something in the source panel too. */
static void
test_pages (MainWindow    *fixture,
            gconstpointer  data)
{
  static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "report" };

  main_window_activate (fixture, "win.select-region::640000");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show (fixture, pages[i]);
      if (i == 0)
        g_assert_true (window_test_press (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_CHART_VIEW), GDK_KEY_Home));
      g_assert_cmpuint (check (GTK_WIDGET (fixture->window)), >, 30);
    }
}

static void
test_data (MainWindow    *fixture,
           gconstpointer  data)
{
  static const char *const views[] = { "figures", "programmes", "imports" };

  show (fixture, "data");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      atlas_data_page_show_table (ATLAS_DATA_PAGE (atlas_main_window_get_page (fixture->window)), views[i]);
      window_test_settle (NULL, NULL);
      g_assert_cmpuint (check (GTK_WIDGET (fixture->window)), >, 20);
    }
}

/* Shift and Tab leave the lists too. */
static void
test_back (MainWindow    *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) stops = NULL;

  show (fixture, "data");
  stops = walk (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  g_assert_cmpuint (stops->len, >, 20);
}

/* Where nothing is known, and all stands behind what is missing. */
static void
test_empty_region (MainWindow    *fixture,
                   gconstpointer  data)
{
  main_window_activate (fixture, "win.select-region::640181");
  show (fixture, "overview");
  g_assert_cmpuint (check (GTK_WIDGET (fixture->window)), >, 30);
  show (fixture, "trends");
  g_assert_cmpuint (check (GTK_WIDGET (fixture->window)), >, 30);
}

typedef struct {
  GtkWidget *window;
  guint least;
} Filling;

static guint
count_focusable (GtkWidget *widget)
{
  guint n = gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_focusable (child);
  return n;
}

/* What a worker looks up first is there. */
static gboolean
is_filled (gpointer data)
{
  const Filling *self = data;

  return main_window_is_shown (self->window) && count_focusable (self->window) >= self->least;
}

/* A window that ACTION opens, with that many places at LEAST that Tab comes to. */
static void
check_window (GActionGroup *group,
              const char   *action,
              GVariant     *parameter,
              GType         type,
              guint         least)
{
  Filling filling = { NULL, least };

  g_action_group_activate_action (group, action, parameter);
  window_test_settle (NULL, NULL);
  filling.window = window_test_find_toplevel (type);
  g_assert_nonnull (filling.window);
  window_test_settle (is_filled, &filling);
  window_test_settle (NULL, NULL);
  g_assert_cmpuint (check (filling.window), >=, least);
  gtk_window_destroy (GTK_WINDOW (filling.window));
  window_test_settle (NULL, NULL);
}

static void
test_windows (MainWindow    *fixture,
              gconstpointer  data)
{
  GActionGroup *window = G_ACTION_GROUP (fixture->window);
  GActionGroup *program = G_ACTION_GROUP (main_window_get_application ());
  g_autofree char *file = main_window_dup_path ("people.csv");

  g_assert_true (g_file_set_contents (file, "person_id,name,grade,region_code\na1,王一,assistant,640302\n", -1, NULL));
  check_window (window, "new-figure", NULL, ATLAS_TYPE_NEW_FIGURE_DIALOG, 6);
  check_window (window, "report-each-in", g_variant_new_string ("640000"), ATLAS_TYPE_BATCH_DIALOG, 3);
  check_window (window, "import", g_variant_new_string (file), ATLAS_TYPE_IMPORT_DIALOG, 8);
  check_window (program, "preferences", NULL, ATLAS_TYPE_PREFERENCES_WINDOW, 3);
  check_window (program, "help", g_variant_new_string (""), ATLAS_TYPE_HELP_WINDOW, 10);
}

int
main (int    argc,
      char **argv)
{
  static const MainWindowTest tests[] = {
    { "pages", test_pages },
    { "data", test_data },
    { "back", test_back },
    { "empty-region", test_empty_region },
    { "windows", test_windows },
  };

  return main_window_run (&argc, &argv, "/focus-order/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
