/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/pages/compare-bar.h"
#include "window/pages/compare-gaps.h"
#include "window/pages/compare-page.h"
#include "window/pages/difference-table.h"
#include "window/pages/page-charts.h"
#include "window/pages/reference-chooser.h"
#include "window/parts/quiet-tooltip.h"
#include "window/regions/region-chip.h"
#include "window/tables/table-text.h"

static const char *const four_regions[] = { "640000", "640300", "532900", "500110", NULL };

typedef struct {
  AtlasSession *session;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static gboolean
is_complete (gpointer page)
{
  return atlas_page_is_complete (page);
}

static void
wait (Fixture *fixture)
{
  window_test_settle (is_complete, fixture->page);
  window_test_settle (NULL, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = window_test_session_new ();
  atlas_session_set_indicator (fixture->session, "certified_workers");
  atlas_session_set_compare (fixture->session, four_regions);
  fixture->page = atlas_compare_page_new (fixture->session);
  fixture->window = window_test_show (fixture->page, 1180, 860);
  wait (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  window_test_settle (NULL, NULL);
  window_test_finalize (fixture->session);
}

/* The view of the chart of INDICATOR, undivided. */
static AtlasChartView *
find_view (Fixture    *fixture,
           const char *indicator)
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
assert_label (Fixture    *fixture,
              const char *indicator,
              const char *region,
              const char *label)
{
  const char *shown = find_mark (find_view (fixture, indicator), region)->label;
  gsize length = strlen (label);

  g_test_message ("%s", shown);
  g_assert_true (strncmp (shown, label, length) == 0);
  g_assert_true (shown[length] == '\0' || shown[length] == ' ');
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
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
test_focus_is_drawn (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (find_view (fixture, "certified_share"));
  g_autoptr (GdkPaintable) shown = gtk_widget_paintable_new (view);
  guint drawn = 0;

  gtk_window_set_focus_visible (fixture->window, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (find_view (fixture, "certified_workers")));
  wait (fixture);
  g_signal_connect_swapped (shown, "invalidate-contents", G_CALLBACK (count), &drawn);
  gtk_widget_grab_focus (view);
  wait (fixture);
  g_assert_cmpuint (drawn, >, 0);
}

/* Walking down with the keyboard reaches each mark, and each is where the pointer finds it. */
static void
test_keyboard_and_pointer (Fixture       *fixture,
                           gconstpointer  data)
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
test_click (Fixture       *fixture,
            gconstpointer  data)
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
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  AtlasChartView *view = find_view (fixture, "certified_workers");
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (view);
  double x, y;

  centre_of (find_mark (view, "532900"), &x, &y);
  window_test_move (GTK_WIDGET (view), x, y);
  wait (fixture);
  g_assert_true (atlas_chart_view_get_layout (view) == layout);
}

/* What a screen reader gets: a picture with a name, and the mark the keyboard is on. */
static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
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
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (find_view (fixture, "certified_workers"));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (view);

  g_assert_true (gtk_widget_activate_action (view, "chart.copy-table", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
  g_assert_true (gtk_widget_activate_action (view, "chart.copy-picture", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
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
  wait (fixture);
  g_assert_nonnull (window_test_find_label (card, "≥ 810"));
  g_assert_true (window_test_press (card, GDK_KEY_t));
  g_assert_false (atlas_chart_card_get_show_table (ATLAS_CHART_CARD (card)));
}

/* Shares within the reference, distances of ratios; nothing where the two cannot be compared. */
static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_nonnull (window_test_find_label (fixture->page, "18.5% of it"));
  g_assert_nonnull (window_test_find_label (fixture->page, "−7.3 pp"));
  g_assert_nonnull (window_test_find_label (fixture->page, "−20.3 pp"));
  g_assert_nonnull (window_test_find_label (fixture->page, "—"));
  g_assert_null (window_test_find_label (fixture->page, "11.7% of it"));
}

/* In the unit of the line, which its head names: 1.43 per 10,000 is 4.22 below 5.65; of money in thousands, thousands. */
static void
test_differences_in_unit (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_nonnull (window_test_find_label (fixture->page, "−4.22"));
  g_assert_nonnull (window_test_find_label (fixture->page, "Funding per certified worker (thousand yuan)"));
  g_assert_nonnull (window_test_find_label (fixture->page, "≈ −18.4"));
}

/* How much more or less, in numbers or in per cent; the ranks stay. */
static void
test_difference_modes (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *mode = window_test_find_label (fixture->page, "Share or distance");
  GtkWidget *chooser = gtk_widget_get_ancestor (mode, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 1);
  g_assert_nonnull (window_test_find_label (fixture->page, "−3,319"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 2);
  g_assert_nonnull (window_test_find_label (fixture->page, "−81.5%"));
  g_assert_nonnull (window_test_find_label (fixture->page, "−7.3 pp"));
  g_assert_null (window_test_find_label (fixture->page, "18.5% of it"));
}

/* 4,072 of 7,202,654 residents to 477 of 3,337,559: 5.65 to 1.43, 3.96 times; the shares differ less (2.84), and the money is
 * of different years. Wuzhong alone of Ningxia's five has published a number, so it has no rank; Dali neither. */
static void
test_finding (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const two[] = { "640000", "532900", NULL };

  atlas_session_set_compare (fixture->session, two);
  wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "They differ most in certified workers per 10,000 residents: Ningxia has "
                                                           "5.65, Dali Prefecture 1.43, 4.0 times as much for the first."));
}

static gboolean
says_finding (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "finding"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says_finding (child))
      return TRUE;
  return FALSE;
}

/* Nothing is said to differ most where only two of five have figures of one year. */
static void
test_no_finding (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const five[] = { "640100", "640200", "640300", "640400", "532900", NULL };

  g_assert_true (says_finding (fixture->page));
  atlas_session_set_compare (fixture->session, five);
  wait (fixture);
  g_assert_false (says_finding (fixture->page));
}

static GtkWidget *
find_control (Fixture    *fixture,
              const char *label)
{
  return gtk_widget_get_parent (window_test_find_label (fixture->page, label));
}

static double
find_top (Fixture   *fixture,
          GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->page, &bounds));
  return bounds.origin.y + bounds.size.height / 2;
}

/* Beside the source panel of a usual screen a comparison of four has one line, for which names become shorter; where that is not
 * enough, the scales go to the next. */
static void
test_bar_wraps (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *index = window_test_find_button (fixture->page, "Index");
  GtkWidget *chip;

  gtk_window_set_default_size (fixture->window, 866, 860);
  window_test_settle (NULL, NULL);
  chip = find_control (fixture, "Qijiang District");
  g_assert_cmpfloat_with_epsilon (find_top (fixture, index), find_top (fixture, chip), 2);
  g_assert_true (gtk_widget_get_width (chip) < 140);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (window_test_find_label (fixture->page, "Ningxia"))), ==,
                   PANGO_ELLIPSIZE_NONE);
  gtk_window_set_default_size (fixture->window, 700, 860);
  wait (fixture);
  g_assert_cmpfloat (find_top (fixture, index), >, find_top (fixture, chip) + 24);
}

