/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "window-test.h"
#include "window/cards/card-context.h"
#include "window/cards/chart-card.h"
#include "window/cards/key-figure-card.h"
#include "window/pages/attention-list.h"
#include "window/pages/overview-page.h"
#include "window/pages/page-charts.h"

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
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = window_test_session_new ();
  atlas_session_set_indicator (fixture->session, "certified_workers");
  atlas_session_set_region (fixture->session, "640000");
  fixture->page = atlas_overview_page_new (fixture->session);
  fixture->window = window_test_show (fixture->page, 1180, 860);
  window_test_settle (is_complete, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  window_test_settle (NULL, NULL);
  window_test_finalize (fixture->session);
}

static void
show_region (Fixture    *fixture,
             const char *code)
{
  atlas_session_set_region (fixture->session, code);
  window_test_settle (is_complete, fixture->page);
  window_test_settle (NULL, NULL);
}

/* (element-type AtlasKeyFigureCard) */
static void
collect_key_figures (GtkWidget *widget,
                     GPtrArray *cards)
{
  if (ATLAS_IS_KEY_FIGURE_CARD (widget))
    g_ptr_array_add (cards, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_key_figures (child, cards);
}

static void
assert_key_figure (Fixture    *fixture,
                   guint       position,
                   const char *value,
                   const char *detail)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *details = NULL;

  collect_key_figures (fixture->page, cards);
  g_assert_cmpuint (cards->len, ==, 4);
  g_assert_cmpstr (atlas_key_figure_card_get_value (g_ptr_array_index (cards, position)), ==, value);
  details = atlas_key_figure_card_dup_details (g_ptr_array_index (cards, position));
  g_test_message ("%s", details);
  g_assert_nonnull (strstr (details, detail));
}

/* 242 stations are those of townships: the card says which, in few words. */
static void
assert_caption (Fixture    *fixture,
                guint       position,
                const char *caption)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  collect_key_figures (fixture->page, cards);
  g_assert_cmpstr (atlas_key_figure_card_get_caption (g_ptr_array_index (cards, position)), ==, caption);
}

static void
test_key_figures (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_key_figure (fixture, 0, "4,072 people", "31.3% of all professionals");
  assert_key_figure (fixture, 0, "4,072 people", "5.65 per 10,000 residents");
  assert_key_figure (fixture, 1, "242 stations", "99.6% covered (242 / 243)");
  assert_key_figure (fixture, 1, "242 stations", "published: full coverage");
  assert_key_figure (fixture, 2, "≥ 81.75 million yuan", "73.4%");
  assert_key_figure (fixture, 3, "140 organisations", "");
  assert_caption (fixture, 0, "Certified social workers · 2023");
  assert_caption (fixture, 1, "Township stations · 2023");
}

/* 151.6万 of May 2025, but 931,000 of more than 1.6 million of 2022: a number of another year says so. */
static void
test_key_figures_of_other_years (Fixture       *fixture,
                                 gconstpointer  data)
{
  show_region (fixture, "000000");
  assert_key_figure (fixture, 0, "≈ 1,516,000 people", "58.1% (2022) of all professionals");
}

/* Growth is the number's, so it stands before shares of it; and over no break: 100 people were published, three are counted. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  AtlasDataset *dataset = atlas_session_get_dataset (fixture->session);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *people = NULL;
  g_autofree char *stations = NULL;

  window_test_import (dataset, "figures", "2023-12-31", NULL,
                      "source_id,region_code,indicator_id,value,unit,period\n"
                      "ningxia-overview,640104,certified_workers,100,people,2023\n");
  window_test_import (dataset, "personnel", "2024-12-31", "640104",
                      "person_id,name,grade,region_code,certified_on\na1,王一,assistant,640104,2020-06-01\n"
                      "a2,王二,assistant,640104,2021-06-01\na3,王三,assistant,640104,2024-06-01\n");
  window_test_import (dataset, "stations", "2024-12-31", "640104",
                      "station_id,name,tier,region_code,status,opened_on\n"
                      "s1,甲站,township_station,640104001,operating,2021-03-01\n"
                      "s2,乙站,township_station,640104002,operating,2024-03-01\n");
  show_region (fixture, "640104");
  collect_key_figures (fixture->page, cards);
  people = atlas_key_figure_card_dup_details (g_ptr_array_index (cards, 0));
  stations = atlas_key_figure_card_dup_details (g_ptr_array_index (cards, 1));
  g_test_message ("%s; %s", people, stations);
  g_assert_cmpstr (atlas_key_figure_card_get_value (g_ptr_array_index (cards, 0)), ==, "3 people");
  g_assert_null (strstr (people, "2023"));
  g_assert_true (g_str_has_prefix (stations, "+100.0% on 2023"));
  g_assert_nonnull (strstr (stations, "12.5% covered (2 / 16)"));
}

static AtlasChartView *
find_view_of (GtkWidget      *widget,
              AtlasChartKind  kind)
{
  const AtlasChartSpec *spec = ATLAS_IS_CHART_VIEW (widget) ? atlas_chart_view_get_spec (ATLAS_CHART_VIEW (widget)) : NULL;

  if (spec != NULL && spec->kind == kind && gtk_widget_get_mapped (widget))
    return ATLAS_CHART_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AtlasChartView *found = find_view_of (child, kind);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A figure of many years has them in a line below it, each of which can be looked into; Ningxia's is of one year. */
