/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "card-page-fixture.h"

#include <string.h>

#include "test-language.h"
#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/pages/coverage-page.h"

/* The cards in their order on the page. */
enum { DIVISIONS, TREND, MAP, CLAIMS, TOWNSHIPS, UNCOVERED, TIERS, STAFFING, STAFF_SPREAD, BELOW_STANDARD, UNCERTIFIED, INSPECTIONS,
       RETURNS };

/* In 吴忠市 two townships are covered at the end of 2022, three at the end of 2023; 甲站 has somebody certified, 乙站 somebody who
 * is not, 丙站 nobody. */
static const char stations[] =
  "station_id,name,tier,region_code,status,opened_on,staff_count\n"
  "s1,甲站,township_station,640302100,operating,2021-03-01,4\ns2,乙站,township_station,640302101,operating,2022-03-01,2\n"
  "s3,丙站,township_station,640303100,operating,2023-09-01,1\ns4,丁室,community_room,640303100,operating,2023-09-01,\n";
static const char people[] = "person_id,name,grade,region_code,certified_on,station_id\n"
                             "p1,王一,assistant,640302,2020-06-01,s1\np2,王二,none,640302,,s2\n";

static void
import_registers (CardPage *page)
{
  card_page_import (page, "stations", "2023-12-31", "640300", stations);
  card_page_import (page, "personnel", "2023-12-31", "640300", people);
}

/* Covered, of all, and who is not. */
static void
test_divisions (CardPage      *page,
                gconstpointer  data)
{
  double all, covered;
  const AtlasObservation *row;

  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  all = card_page_query (page, "SELECT count (*) FROM regions WHERE level = 'township' AND statutory IS NOT 0 AND code LIKE '6403%'");
  covered = card_page_query (page, "SELECT count (DISTINCT region_code) FROM stations WHERE tier = 'township_station'");
  row = atlas_table_find (card_page_get_chart (page, DIVISIONS)->table, "640300", 0, NULL);
  g_assert_cmpfloat (row->numerator, ==, covered);
  g_assert_cmpfloat (row->denominator, ==, all);
  g_assert_true (card_page_get_chart (page, DIVISIONS)->show_fraction);
  g_assert_cmpfloat (card_page_get_chart (page, DIVISIONS)->reference, ==, 100);
  g_assert_cmpstr (atlas_card_page_get_findings (page->page), ==,
                   "Wuzhong City: 3 of 47 townships have an operating station (6.4%), 44 have none.");
}

/* Question 6: when will all have one at this pace? One a year, and 44 remain. */
static void
test_pace (CardPage      *page,
           gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  g_assert_cmpint (card_page_get_chart (page, TREND)->kind, ==, ATLAS_CHART_LINE);
  g_assert_true (card_page_has_text (page, "44 townships remain. At the pace of 2023 (1 a year) all have a station in 2067, assuming "
                                           "that the pace holds, no station closes, and the list of divisions stays that of 2023."));
}

/* Question 5: which townships have no station at all? */
static void
test_townships (CardPage      *page,
                gconstpointer  data)
{
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;
  double without;

  import_registers (page);
  card_page_show (page, "640303", "certified_workers", 0);
  without = card_page_query (page, "SELECT count (*) FROM regions r WHERE level = 'township' AND statutory IS NOT 0 AND parent_code = "
                                   "'640303' AND NOT EXISTS (SELECT 1 FROM stations WHERE region_code = r.code)");
  g_assert_cmpint (card_page_get_chart (page, TOWNSHIPS)->kind, ==, ATLAS_CHART_UNIT_GRID);
  g_assert_cmpfloat (card_page_get_value (page, TOWNSHIPS, "640303100", 0, NULL), ==, 1);
  list = card_page_dup_list (page, UNCOVERED);
  lines = g_strsplit (list, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, (guint) without + 2); /* the heading, and the end of the last line */
  g_assert_nonnull (strstr (list, "Dahe Township"));
  g_assert_null (strstr (list, "Hongsibu Town\n"));

  card_page_show (page, "640300", "certified_workers", 0);
  g_clear_pointer (&list, g_free);
  list = card_page_dup_list (page, UNCOVERED);
  g_assert_true (g_str_has_prefix (list, "Division\tNumber\tTownships\n"));
}

/* A station of 红寺堡区 itself may stand in any of the five townships that have no other. */
static void
test_unplaced (CardPage      *page,
               gconstpointer  data)
{
  g_autofree char *list = NULL;
  AtlasTable *tiers;

  import_registers (page);
  card_page_import (page, "stations", "2023-12-31", "640303",
                    "station_id,name,tier,region_code,status,opened_on\ns5,戊站,township_station,640303,operating,2021-03-01\n");
  card_page_show (page, "640303", "certified_workers", 0);
  g_assert_cmpstr (atlas_card_page_get_findings (page->page), ==,
                   "Hongsibu District: at least 1 of 6 townships have an operating station (at least 16.6%), at most 5 have none.");
  g_assert_true (card_page_has_text (page, "Whether 5 townships have one is not known: their counties have stations that the register "
                                           "puts in no township."));
  tiers = card_page_get_chart (page, TIERS)->table;
  g_assert_true (atlas_observation_is_missing (atlas_table_find (tiers, "640303101", 0, "township_station")));
  g_assert_cmpfloat (atlas_table_find (tiers, "640303101", 0, "community_room")->value, ==, 0);
  g_assert_null (atlas_table_find (tiers, "640303101", 0, "county_centre"));

  card_page_show (page, "640300", "certified_workers", 0);
  list = card_page_dup_list (page, UNCOVERED);
  g_assert_null (strstr (list, "Hongsibu"));
  g_assert_true (card_page_has_text (page, "Whether 5 more have one is not known: their counties have stations that the register "
                                           "puts in no township."));
}