/* The reference is chosen where it tells: on the card of the table that states differences to it. */
static void
test_reference_chooser (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *card = gtk_widget_get_parent (window_test_find_widget (fixture->page, ATLAS_TYPE_DIFFERENCE_TABLE));
  GtkWidget *chooser = window_test_find_widget (card, ATLAS_TYPE_REFERENCE_CHOOSER);
  GtkDropDown *names = GTK_DROP_DOWN (window_test_find_widget (chooser, GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (names, 1);
  wait (fixture);
  g_assert_cmpstr (atlas_session_get_reference (fixture->session), ==, "640300");
  g_assert_nonnull (window_test_find_label (fixture->page, "Wuzhong City (reference)"));
}

/* On a large screen the table of four stands beside what is missing; of eight it has the width for itself. */
static void
test_table_on_large_screen (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const eight[] = { "640000", "640300", "532900", "500110", "640100", "640200", "640400", "640500", NULL };
  GtkWidget *grid = gtk_widget_get_parent (window_test_find_widget (fixture->page, ATLAS_TYPE_COMPARE_GAPS));
  GtkWidget *table = gtk_widget_get_first_child (grid);

  gtk_widget_size_allocate (grid, &(GtkAllocation) { 0, 0, 2200, 2000 }, -1);
  g_assert_cmpint (gtk_widget_get_width (table), <, 1110);
  atlas_session_set_compare (fixture->session, eight);
  wait (fixture);
  gtk_widget_size_allocate (grid, &(GtkAllocation) { 0, 0, 2200, 2000 }, -1);
  g_assert_cmpint (gtk_widget_get_width (table), >, 2100);
}

/* The table ends where its last line does, and its card with it. */
static void
test_differences_fill_card (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *table = window_test_find_widget (fixture->page, ATLAS_TYPE_DIFFERENCE_TABLE);
  GtkWidget *last = gtk_widget_get_last_child (window_test_find_widget (table, GTK_TYPE_GRID));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (last, table, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, gtk_widget_get_height (table) - 12);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, gtk_widget_get_height (table) + 1);
}

/* At the end of 2023 three stations in Yinchuan, two in Wuzhong, one in Shizuishan, and none in Guyuan and Zhongwei. */
static const char stations[] =
  "station_id,name,tier,region_code,status,opened_on\n"
  "s1,甲站,township_station,640104001,operating,2021-03-01\ns2,乙站,township_station,640104002,operating,2021-03-01\n"
  "s3,丙站,township_station,640104003,operating,2021-03-01\ns4,丁站,township_station,640302100,operating,2021-03-01\n"
  "s5,戊站,township_station,640302101,operating,2021-03-01\ns6,己站,township_station,640202001,operating,2021-03-01\n";

static const char *const two_cities[] = { "640100", "640300", NULL };

/* The line of INDICATOR as it is exported; (transfer full). */
static char *
dup_line (Fixture    *fixture,
          const char *indicator)
{
  GtkWidget *table = window_test_find_widget (fixture->page, ATLAS_TYPE_DIFFERENCE_TABLE);
  g_autofree char *text = atlas_difference_table_dup_tsv (ATLAS_DIFFERENCE_TABLE (table));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_test_message ("%s", text);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], indicator))
      return g_strdup (lines[i]);
  g_assert_not_reached ();
}

