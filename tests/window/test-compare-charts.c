/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The charts of a comparison: what they show, and how they are read, pointed at and left. */

#include "config.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "compare-fixture.h"
#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/pages/page-charts.h"
#include "window/tables/table-text.h"

/* The view of the chart of INDICATOR, undivided. */
static AtlasChartView *
find_view (CompareFixture *fixture,
           const char     *indicator)
{
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (fixture->page);

  for (guint i = 0; i < cards->len; i++)
    {
      AtlasChartView *view = atlas_chart_card_get_view (g_ptr_array_index (cards, i));
      const AtlasQuestion *question = atlas_table_get_question (atlas_chart_view_get_spec (view)->table);

      if (strcmp (question->indicator, indicator) == 0 && question->by == NULL)
        return view;
    }
  g_assert_not_reached ();
}

static const AtlasChartMark *
find_mark (AtlasChartView *view,
           const char     *region)
{
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (view);

  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, i);

      if (strcmp (mark->observation->region->code, region) == 0)
        return mark;
    }
  g_assert_not_reached ();
}

/* A note sign may follow. */
static void
assert_label (CompareFixture *fixture,
              const char     *indicator,
              const char     *region,
              const char     *label)
{
  const char *shown = find_mark (find_view (fixture, indicator), region)->label;
  gsize length = strlen (label);

  g_test_message ("%s", shown);
  g_assert_true (strncmp (shown, label, length) == 0);
  g_assert_true (shown[length] == '\0' || shown[length] == ' ');
}

static void
test_labels (CompareFixture *fixture,
             gconstpointer   data)
{
  assert_label (fixture, "certified_workers", "640000", "4,072");
  assert_label (fixture, "certified_workers", "640300", "753");
  assert_label (fixture, "certified_workers", "532900", "477");
  assert_label (fixture, "certified_workers", "500110", "≥ 810");
  assert_label (fixture, "certified_share", "640000", "31.3%");
  assert_label (fixture, "certified_share", "640300", "24.0%");
  assert_label (fixture, "certified_share", "532900", "11.0%");
  /* By the registers of none: stations of the documents over the statutory townships of the list. */
  g_assert_nonnull (strstr (find_mark (find_view (fixture, "township_coverage"), "640300")->label, "102.1%"));
  g_assert_nonnull (strstr (find_mark (find_view (fixture, "township_coverage"), "500110")->label, "21"));
}

static void
centre_of (const AtlasChartMark *mark,
           double               *x,
           double               *y)
{
  *x = mark->hit.x + mark->hit.width / 2;
  *y = mark->hit.y + mark->hit.height / 2;
}

static void
count (guint *n)
{
  ++*n;
}

/* A chart that the keyboard reaches is drawn anew, with a ring. */
static void
test_focus_is_drawn (CompareFixture *fixture,
                     gconstpointer   data)
{
  GtkWidget *view = GTK_WIDGET (find_view (fixture, "certified_share"));
  g_autoptr (GdkPaintable) shown = gtk_widget_paintable_new (view);
  guint drawn = 0;

  gtk_window_set_focus_visible (fixture->window, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (find_view (fixture, "certified_workers")));
  compare_fixture_wait (fixture);
  g_signal_connect_swapped (shown, "invalidate-contents", G_CALLBACK (count), &drawn);
  gtk_widget_grab_focus (view);
  compare_fixture_wait (fixture);
  g_assert_cmpuint (drawn, >, 0);
}