/* Question 4: which stations are without a certified worker? */
static void
test_uncertified (CardPage      *page,
                  gconstpointer  data)
{
  g_autofree char *list = NULL;

  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  list = card_page_dup_list (page, UNCERTIFIED);
  g_assert_nonnull (strstr (list, "Litong District\t1\t乙站"));
  g_assert_nonnull (strstr (list, "Hongsibu District\t1\t丙站"));
  g_assert_null (strstr (list, "甲站"));
  g_assert_true (card_page_has_text (page, "2 operating township stations, 1 of them without anybody at all"));
}

/* Of Ningxia's five cities one has published its tiers, which are not those of Ningxia. */
static void
test_tiers (CardPage      *page,
            gconstpointer  data)
{
  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_cmpfloat (card_page_get_value (page, TIERS, "640000", 0, "township_station"), ==, 242);
  g_assert_cmpfloat (card_page_get_value (page, TIERS, "640000", 0, "community_room"), ==, 500);
  g_assert_null (atlas_table_find (card_page_get_chart (page, TIERS)->table, "640300", 0, NULL));
}

/* Question 20: how are stations staffed? Six people in the two stations of 利通区. */
static void
test_staffing (CardPage      *page,
               gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  g_assert_cmpfloat (card_page_get_value (page, STAFFING, "640302", 0, NULL), ==, 3);
  g_assert_cmpfloat (card_page_get_value (page, TIERS, "640302", 0, "township_station"), ==, 2);
  g_assert_cmpfloat (card_page_get_value (page, TIERS, "640303", 0, "community_room"), ==, 1);
}

/* Wuzhong's five counties of the province's 22, and of the nation's thousands, say nothing of these. */
static void
test_few_of_region_around (CardPage      *page,
                           gconstpointer  data)
{
  AtlasTable *table;
  guint n_own = 0;

  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  table = card_page_get_chart (page, TREND)->table;
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (strcmp (row->region->code, "640300") == 0)
        n_own += !atlas_observation_is_missing (row);
      else
        g_assert_false (row->is_partial);
    }
  g_assert_cmpuint (n_own, >=, 2);
}

/* Question 22: who has not returned what? */
static void
test_returns (CardPage      *page,
              gconstpointer  data)
{
  g_autofree char *list = NULL;

  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  list = card_page_dup_list (page, RETURNS);
  g_assert_nonnull (strstr (list, "Litong District\tReturned\tReturned\tMissing\tMissing"));
  card_page_show (page, "640000", "certified_workers", 0);
  g_clear_pointer (&list, g_free);
  list = card_page_dup_list (page, RETURNS);
  g_assert_nonnull (strstr (list, "Wuzhong City\t5 of 5\t5 of 5\t0 of 5\t0 of 5\n"));
  /* What nobody has sent has no column, but is named. */
  g_assert_true (card_page_has_text (page, "Returned by nobody: Organisations, Projects, Training classes, Posts, "
                                           "Policies and standards, Incentive payments, Community funds, Inspections"));
}

/* What documents say, without registers: stations for townships, and a claim that is set against it. */
static void
test_published (CardPage      *page,
                gconstpointer  data)
{
  g_autofree char *names = NULL;

  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_cmpstr (atlas_card_page_get_findings (page->page), ==,
                   "Ningxia: 242 operating township stations for 243 townships (99.6%).");
  g_assert_cmpint (card_page_get_chart (page, CLAIMS)->kind, ==, ATLAS_CHART_BULLET);
  names = atlas_table_dup_name (card_page_get_chart (page, CLAIMS)->table);
  g_assert_cmpstr (names, ==, "Computed coverage, Published coverage");
  g_assert_false (card_page_is_shown (page, MAP));
  g_assert_false (card_page_is_shown (page, UNCOVERED));
  g_assert_true (card_page_has_text (page, "Published figures count stations, not townships: import the register of stations to see "
                                           "which townships have one."));
  card_page_show (page, "000000", "certified_workers", 0);
  g_assert_cmpint (card_page_get_chart (page, MAP)->kind, ==, ATLAS_CHART_TILE_MAP);
}

/* Townships are counted one by one, and told so: 38,642 of them, not 3.864 万, beside a number that has no such unit. */
static void
test_counts_in_chinese (CardPage      *page,
                        gconstpointer  data)
{
  test_language_speak ("zh_CN");
  card_page_show (page, "000000", "certified_workers", 0);
  g_assert_nonnull (strstr (atlas_card_page_get_findings (page->page), "38,642"));
  test_language_speak ("en");
}

static void
test_narrow (CardPage      *page,
             gconstpointer  data)
{
  import_registers (page);
  card_page_show (page, "640300", "certified_workers", 0);
  g_assert_cmpint (card_page_measure (page), <=, 440);
}

static void
add (const char *path,
     void      (*test) (CardPage *page, gconstpointer data))
{
  card_page_add_test (path, atlas_coverage_page_new, test);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);
  test_language_bind ();

  add ("/coverage-page/divisions", test_divisions);
  add ("/coverage-page/pace", test_pace);
  add ("/coverage-page/townships", test_townships);
  add ("/coverage-page/unplaced", test_unplaced);
  add ("/coverage-page/uncertified", test_uncertified);
  add ("/coverage-page/tiers", test_tiers);
  add ("/coverage-page/staffing", test_staffing);
  add ("/coverage-page/returns", test_returns);
  add ("/coverage-page/few-of-region-around", test_few_of_region_around);
  add ("/coverage-page/published", test_published);
  add ("/coverage-page/counts-in-chinese", test_counts_in_chinese);
  add ("/coverage-page/narrow", test_narrow);

  return g_test_run ();
}