/* Of a place among its siblings the cell says which, the tooltip among whom, and what is exported has it too. */
static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *line = NULL;
  GtkWidget *cell;

  window_test_import (atlas_session_get_dataset (fixture->session), "stations", "2023-12-31", "640000", stations);
  atlas_session_set_compare (fixture->session, two_cities);
  wait (fixture);
  line = dup_line (fixture, "Social work station network");
  g_assert_cmpstr (line, ==, "Social work station network (stations)\t3\trank 1 of 5\t2\t\trank 2 of 5");
  cell = gtk_widget_get_ancestor (window_test_find_label (fixture->page, "rank 2 of 5"), GTK_TYPE_BUTTON);
  g_assert_nonnull (strstr (atlas_quiet_tooltip_get (cell), "rank 2 of 5 among the divisions of Ningxia, 5 of 5 with a figure"));
}

/* How many chips there are, and that they stand in the order of CODES. */
static void
assert_chips (Fixture           *fixture,
              const char *const *names)
{
  GtkWidget *child = gtk_widget_get_first_child (window_test_find_widget (fixture->page, ATLAS_TYPE_COMPARE_BAR));

  for (guint i = 0; names[i] != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (ATLAS_IS_REGION_CHIP (child));
      g_assert_nonnull (window_test_find_label (child, names[i]));
    }
  g_assert_false (ATLAS_IS_REGION_CHIP (child));
}

/* Of a comparison that was given up for another nothing is left, whatever the workers were at. */
static void
test_superseded (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const one[] = { "640300", NULL };
  static const char *const names[] = { "Yinchuan City", "Wuzhong City", NULL };
  g_autofree char *line = NULL;

  window_test_import (atlas_session_get_dataset (fixture->session), "stations", "2023-12-31", "640000", stations);
  for (int i = 0; i < 3; i++)
    {
      atlas_session_set_compare (fixture->session, four_regions);
      g_main_context_iteration (NULL, FALSE);
      atlas_session_set_compare (fixture->session, two_cities);
      assert_chips (fixture, names);
      wait (fixture);
      line = dup_line (fixture, "Social work station network");
      g_assert_cmpstr (line, ==, "Social work station network (stations)\t3\trank 1 of 5\t2\t\trank 2 of 5");
      g_clear_pointer (&line, g_free);
    }
  atlas_session_set_compare (fixture->session, four_regions);
  atlas_session_set_compare (fixture->session, one);
  wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "Choose Two or More Regions"));
  g_assert_true (atlas_page_is_complete (ATLAS_PAGE (fixture->page)));
}

