/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "window-test.h"
#include "window/application.h"
#include "window/pages/indicator-button.h"
#include "window/pages/year-button.h"

static AtlasSession *session;

/* The first widget of TYPE at or below WIDGET that comes after N others. */
static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint      n)
{
  GtkWidget *found = find_nth (widget, type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
open_popover (GtkWidget *widget)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (find (widget, GTK_TYPE_MENU_BUTTON, 0)));
  window_test_settle (NULL, NULL);
}

static void
test_indicator (void)
{
  GtkWidget *button = atlas_indicator_button_new (session);
  GtkWindow *window = window_test_show (button, 400, 300);
  GtkWidget *entry;

  g_assert_nonnull (window_test_find_label (button, "Certified social workers"));
  open_popover (button);
  entry = find (button, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "township station cov");
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "township_coverage");
  atlas_session_undo (session);
  g_assert_nonnull (window_test_find_label (button, "Certified social workers"));
  gtk_window_destroy (window);
}

/* Chinese names are found in an English window too. */
static void
test_indicator_by_other_name (void)
{
  GtkWidget *button = atlas_indicator_button_new (session);
  GtkWindow *window = window_test_show (button, 400, 300);
  GtkWidget *entry;

  open_popover (button);
  entry = find (button, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "持证率");
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "certified_share");
  atlas_session_undo (session);
  gtk_window_destroy (window);
}

static guint
position_of (GtkDropDown *list,
             const char  *year)
{
  GListModel *model = gtk_drop_down_get_model (list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (strcmp (gtk_string_object_get_string (item), year) == 0)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_years (void)
{
  AtlasYearButton *button = g_object_new (ATLAS_TYPE_YEAR_BUTTON, NULL);
  GtkWidget *widget = GTK_WIDGET (button);
  GtkWindow *window;
  GtkDropDown *one;

  atlas_session_set_region (session, "640000");
  atlas_year_button_set_session (button, session);
  window = window_test_show (widget, 400, 300);
  g_assert_nonnull (window_test_find_label (widget, "Latest"));
  open_popover (widget);
  window_test_settle_answers (session);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (widget, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 0); /* which year is asked first */
  window_test_settle_answers (session);
  /* Ningxia and the three others have certified workers up to 2023, other divisions later figures. */
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 2023);
  one = GTK_DROP_DOWN (find (widget, GTK_TYPE_DROP_DOWN, 0));
  gtk_drop_down_set_selected (one, position_of (one, "2021"));
  g_assert_cmpint (atlas_session_get_first_year (session), ==, 2021);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 2021);
  g_assert_nonnull (window_test_find_label (widget, "2021"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (widget, GTK_TYPE_CHECK_BUTTON, 2)), TRUE);
  g_assert_cmpint (atlas_session_get_first_year (session), <, 2021);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 2021);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (widget, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (widget, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (widget, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  window_test_settle_answers (session);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 0); /* the year is not wanted any more */

  gtk_switch_set_active (GTK_SWITCH (find (widget, GTK_TYPE_SWITCH, 0)), FALSE);
  g_assert_false (atlas_session_get_stand_in (session));
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  int result;

  window_test_init (&argc, &argv);
  application = atlas_application_new ();
  session = window_test_session_new ();
  g_test_add_func ("/choosers/indicator", test_indicator);
  g_test_add_func ("/choosers/indicator-by-other-name", test_indicator_by_other_name);
  g_test_add_func ("/choosers/years", test_years);
  result = g_test_run ();
  g_clear_object (&session);
  return result;
}