/* Walking down with the keyboard reaches each mark, and each is where the pointer finds it. */
static void
test_keyboard_and_pointer (CompareFixture *fixture,
                           gconstpointer   data)
{
  AtlasChartView *view = find_view (fixture, "certified_workers");
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (view);
  guint n_marks = atlas_chart_layout_get_n_marks (layout);

  g_assert_cmpuint (n_marks, ==, 4);
  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Home));
  for (guint i = 0; i < n_marks; i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, i);
      double x, y;
      guint row;

      centre_of (mark, &x, &y);
      g_assert_cmpint (atlas_chart_layout_find_mark (layout, x, y), ==, i);
      g_assert_cmpint (atlas_chart_view_get_selected (view), ==, mark->row);
      g_assert_true (atlas_session_get_selection (fixture->session, &row) == atlas_chart_view_get_spec (view)->table);
      g_assert_cmpuint (row, ==, mark->row);
      g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Down));
    }
  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Escape));
  g_assert_cmpint (atlas_chart_view_get_selected (view), ==, -1);
  g_assert_null (atlas_session_get_selection (fixture->session, NULL));
}

static void
test_click (CompareFixture *fixture,
            gconstpointer   data)
{
  AtlasChartView *view = find_view (fixture, "certified_workers");
  AtlasChartView *other = find_view (fixture, "certified_share");
  const AtlasObservation *selected;
  AtlasTable *table;
  double x, y;
  guint row;

  centre_of (find_mark (view, "640300"), &x, &y);
  window_test_click (GTK_WIDGET (view), x, y, 1);
  table = atlas_session_get_selection (fixture->session, &row);
  g_assert_nonnull (table);
  selected = atlas_table_get_row (table, row);
  g_assert_cmpstr (selected->region->code, ==, "640300");
  g_assert_cmpfloat (selected->value, ==, 753);
  g_assert_cmpint (atlas_chart_view_get_selected (other), ==, -1);

  centre_of (find_mark (other, "532900"), &x, &y);
  window_test_click (GTK_WIDGET (other), x, y, 1);
  g_assert_cmpint (atlas_chart_view_get_selected (view), ==, -1);
  g_assert_cmpint (atlas_chart_view_get_selected (other), >=, 0);
}

/* Moving the pointer over a chart lays nothing out anew. */
static void
test_hover (CompareFixture *fixture,
            gconstpointer   data)
{
  AtlasChartView *view = find_view (fixture, "certified_workers");
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (view);
  double x, y;

  centre_of (find_mark (view, "532900"), &x, &y);
  window_test_move (GTK_WIDGET (view), x, y);
  compare_fixture_wait (fixture);
  g_assert_true (atlas_chart_view_get_layout (view) == layout);
}

/* What a screen reader gets: a picture with a name, and the mark the keyboard is on. */
static void
test_accessible (CompareFixture *fixture,
                 gconstpointer   data)
{
  AtlasChartView *view = find_view (fixture, "certified_workers");
  GtkAccessible *accessible = GTK_ACCESSIBLE (view);
  g_autofree char *mark_text = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *both = NULL;

  g_assert_cmpint (gtk_accessible_get_accessible_role (accessible), ==, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "Certified social workers");
  whole = atlas_chart_layout_dup_description (atlas_chart_view_get_layout (view));
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole);

  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Home));
  mark_text = atlas_chart_layout_dup_mark_text (atlas_chart_view_get_layout (view), 0);
  both = g_strdup_printf ("%s\n%s", mark_text, whole);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both);
}