/* The main loop does not wait for another that writes into the file; what is compared is shown after that. */
static void
test_writer (Fixture       *fixture,
             gconstpointer  data)
{
  const char *path = atlas_dataset_get_path (atlas_session_get_dataset (fixture->session));
  sqlite3 *writer;

  g_assert_cmpint (sqlite3_open (path, &writer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_session_set_reference (fixture->session, "640300");
  window_test_settle (NULL, NULL);
  g_assert_false (atlas_page_is_complete (ATLAS_PAGE (fixture->page)));
  sqlite3_close (writer);
  wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "+7.3 pp"));
  assert_label (fixture, "certified_share", "640300", "24.0%");
}

static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  atlas_session_set_reference (fixture->session, "640300");
  wait (fixture);
  g_assert_null (window_test_find_label (fixture->page, "18.5% of it"));
  g_assert_nonnull (window_test_find_label (fixture->page, "+7.3 pp"));
}

/* The nearest region around all that are compared, and the nation; not one of those compared, nor a sum. */
static void
test_regions_around (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const counties[] = { "640300", "640100", NULL };
  const AtlasChartSpec *spec;

  spec = atlas_chart_view_get_spec (find_view (fixture, "certified_workers"));
  g_assert_true (isnan (spec->reference));
  atlas_session_set_compare (fixture->session, counties);
  wait (fixture);
  spec = atlas_chart_view_get_spec (find_view (fixture, "certified_share"));
  g_assert_cmpfloat_with_epsilon (spec->reference, 4072 / 130.0, 1e-9);
  g_assert_cmpstr (spec->reference_label, ==, "Ningxia: 31.3% (2023)");
  /* 929,000 of 1,600,000 people, both about, in 2022 */
  g_assert_true (g_str_has_prefix (spec->further_label, "China: about 58.1% ("));
}

static void
test_too_few (Fixture       *fixture,
              gconstpointer  data)
{
  const char *one[] = { "640300", NULL };

  atlas_session_set_compare (fixture->session, one);
  wait (fixture);
  g_assert_nonnull (window_test_find_label (fixture->page, "Choose Two or More Regions"));
  atlas_session_set_compare (fixture->session, four_regions);
  wait (fixture);
  g_assert_null (window_test_find_label (fixture->page, "Choose Two or More Regions"));
}

static void
test_per_10k (Fixture       *fixture,
              gconstpointer  data)
{
  atlas_session_set_per_10k (fixture->session, TRUE);
  wait (fixture);
  assert_label (fixture, "certified_per_10k", "640000", "5.65");
}

