/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "card-page-fixture.h"

#include <string.h>

#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/pages/trends-page.h"

/* The cards in their order on the page. */
enum { LINE, CHANGES, SLOPE, RANKS, CHILDREN, GRADES, STATIONS, AROUND, VERSIONS };

/* 利通区 640302 and 盐池县 640323 of 吴忠市: by the end of 2021 2 and 3 people, of 2022 5 and 4, of 2023 6 and 4. */
static const char people[] =
  "person_id,name,grade,region_code,certified_on\n"
  "a1,王一,assistant,640302,2020-06-01\na2,王二,assistant,640302,2021-06-01\na3,王三,intermediate,640302,2022-06-01\n"
  "a4,王四,senior,640302,2022-06-01\na5,王五,assistant,640302,2022-06-01\na6,王六,assistant,640302,2023-06-01\n"
  "b1,李一,assistant,640323,2019-06-01\nb2,李二,assistant,640323,2020-06-01\nb3,李三,intermediate,640323,2021-06-01\n"
  "b4,李四,assistant,640323,2022-06-01\nb5,李五,none,640323,\n";

static const char stations[] =
  "station_id,name,tier,region_code,status,opened_on\n"
  "s1,站一,township_station,640302100,operating,2020-03-01\ns2,站二,township_station,640302101,operating,2022-03-01\n"
  "s3,站三,township_station,640302102,operating,2022-09-01\n";

static void
import_registers (CardPage *page)
{
  card_page_import (page, "personnel", "2023-12-31", "640300", people);
  card_page_import (page, "stations", "2023-12-31", "640300", stations);
}

/* Question 1: how many are there, and is that more than last year? Yearbook figures of 2016 and 2017. */
static void
test_changes (CardPage      *page,
              gconstpointer  data)
{
  card_page_show (page, "000000", "certified_workers", 0);
  g_assert_cmpint (card_page_get_chart (page, LINE)->kind, ==, ATLAS_CHART_LINE);
  g_assert_cmpfloat (card_page_get_value (page, LINE, "000000", 2017, NULL), ==, 326574);
  card_page_assert_line (page, CHANGES, "2017\t326,574\t+39,207\t+13.6%\t");
  card_page_assert_line (page, CHANGES, "2014\t152,985\t—\t—\tno figure of the year before");
  card_page_assert_line (page, CHANGES, "2013\t—\t—\t—\tno figure");
}

/* A share changes by percentage points, and stands beside those of the regions above. */
static void
test_share (CardPage      *page,
            gconstpointer  data)
{
  g_autofree char *list = NULL;

  card_page_show (page, "640300", "certified_share", 0);
  list = card_page_dup_list (page, CHANGES);
  g_assert_null (strstr (list, "Year on year"));
  g_assert_false (card_page_is_shown (page, AROUND));
}

static double
count_certified (CardPage   *page,
                 const char *region,
                 int         year)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM personnel WHERE region_code = '%s' AND grade != 'none' "
                                          "AND certified_on <= '%d-12-31'", region, year);

  return card_page_query (page, sql);
}

/* One person of one city does not stand for the whole country in the year that no document tells of it. */
static void
test_parts_of_around (CardPage      *page,
                      gconstpointer  data)
{
  AtlasTable *around;

  card_page_import (page, "personnel", "2023-12-31", "640300",
                    "person_id,name,grade,region_code,certified_on\na1,王一,assistant,640302,2012-06-01\n");
  card_page_show (page, "640000", "certified_workers", 0);
  around = card_page_get_chart (page, AROUND)->table;
  g_assert_cmpfloat (atlas_table_find (around, "000000", 2017, NULL)->value, ==, 326574);
  g_assert_null (atlas_table_find (around, "000000", 2013, NULL));
}

/* Years before that of the register, by the dates in it. */
static void
test_registers (CardPage      *page,
                gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640302", "certified_workers", 0);
  for (int year = 2020; year <= 2023; year++)
    g_assert_cmpfloat (card_page_get_value (page, LINE, "640302", year, NULL), ==,
                       count_certified (page, "640302", year));
  /* No year has a note: there is no column for them. */
  card_page_assert_line (page, CHANGES, "Year\tValue\tChange\tYear on year");
  card_page_assert_line (page, CHANGES, "2023\t6\t+1\t+20.0%");
  card_page_assert_line (page, CHANGES, "2022\t5\t+3\t+150.0%");
  g_assert_cmpstr (atlas_card_page_get_findings (page->page), ==,
                   "Litong District has 6 certified social workers (2023), up 20.0% on the year before.");
}