static void
test_spark_line (Fixture       *fixture,
                 gconstpointer  data)
{
  AtlasChartView *view;
  AtlasTable *selected;
  guint row;

  g_assert_null (find_view_of (fixture->page, ATLAS_CHART_SPARK));
  show_region (fixture, "000000");
  view = find_view_of (fixture->page, ATLAS_CHART_SPARK);
  g_assert_nonnull (view);
  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_End));
  selected = atlas_session_get_selection (fixture->session, &row);
  g_assert_true (selected == atlas_chart_view_get_spec (view)->table);
  g_assert_cmpfloat (atlas_table_get_row (selected, row)->value, ==, 1516000);
  g_assert_cmpint (atlas_table_get_row (selected, row)->year, ==, 2025);
}

/* How the provinces lie; of Ningxia's five prefectures too few have a figure. */
static void
test_strip (Fixture       *fixture,
            gconstpointer  data)
{
  AtlasChartView *view;

  g_assert_null (find_view_of (fixture->page, ATLAS_CHART_STRIP));
  show_region (fixture, "000000");
  view = find_view_of (fixture->page, ATLAS_CHART_STRIP);
  g_assert_nonnull (view);
  g_assert_cmpuint (atlas_table_count_missing (atlas_chart_view_get_spec (view)->table), ==, 0);
  show_region (fixture, "640000");
  g_assert_null (find_view_of (fixture->page, ATLAS_CHART_STRIP));
}

/* People who are registered with their county: of each of its townships the register says 0, and of the nation, of which one
 * county has returned, it says nothing beside what is published. */
static void
test_one_county (Fixture       *fixture,
                 gconstpointer  data)
{
  AtlasDataset *dataset = atlas_session_get_dataset (fixture->session);
  AtlasTable *trend;

  window_test_import (dataset, "personnel", "2026-12-31", "640302",
                      "person_id,name,grade,region_code,certified_on\np1,王一,assistant,640302,2020-06-01\n");
  show_region (fixture, "640302");
  g_assert_null (find_view_of (fixture->page, ATLAS_CHART_STRIP));
  show_region (fixture, "640181");
  trend = atlas_chart_view_get_spec (find_view_of (fixture->page, ATLAS_CHART_LINE))->table;
  g_assert_cmpfloat (atlas_table_find (trend, "000000", 2025, NULL)->value, ==, 1516000);
  g_assert_null (atlas_table_find (trend, "000000", 2026, NULL));
}

/* By purpose and by source: Ningxia's 7.86 million of the central government, of 2023. */
static void
test_funding (Fixture       *fixture,
              gconstpointer  data)
{
  AtlasTable *purposes = NULL, *sources = NULL;
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (fixture->page);

  for (guint i = 0; i < cards->len; i++)
    {
      const AtlasChartSpec *spec = atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, i)));
      const char *headline = spec->headline;

      if (g_strcmp0 (headline, "Funding by purpose") == 0)
        purposes = spec->table;
      else if (g_strcmp0 (headline, "Shares of the sources") == 0)
        sources = spec->table;
    }
  g_assert_nonnull (purposes);
  g_assert_nonnull (sources);
  g_assert_cmpfloat (atlas_table_find (purposes, "640000", 2023, "service_purchase")->value, ==, 60000000);
  g_assert_cmpfloat (atlas_table_find (sources, "640000", 2023, "central")->value, ==, 7860000);
}

/* Shares of divisions stand against that of the whole; numbers do not: the sum of all lies far off. */
static void
assert_ranking_reference (Fixture    *fixture,
                          const char *indicator,
                          gboolean    expected)
{
  g_autoptr (GPtrArray) cards = NULL;
  const AtlasChartSpec *spec = NULL;

  atlas_session_set_indicator (fixture->session, indicator);
  window_test_settle (is_complete, fixture->page);
  cards = atlas_page_charts_list_cards (fixture->page);
  /* The ranking is the last before the charts of people. */
  for (guint i = 0; i < cards->len; i++)
    {
      const AtlasChartSpec *one = atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, i)));

      if (one->kind == ATLAS_CHART_BAR && strcmp (atlas_table_get_question (one->table)->indicator, indicator) == 0)
        spec = one;
    }
  g_assert_nonnull (spec);
  g_assert_cmpstr (atlas_table_get_question (spec->table)->indicator, ==, indicator);
  if (expected)
    g_assert_cmpfloat_with_epsilon (spec->reference, 100.0 * 4072 / 13000, 1e-9);
  else
    g_assert_true (spec->reference != spec->reference);
}