/* Of Jiangsu and China there are figures of 2015 and later ones: each is then in per cent of its own of that year. */
static void
test_index (Fixture       *fixture,
            gconstpointer  data)
{
  const char *codes[] = { "000000", "320000", "640000", NULL };
  g_autoptr (GPtrArray) cards = NULL;
  const AtlasChartSpec *spec;
  const AtlasObservation *row;

  atlas_session_set_per_10k (fixture->session, TRUE);
  atlas_session_set_compare (fixture->session, codes);
  atlas_session_set_as_index (fixture->session, TRUE);
  g_assert_false (atlas_session_get_per_10k (fixture->session));
  wait (fixture);
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
test_no_index (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *button = window_test_find_label (fixture->page, "Index");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  wait (fixture);
  g_assert_true (atlas_session_get_as_index (fixture->session));
  g_assert_nonnull (window_test_find_label (fixture->page,
                                            "No two of these regions have figures of one year and of a later one. Choose other "
                                            "years, or enter what documents have published."));
  button = window_test_find_label (fixture->page, "Totals");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  wait (fixture);
  g_assert_false (atlas_session_get_as_index (fixture->session));
  atlas_session_undo (fixture->session);
  g_assert_true (atlas_session_get_as_index (fixture->session));
}

/* From wide to narrow with long names nothing needs more room than there is. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 440);
}

/* Of Jiangsu there are figures from July 2015 to June 2023, of China from before to after. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  const char *codes[] = { "000000", "320000", "640000", NULL };
  g_autoptr (GPtrArray) before = atlas_page_charts_list_cards (fixture->page);
  g_autoptr (GPtrArray) after = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < before->len; i++)
    g_assert_cmpint (atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (before, i)))->kind, !=,
                     ATLAS_CHART_DUMBBELL);
  atlas_session_set_compare (fixture->session, codes);
  wait (fixture);
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
test_partial_change (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = NULL;

  window_test_import (atlas_session_get_dataset (fixture->session), "personnel", "2026-12-31", "640302",
                      "person_id,name,grade,region_code,certified_on\np1,王一,assistant,640302,2020-06-01\n");
  wait (fixture);
  cards = atlas_page_charts_list_cards (fixture->page);
  g_assert_cmpuint (cards->len, >, 0);
  for (guint i = 0; i < cards->len; i++)
    g_assert_cmpint (atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, i)))->kind, !=,
                     ATLAS_CHART_DUMBBELL);
}

/* A region dragged from the list is compared; other text is not. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const five[] = { "640000", "640300", "532900", "500110", "320000", NULL };

  g_assert_true (window_test_drop_text (fixture->page, "320000"));
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), five);
  window_test_drop_text (fixture->page, "some text");
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), five);
}

static void
test_finalize (void)
{
  g_autoptr (AtlasSession) session = window_test_session_new ();
  GtkWidget *page;
  GtkWindow *window;

  atlas_session_set_compare (session, four_regions);
  page = g_object_ref (atlas_compare_page_new (session));
  window = window_test_show (page, 800, 600);
  gtk_window_destroy (window);
  window_test_settle (NULL, NULL);
  window_test_finalize (page);
}

/* Four regions, what they are held against and how: in a window of 1440 pixels one line. */
static void
test_bar_is_one_line (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const four[] = { "640000", "640300", "532900", "500110", NULL };
  GtkWidget *bar = window_test_find_widget (fixture->page, ATLAS_TYPE_COMPARE_BAR);
  int one, height;

  atlas_session_set_compare (fixture->session, four);
  wait (fixture);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 3000, NULL, &one, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 1100, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, one);
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  add ("/compare-page/bar-is-one-line", test_bar_is_one_line);
  add ("/compare-page/labels", test_labels);
  add ("/compare-page/focus-is-drawn", test_focus_is_drawn);
  add ("/compare-page/keyboard-and-pointer", test_keyboard_and_pointer);
  add ("/compare-page/click", test_click);
  add ("/compare-page/hover", test_hover);
  add ("/compare-page/accessible", test_accessible);
  add ("/compare-page/copy", test_copy);
  add ("/compare-page/table", test_table);
  add ("/compare-page/differences", test_differences);
  add ("/compare-page/difference-modes", test_difference_modes);
  add ("/compare-page/differences-in-unit", test_differences_in_unit);
  add ("/compare-page/finding", test_finding);
  add ("/compare-page/no-finding", test_no_finding);
  add ("/compare-page/bar-wraps", test_bar_wraps);
  add ("/compare-page/differences-fill-card", test_differences_fill_card);
  add ("/compare-page/ranks", test_ranks);
  add ("/compare-page/superseded", test_superseded);
  add ("/compare-page/writer", test_writer);
  add ("/compare-page/reference", test_reference);
  add ("/compare-page/reference-chooser", test_reference_chooser);
  add ("/compare-page/table-on-large-screen", test_table_on_large_screen);
  add ("/compare-page/regions-around", test_regions_around);
  add ("/compare-page/too-few", test_too_few);
  add ("/compare-page/per-10k", test_per_10k);
  add ("/compare-page/index", test_index);
  add ("/compare-page/no-index", test_no_index);
  add ("/compare-page/narrow", test_narrow);
  add ("/compare-page/change", test_change);
  add ("/compare-page/partial-change", test_partial_change);
  add ("/compare-page/drop", test_drop);
  g_test_add_func ("/compare-page/finalize", test_finalize);

  return g_test_run ();
}