/* Questions 2 and 3: who is first, who moved, who fell behind? In 2021 盐池县 was first, in 2022 利通区. */
static void
test_ranks (CardPage      *page,
            gconstpointer  data)
{
  g_autofree char *list = NULL;

  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 2022);
  g_assert_cmpint (card_page_get_chart (page, SLOPE)->kind, ==, ATLAS_CHART_SLOPE);
  g_assert_cmpfloat (card_page_get_value (page, SLOPE, "640323", 2021, NULL), ==, count_certified (page, "640323", 2021));
  g_assert_cmpfloat (card_page_get_value (page, SLOPE, "640302", 2022, NULL), ==, count_certified (page, "640302", 2022));
  list = card_page_dup_list (page, RANKS);
  g_assert_cmpstr (list, ==,
                   "Division\tRank\t2021\t2022\tChange\tYear on year\n"
                   "Yanchi County\t2 ▼1\t3\t4\t+1\t+33.3%\n"
                   "Litong District\t1 ▲1\t2\t5\t+3\t+150.0%\n");
  g_assert_nonnull (strstr (atlas_card_page_get_findings (page->page),
                            "Certified social workers, 2021 to 2022: Litong District (+3 people) rose most; none of those "
                            "that can be compared fell. Of 3 divisions no change can be stated."));
}

/* Wuzhong has published 753 for 2023 and counted one person in 2024: it has a place, but lost none. */
static void
test_ranks_across_break (CardPage      *page,
                         gconstpointer  data)
{
  g_autofree char *list = NULL;

  card_page_import (page, "personnel", "2024-12-31", "640100,640300",
                    "person_id,name,grade,region_code,certified_on\n"
                    "a1,王一,assistant,640104,2020-06-01\na2,王二,assistant,640104,2021-06-01\n"
                    "a3,王三,assistant,640104,2024-06-01\na4,王四,assistant,640302,2020-06-01\n");
  card_page_show (page, "640000", "certified_workers", 2024);
  list = card_page_dup_list (page, RANKS);
  g_test_message ("%s", list);
  g_assert_nonnull (strstr (list, "\nYinchuan City\t1 ▲1\t2\t3\t+1\t+50.0%\n"));
  g_assert_nonnull (strstr (list, "\nWuzhong City\t2 —\t753\t1\t—\t—\n"));
}

/* Question 11: is the grade mix moving up? */
static void
test_grades (CardPage      *page,
             gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640302", "certified_workers", 0);
  g_assert_cmpint (card_page_get_chart (page, GRADES)->kind, ==, ATLAS_CHART_PERCENT_BAR);
  g_assert_cmpfloat (card_page_get_value (page, GRADES, "640302", 2023, "assistant"), ==, 4);
  g_assert_cmpfloat (card_page_get_value (page, GRADES, "640302", 2023, "senior"), ==, 1);
  g_assert_cmpfloat (card_page_get_value (page, GRADES, "640302", 2022, "assistant"), ==, 3);
  g_assert_cmpfloat (card_page_get_value (page, GRADES, "640302", 2022, "intermediate"), ==, 1);
  g_assert_cmpstr (card_page_get_chart (page, GRADES)->headline, ==, "Grade mix by year");
  /* Who was senior in 2021 the register of 2023 does not say. */
  g_assert_null (atlas_table_find (card_page_get_chart (page, GRADES)->table, "640302", 2021, NULL));
}

/* All three grades of Ningxia are known of 2023 alone: nothing is by year. */
static void
test_grades_of_one_year (CardPage      *page,
                         gconstpointer  data)
{
  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_cmpstr (card_page_get_chart (page, GRADES)->headline, ==, "Grade mix");
}

static void
test_stations (CardPage      *page,
               gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640302", "certified_workers", 0);
  g_assert_cmpint (card_page_get_chart (page, STATIONS)->kind, ==, ATLAS_CHART_STEP);
  g_assert_cmpfloat (card_page_get_value (page, STATIONS, "640302", 2021, NULL), ==, 1);
  g_assert_cmpfloat (card_page_get_value (page, STATIONS, "640302", 2022, NULL), ==,
                     card_page_query (page, "SELECT count (*) FROM stations WHERE opened_on <= '2022-12-31'"));
}

/* Question 23: why is this number not that of last year's report? */
static void
test_versions (CardPage      *page,
               gconstpointer  data)
{
  g_autofree char *list = NULL;

  card_page_show (page, "000000", "certified_workers", 0);
  list = card_page_dup_list (page, VERSIONS);
  g_assert_true (g_str_has_prefix (list, "Year\tFigure\tUse\tSource\n"));
  g_assert_nonnull (strstr (list, "\tshown\t"));
  g_assert_nonnull (strstr (list, "\tnot chosen\t"));
}

/* The line of a list leads to where its number comes from. */
static void
test_selection (CardPage      *page,
                gconstpointer  data)
{
  GtkWidget *list = atlas_card_page_get_card (page->page, CHANGES);
  AtlasTable *table;
  guint row;

  card_page_show (page, "000000", "certified_workers", 0);
  window_test_press_button (list, "2017");
  table = atlas_session_get_selection (page->session, &row);
  g_assert_nonnull (table);
  g_assert_cmpint (atlas_table_get_row (table, row)->year, ==, 2017);
}