static void
test_copy (CompareFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *view = GTK_WIDGET (find_view (fixture, "certified_workers"));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (view);

  g_assert_true (gtk_widget_activate_action (view, "chart.copy-table", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
  g_assert_true (gtk_widget_activate_action (view, "chart.copy-picture", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

static void
test_table (CompareFixture *fixture,
            gconstpointer   data)
{
  AtlasChartView *view = find_view (fixture, "certified_workers");
  AtlasTable *table = atlas_chart_view_get_spec (view)->table;
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (view), ATLAS_TYPE_CHART_CARD);
  const AtlasTextColumn column = { ATLAS_TEXT_COLUMN_VALUE };

  for (guint i = 0; i < atlas_chart_layout_get_n_marks (atlas_chart_view_get_layout (view)); i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (atlas_chart_view_get_layout (view), i);
      g_autofree char *text = atlas_text_column_dup_text (&column, table, mark->row);

      g_assert_true (g_str_has_prefix (mark->label, text));
    }

  g_assert_true (window_test_press (card, GDK_KEY_t));
  g_assert_true (atlas_chart_card_get_show_table (ATLAS_CHART_CARD (card)));
  compare_fixture_wait (fixture);
  g_assert_nonnull (window_test_find_label (card, "≥ 810"));
  g_assert_true (window_test_press (card, GDK_KEY_t));
  g_assert_false (atlas_chart_card_get_show_table (ATLAS_CHART_CARD (card)));
}

/* The main loop does not wait for another that writes into the file; what is compared is shown after that. */
static void
test_writer (CompareFixture *fixture,
             gconstpointer   data)
{
  const char *path = atlas_dataset_get_path (atlas_session_get_dataset (fixture->session));
  sqlite3 *writer;

  g_assert_cmpint (sqlite3_open (path, &writer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_session_set_reference (fixture->session, "640300");
  window_test_settle (NULL, NULL);
  g_assert_false (atlas_page_is_complete (ATLAS_PAGE (fixture->page)));
  sqlite3_close (writer);
  compare_fixture_wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "+7.3 pp"));
  assert_label (fixture, "certified_share", "640300", "24.0%");
}

/* The nearest region around all that are compared, and the nation; not one of those compared, nor a sum. */
static void
test_regions_around (CompareFixture *fixture,
                     gconstpointer   data)
{
  static const char *const counties[] = { "640300", "640100", NULL };
  const AtlasChartSpec *spec;

  spec = atlas_chart_view_get_spec (find_view (fixture, "certified_workers"));
  g_assert_true (isnan (spec->reference));
  atlas_session_set_compare (fixture->session, counties);
  compare_fixture_wait (fixture);
  spec = atlas_chart_view_get_spec (find_view (fixture, "certified_share"));
  g_assert_cmpfloat_with_epsilon (spec->reference, 4072 / 130.0, 1e-9);
  g_assert_cmpstr (spec->reference_label, ==, "Ningxia: 31.3% (2023)");
  /* 929,000 of 1,600,000 people, both about, in 2022 */
  g_assert_true (g_str_has_prefix (spec->further_label, "China: about 58.1% ("));
}

static void
test_per_10k (CompareFixture *fixture,
              gconstpointer   data)
{
  atlas_session_set_per_10k (fixture->session, TRUE);
  compare_fixture_wait (fixture);
  assert_label (fixture, "certified_per_10k", "640000", "5.65");
}

/* Of Jiangsu and China there are figures of 2015 and later ones: each is then in per cent of its own of that year. */
static void
test_index (CompareFixture *fixture,
            gconstpointer   data)
{
  const char *codes[] = { "000000", "320000", "640000", NULL };
  g_autoptr (GPtrArray) cards = NULL;
  const AtlasChartSpec *spec;
  const AtlasObservation *row;

  atlas_session_set_per_10k (fixture->session, TRUE);
  atlas_session_set_compare (fixture->session, codes);
  atlas_session_set_as_index (fixture->session, TRUE);
  g_assert_false (atlas_session_get_per_10k (fixture->session));
  compare_fixture_wait (fixture);
  cards = atlas_page_charts_list_cards (fixture->page);
  g_assert_cmpuint (cards->len, >, 0);
  spec = atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, 0)));
  g_assert_cmpint (spec->kind, ==, ATLAS_CHART_LINE);
  g_assert_cmpstr (spec->headline, ==, "Certified social workers, 2015 = 100%");
  row = atlas_table_find (spec->table, "000000", 2022, NULL);
  g_assert_cmpfloat_with_epsilon (row->value, 929000.0 / 206000.0 * 100.0, 1e-9);
  g_assert_cmpint (row->qualifier, ==, ATLAS_QUALIFIER_ABOUT);

  atlas_session_set_per_10k (fixture->session, TRUE);
  g_assert_false (atlas_session_get_as_index (fixture->session));
}

/* Where no year is shared it is said, and the way back is as short. */
static void
test_no_index (CompareFixture *fixture,
               gconstpointer   data)
{
  GtkWidget *button = window_test_find_label (fixture->page, "Index");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  compare_fixture_wait (fixture);
  g_assert_true (atlas_session_get_as_index (fixture->session));
  g_assert_nonnull (window_test_find_label (fixture->page,
                                            "No two of these regions have figures of one year and of a later one. Choose other "
                                            "years, or enter what documents have published."));
  button = window_test_find_label (fixture->page, "Totals");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  compare_fixture_wait (fixture);
  g_assert_false (atlas_session_get_as_index (fixture->session));
  atlas_session_undo (fixture->session);
  g_assert_true (atlas_session_get_as_index (fixture->session));
}

/* Of Jiangsu there are figures from July 2015 to June 2023, of China from before to after. */
static void
test_change (CompareFixture *fixture,
             gconstpointer   data)
{
  const char *codes[] = { "000000", "320000", "640000", NULL };
  g_autoptr (GPtrArray) before = atlas_page_charts_list_cards (fixture->page);
  g_autoptr (GPtrArray) after = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (before, i)))->kind, !=,
                     ATLAS_CHART_DUMBBELL);
  atlas_session_set_compare (fixture->session, codes);
  compare_fixture_wait (fixture);
  after = atlas_page_charts_list_cards (fixture->page);
  for (guint i = 0; i < after->len; i++)
    {
      const AtlasChartSpec *spec = atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (after, i)));

      if (spec->kind != ATLAS_CHART_DUMBBELL)
        continue;
      n_changes++;
      g_assert_cmpint (atlas_table_get_question (spec->table)->first_year, ==, 2015);
      g_assert_cmpint (atlas_table_get_question (spec->table)->last_year, ==, 2023);
    }
  g_assert_cmpuint (n_changes, ==, 1);
}