static void
test_ranking_reference (Fixture       *fixture,
                        gconstpointer  data)
{
  assert_ranking_reference (fixture, "certified_share", TRUE);
  assert_ranking_reference (fixture, "certified_workers", FALSE);
}

static void
test_grades (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_nonnull (window_test_find_label (fixture->page, "✓ 3,202 + 868 + 2 = 4,072, as the published total"));
}

/* A finding leads to the figure that it is about: its own dimensions, not those by default. */
static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *label = window_test_find_label (
    fixture->page, "868 people were rewarded for a certificate of the intermediate grade or above, which 870 hold");
  const AtlasObservation *selected;
  AtlasTable *table;
  GtkWidget *row;
  guint number;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  window_test_settle_answers (fixture->session);
  table = atlas_session_get_selection (fixture->session, &number);
  g_assert_nonnull (table);
  selected = atlas_table_get_row (table, number);
  g_assert_cmpstr (selected->region->code, ==, "640000");
  g_assert_false (atlas_observation_is_missing (selected));
  g_assert_cmpfloat (selected->value, ==, 868);
}

/* On a large screen what a finding is about does not stand a whole screen away from it. */
static void
test_attention_on_large_screen (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *list = window_test_find_widget (fixture->page, ATLAS_TYPE_ATTENTION_LIST);

  gtk_widget_size_allocate (list, &(GtkAllocation) { 0, 0, 2200, 900 }, -1);
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (list)), ==, 1200);
  gtk_widget_size_allocate (list, &(GtkAllocation) { 0, 0, 700, 900 }, -1);
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (list)), ==, 700);
}

/* A region with no figure and none below: what to do comes first, and the page keeps its frame. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  show_region (fixture, "640181");
  g_assert_nonnull (window_test_find_label (fixture->page, "No Figures of Lingwu City Yet"));
  g_assert_nonnull (window_test_find_button (fixture->page, "Import Files…"));
  g_assert_nonnull (window_test_find_button (fixture->page, "Show Yinchuan City"));
  g_assert_nonnull (window_test_find_label (fixture->page, "What needs attention"));
  g_assert_nonnull (window_test_find_label (fixture->page, "Grade mix"));
  show_region (fixture, "640000");
  g_assert_null (window_test_find_label (fixture->page, "No Figures of Lingwu City Yet"));
}

/* The main loop does not wait for another that writes into the file; numbers and charts are shown after that, of the region that was
 * chosen last. */
static void
test_writer (Fixture       *fixture,
             gconstpointer  data)
{
  sqlite3 *writer;

  g_assert_cmpint (sqlite3_open (atlas_dataset_get_path (atlas_session_get_dataset (fixture->session)), &writer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_session_set_region (fixture->session, "500110");
  window_test_settle (NULL, NULL);
  atlas_session_set_region (fixture->session, "640300");
  window_test_settle (NULL, NULL);
  g_assert_false (atlas_page_is_complete (ATLAS_PAGE (fixture->page)));
  sqlite3_close (writer);
  window_test_settle (is_complete, fixture->page);
  assert_key_figure (fixture, 0, "753 people", "24.0% of all professionals");
  g_assert_null (window_test_find_label (fixture->page, "The dataset could not be asked"));
}

static void
test_path (Fixture       *fixture,
           gconstpointer  data)
{
  const char *nation;

  show_region (fixture, "640300");
  nation = atlas_region_get_display_name (atlas_session_lookup_region (fixture->session)->parent->parent);
  window_test_press_button (fixture->page, nation);
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "000000");
  window_test_settle (is_complete, fixture->page);
}

/* How long the questions of a page take is said; what is slow shows in the benchmarks. */
static void
test_every_level (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *codes[] = { "000000", "640000", "640300", "640303", "500110", "532900", "640303100" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gint64 start = g_get_monotonic_time ();

      atlas_session_set_region (fixture->session, codes[i]);
      window_test_settle (is_complete, fixture->page);
      g_test_message ("%s: %.1f ms", codes[i], (g_get_monotonic_time () - start) / 1000.0);
      window_test_settle (NULL, NULL);
    }
}

/* A township has no divisions: there is no card that would show them. */
static void
test_no_divisions (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *title;

  title = window_test_find_label (fixture->page, "Certified social workers by division");
  g_assert_true (gtk_widget_get_mapped (title));
  show_region (fixture, "640303100");
  g_assert_false (gtk_widget_get_mapped (title));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  show_region (fixture, "640303");
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 440);
}