/* Nothing at all: what to enter. */
static void
test_empty (CardPage      *page,
            gconstpointer  data)
{
  card_page_show (page, "640303", "stations", 0);
  g_assert_true (card_page_has_text (page, "No Figures over the Years Yet"));
  g_assert_nonnull (window_test_find_button (GTK_WIDGET (page->page), "Show Wuzhong City"));
  g_assert_true (card_page_is_shown (page, LINE));
  card_page_show (page, "000000", "certified_workers", 0);
  g_assert_false (card_page_has_text (page, "No Figures over the Years Yet"));
}

static double
find_top (CardPage *page,
          guint     n)
{
  GtkWidget *card = atlas_card_page_get_card (page->page, n);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (card, gtk_widget_get_parent (card), &bounds));
  return bounds.origin.y;
}

/* What one came to see stands before what is missing, which says how it is entered; once that is known it goes back to its
 * place. */
static void
test_lacking_last (CardPage      *page,
                   gconstpointer  data)
{
  GtkWidget *line = atlas_card_page_get_card (page->page, LINE);

  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_true (card_page_has_text (page, "Not known yet"));
  g_assert_cmpfloat (find_top (page, GRADES), <, find_top (page, LINE));
  g_assert_cmpfloat (find_top (page, AROUND), <, find_top (page, LINE));
  g_assert_nonnull (window_test_find_button (line, "Import…"));
  g_assert_nonnull (window_test_find_button (line, "New Figure…"));

  card_page_show (page, "000000", "certified_workers", 0);
  g_assert_cmpfloat (find_top (page, LINE), ==, 0);
  g_assert_cmpfloat (find_top (page, GRADES), >, find_top (page, CHILDREN));
}

/* What is asked no longer is not shown. */
static void
test_hurry (CardPage      *page,
            gconstpointer  data)
{
  atlas_session_set_indicator (page->session, "certified_workers");
  for (guint i = 0; i < 10; i++)
    atlas_session_set_region (page->session, i % 2 == 0 ? "640000" : "000000");
  card_page_wait (page);
  g_assert_cmpstr (atlas_session_get_region (page->session), ==, "000000");
  g_assert_cmpfloat (card_page_get_value (page, LINE, "000000", 2017, NULL), ==, 326574);
}

/* A dataset that is open no longer is let go, whether the page is shown or not: it could not be replaced else. */
static void
test_other_dataset (CardPage      *page,
                    gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      AtlasDataset *dataset = atlas_session_get_dataset (page->session);
      g_autofree char *path = g_strdup (atlas_dataset_get_path (dataset));
      g_autoptr (GError) error = NULL;

      gtk_widget_set_visible (GTK_WIDGET (page->page), i == 0);
      g_object_add_weak_pointer (G_OBJECT (dataset), (gpointer *) &dataset);
      atlas_session_open (page->session, path, &error);
      g_assert_no_error (error);
      if (i == 0)
        card_page_wait (page);
      else
        window_test_settle (NULL, NULL);
      g_assert_null (dataset);
    }
}

static void
test_narrow (CardPage      *page,
             gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  g_assert_cmpint (card_page_measure (page), <=, 440);
}

/* A page may go while it is still asking. */
static void
test_finalize (void)
{
  g_autoptr (AtlasSession) session = window_test_session_new ();
  GtkWidget *page = g_object_ref (atlas_trends_page_new (session));
  GtkWindow *window = window_test_show (page, 800, 600);

  atlas_session_set_region (session, "640000");
  gtk_window_destroy (window);
  window_test_finalize (page);
}

static void
add (const char *path,
     void      (*test) (CardPage *page, gconstpointer data))
{
  card_page_add_test (path, atlas_trends_page_new, test);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  add ("/trends-page/changes", test_changes);
  add ("/trends-page/share", test_share);
  add ("/trends-page/registers", test_registers);
  add ("/trends-page/parts-of-around", test_parts_of_around);
  add ("/trends-page/ranks", test_ranks);
  add ("/trends-page/ranks-across-break", test_ranks_across_break);
  add ("/trends-page/grades", test_grades);
  add ("/trends-page/grades-of-one-year", test_grades_of_one_year);
  add ("/trends-page/stations", test_stations);
  add ("/trends-page/versions", test_versions);
  add ("/trends-page/selection", test_selection);
  add ("/trends-page/empty", test_empty);
  add ("/trends-page/lacking-last", test_lacking_last);
  add ("/trends-page/hurry", test_hurry);
  add ("/trends-page/other-dataset", test_other_dataset);
  add ("/trends-page/narrow", test_narrow);
  g_test_add_func ("/trends-page/finalize", test_finalize);

  return g_test_run ();
}