/* One county's register of 2026 makes no change from the 4,072 and 753 of 2023. */
static void
test_partial_change (CompareFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (GPtrArray) cards = NULL;

  window_test_import (atlas_session_get_dataset (fixture->session), "personnel", "2026-12-31", "640302",
                      "person_id,name,grade,region_code,certified_on\np1,王一,assistant,640302,2020-06-01\n");
  compare_fixture_wait (fixture);
  cards = atlas_page_charts_list_cards (fixture->page);
  g_assert_cmpuint (cards->len, >, 0);
  for (guint i = 0; i < cards->len; i++)
    g_assert_cmpint (atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, i)))->kind, !=,
                     ATLAS_CHART_DUMBBELL);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  compare_fixture_add_test ("/compare-charts/labels", test_labels);
  compare_fixture_add_test ("/compare-charts/focus-is-drawn", test_focus_is_drawn);
  compare_fixture_add_test ("/compare-charts/keyboard-and-pointer", test_keyboard_and_pointer);
  compare_fixture_add_test ("/compare-charts/click", test_click);
  compare_fixture_add_test ("/compare-charts/hover", test_hover);
  compare_fixture_add_test ("/compare-charts/accessible", test_accessible);
  compare_fixture_add_test ("/compare-charts/copy", test_copy);
  compare_fixture_add_test ("/compare-charts/table", test_table);
  compare_fixture_add_test ("/compare-charts/writer", test_writer);
  compare_fixture_add_test ("/compare-charts/regions-around", test_regions_around);
  compare_fixture_add_test ("/compare-charts/per-10k", test_per_10k);
  compare_fixture_add_test ("/compare-charts/index", test_index);
  compare_fixture_add_test ("/compare-charts/no-index", test_no_index);
  compare_fixture_add_test ("/compare-charts/change", test_change);
  compare_fixture_add_test ("/compare-charts/partial-change", test_partial_change);

  return g_test_run ();
}