static void
test_finalize (void)
{
  g_autoptr (AtlasSession) session = window_test_session_new ();
  GtkWidget *page;
  GtkWindow *window;

  atlas_session_set_region (session, "000000");
  page = g_object_ref (atlas_overview_page_new (session));
  window = window_test_show (page, 800, 600);
  gtk_window_destroy (window);
  window_test_settle (NULL, NULL);
  window_test_finalize (page);
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* A total that counts in billions is told so, though the chart of its parts, of which one is small, counts in millions (C23). */
static void
test_total_has_its_scale (Fixture       *fixture,
                        gconstpointer  data)
{
  window_test_import (atlas_session_get_dataset (fixture->session), "funding", "2024-12-31", "640300",
                      "entry_id,year,region_code,source,purpose,amount_yuan,stage\n"
                      "1,2024,640302,central,service_purchase,40000000000,allocated\n"
                      "2,2024,640302,central,training,5000000,allocated\n");
  show_region (fixture, "640300");
  assert_key_figure (fixture, 2, "40.01 billion yuan", "Service purchase: 100.0%");
}

/* Of Chongqing's 38 divisions two have a figure: some of the others are named, the rest are counted. */
static void
test_missing_names (Fixture       *fixture,
                    gconstpointer  data)
{
  show_region (fixture, "500000");
  g_assert_nonnull (window_test_find_label (fixture->page, "No figure: Wanzhou District, Fuling District, Yuzhong District, "
                                                           "Dadukou District, Jiangbei District, Shapingba District, "
                                                           "Jiulongpo District, Nanan District and 28 more"));
}

/* Whether a line of LABEL begins within NUMBER, which its text has. */
static gboolean
is_broken (GtkLabel   *label,
           const char *number)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  const char *at = strstr (text, number);
  int start = (int) (at - text);

  g_assert_nonnull (at);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      int index = pango_layout_get_line_readonly (layout, i)->start_index;

      if (index > start && index < start + (int) strlen (number))
        return TRUE;
    }
  return FALSE;
}

/* However wide the card is, a number and its qualifier are read in one, and so is what is short. */
static void
test_unbroken_numbers (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char number[] = "about 1.161 million people";
  static const char text[] = "Social workers of all China: about 1.161 million people";
  static const char brief[] = "公布：全覆盖（2022年12月）";
  g_autoptr (AtlasCardContext) context = NULL;
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasCardFigure) figure = NULL;

  show_region (fixture, "000000");
  context = atlas_card_context_new (fixture->session);
  table = atlas_card_ask_region (context, "certified_workers", NULL, NULL);
  figure = atlas_card_figure_new (table);
  atlas_card_figure_add_detail (figure, text, number, table, 0);
  atlas_card_figure_add_detail (figure, brief, NULL, table, 0);
  for (int width = 220; width <= 380; width += 40)
    {
      GtkWidget *card = atlas_key_figure_card_new (fixture->session);
      GtkWindow *window;
      GtkLabel *details;

      atlas_key_figure_card_show (ATLAS_KEY_FIGURE_CARD (card), figure);
      window = window_test_show (card, width, 300);
      details = GTK_LABEL (window_test_find_label (card, "Social workers of all China: about 1.161 million people · "
                                                         "公布：全覆盖（2022年12月）"));
      g_assert_false (is_broken (details, number));
      g_assert_false (is_broken (details, brief));
      gtk_window_destroy (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  add ("/overview-page/key-figures", test_key_figures);
  add ("/overview-page/total-has-its-scale", test_total_has_its_scale);
  add ("/overview-page/missing-names", test_missing_names);
  add ("/overview-page/unbroken-numbers", test_unbroken_numbers);
  add ("/overview-page/key-figures-of-other-years", test_key_figures_of_other_years);
  add ("/overview-page/change", test_change);
  add ("/overview-page/ranking-reference", test_ranking_reference);
  add ("/overview-page/spark-line", test_spark_line);
  add ("/overview-page/strip", test_strip);
  add ("/overview-page/one-county", test_one_county);
  add ("/overview-page/funding", test_funding);
  add ("/overview-page/grades", test_grades);
  add ("/overview-page/attention", test_attention);
  add ("/overview-page/attention-on-large-screen", test_attention_on_large_screen);
  add ("/overview-page/nothing", test_nothing);
  add ("/overview-page/writer", test_writer);
  add ("/overview-page/path", test_path);
  add ("/overview-page/every-level", test_every_level);
  add ("/overview-page/no-divisions", test_no_divisions);
  add ("/overview-page/narrow", test_narrow);
  g_test_add_func ("/overview-page/finalize", test_finalize);

  return g_test_run ();
}
