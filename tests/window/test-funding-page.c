/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "card-page-fixture.h"

#include <string.h>

#include "charts/chart-data.h"
#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/pages/funding-page.h"

/* The cards in their order on the page. */
enum { YEARS, SOURCES, PURPOSES, PER_STATION, DIVISIONS, PER_CERTIFIED, PER_RESIDENT, STAGES, EXECUTION, SCATTER };

static const char money[] =
  "entry_id,year,region_code,source,purpose,amount_yuan,stage\n"
  "1,2022,640302,central,training,1000000,allocated\n2,2022,640302,central,training,800000,spent\n"
  "1,2022,640303,welfare_lottery,service_purchase,3000000,allocated\n2,2022,640303,welfare_lottery,service_purchase,1500000,spent\n";
static const char stations[] = "station_id,name,tier,region_code,status,opened_on\n"
                               "s1,甲站,township_station,640302100,operating,2021-03-01\n"
                               "s2,乙站,township_station,640302101,operating,2022-03-01\n"
                               "s3,丙站,township_station,640303100,operating,2022-09-01\n";
static const char people[] = "person_id,name,grade,region_code,certified_on\n"
                             "p1,王一,assistant,640302,2020-06-01\np2,王二,senior,640302,2021-06-01\n"
                             "p3,王三,assistant,640303,2020-06-01\n";

static void
show_registers (CardPage *page)
{
  card_page_import (page, "funding", "2022-12-31", "640300", money);
  card_page_import (page, "stations", "2022-12-31", "640300", stations);
  card_page_import (page, "personnel", "2022-12-31", "640300", people);
  card_page_show (page, "640300", "certified_workers", 2022);
}

/* Question 13: how much for each station, and who gets little? */
static void
test_per_station (CardPage      *page,
                  gconstpointer  data)
{
  show_registers (page);
  g_assert_cmpfloat (card_page_get_value (page, PER_STATION, "640302", 0, NULL), ==,
                     card_page_query (page, "SELECT sum (amount_fen) / 100.0 / 2 FROM funding WHERE region_code = '640302' AND stage "
                                            "= 'allocated'"));
  g_assert_cmpfloat (card_page_get_value (page, PER_STATION, "640303", 0, NULL), ==, 3000000);
  g_assert_cmpfloat (card_page_get_chart (page, PER_STATION)->reference, ==, 1750000);
  g_assert_nonnull (strstr (atlas_card_page_get_findings (page->page),
                            "Funding per township station: Litong District has least (500,000 yuan), Hongsibu District most "
                            "(3 million yuan); the median is 1.75 million yuan."));
}

/* Question 14: where does the money come from? */
static void
test_sources (CardPage      *page,
              gconstpointer  data)
{
  show_registers (page);
  g_assert_cmpint (card_page_get_chart (page, SOURCES)->kind, ==, ATLAS_CHART_PERCENT_BAR);
  g_assert_cmpfloat (card_page_get_value (page, SOURCES, "640300", 2022, "welfare_lottery"), ==, 3000000);
  g_assert_cmpfloat (card_page_get_value (page, SOURCES, "640300", 2022, "central"), ==, 1000000);
  g_assert_true (card_page_has_text (page, "⚠ The welfare lottery gives 75.0% (2022): more than half depends on one source."));
  g_assert_cmpint (card_page_get_chart (page, PURPOSES)->kind, ==, ATLAS_CHART_TREEMAP);
}

/* What is known of Wuzhong came from one source: as bars it is compared. */
static void
test_one_source (CardPage      *page,
                 gconstpointer  data)
{
  card_page_show (page, "640300", "certified_workers", 0);
  g_assert_cmpint (card_page_get_chart (page, PURPOSES)->kind, ==, ATLAS_CHART_BAR);
  g_assert_cmpfloat (card_page_get_value (page, PURPOSES, "640300", 0, "incubation"), ==, 5315000);
}

static char *
dup_unit (CardPage *page,
          guint     card)
{
  const AtlasChartSpec *spec = card_page_get_chart (page, card);

  return atlas_scale_dup_unit (atlas_chart_choose_scale (spec->table, spec->kind, 0), atlas_table_get_unit (spec->table));
}

/* A small part of a large sum does not make its chart one of thousands beside others of millions. */
static void
test_one_unit (CardPage      *page,
               gconstpointer  data)
{
  g_autofree char *sources = NULL, *purposes = NULL, *divisions = NULL;

  card_page_import (page, "funding", "2022-12-31", "640300",
                    "entry_id,year,region_code,source,purpose,amount_yuan,stage\n"
                    "1,2022,640302,central,training,5000000,allocated\n2,2022,640302,central,incentives,5000,allocated\n"
                    "3,2022,640303,charity,training,5000000,allocated\n4,2022,640324,charity,training,6000,allocated\n");
  card_page_show (page, "640300", "certified_workers", 2022);
  sources = dup_unit (page, SOURCES);
  purposes = dup_unit (page, PURPOSES);
  divisions = dup_unit (page, DIVISIONS);
  g_assert_cmpstr (sources, ==, "million yuan");
  g_assert_cmpstr (purposes, ==, "million yuan");
  g_assert_cmpstr (divisions, ==, "million yuan");
}

/* Question 15: what was allocated and not spent? */
static void
test_execution (CardPage      *page,
                gconstpointer  data)
{
  g_autofree char *list = NULL;

  show_registers (page);
  g_assert_cmpint (card_page_get_chart (page, STAGES)->kind, ==, ATLAS_CHART_DUMBBELL);
  g_assert_cmpfloat (card_page_get_value (page, STAGES, "640303", 0, "spent"), ==, 1500000);
  list = card_page_dup_list (page, EXECUTION);
  g_assert_cmpstr (list, ==,
                   "Division\tAllocated\tSpent\tNot spent\tRate\n"
                   "Hongsibu District\t3.00\t1.50\t1.50\t50.0%\n"
                   "Litong District\t1.00\t0.80\t0.20\t80.0%\n");
  g_assert_nonnull (strstr (atlas_card_page_get_findings (page->page),
                            "Wuzhong City: 57.5% of the money allocated has been spent (2022)."));
}

/* 800,000 余 of 13,345,000 is at least 5.99 %, and what has not been spent at most 12,545,000, both rounded so
 * that they stay true. */
static void
test_open_execution (CardPage      *page,
                     gconstpointer  data)
{
  g_autofree char *list = NULL;

  card_page_import (page, "funding", "2022-12-31", "640300",
                    "entry_id,year,region_code,source,purpose,amount_yuan,stage\n1,2022,640302,central,training,13345000,allocated\n"
                    "2,2022,640302,central,training,80余万,spent\n");
  card_page_show (page, "640302", "certified_workers", 2022);
  list = card_page_dup_list (page, EXECUTION);
  g_assert_cmpstr (list, ==, "Division\tAllocated\tSpent\tNot spent\tRate\nLitong District\t13.35\t≥ 0.8\t≤ 12.55\t≥ 5.9%\n");
}

/* A part of a ledger, by which none of the five counties of Wuzhong has returned: the rate says so. */
static void
test_partial_execution (CardPage      *page,
                        gconstpointer  data)
{
  card_page_import (page, "funding", "2022-12-31", NULL, money);
  card_page_show (page, "640300", "certified_workers", 2022);
  g_assert_nonnull (strstr (atlas_card_page_get_findings (page->page),
                            "Wuzhong City: 57.5% of the money allocated has been spent (2022; 0 of 5 returned)."));
}

/* A ledger of what was spent alone tells no rate. */
static void
test_spent_only (CardPage      *page,
                 gconstpointer  data)
{
  card_page_import (page, "funding", "2022-12-31", "640300",
                    "entry_id,year,region_code,source,purpose,amount_yuan,stage\n1,2022,640302,central,training,1000000,spent\n");
  card_page_show (page, "640300", "certified_workers", 2022);
  g_assert_false (card_page_is_shown (page, EXECUTION));
  g_assert_null (strstr (atlas_card_page_get_findings (page->page), "allocated"));
}

/* Of Ningxia's cities one has published its money by source: the bar that is alone has no name beside it, but in the title. */
static void
test_only_division (CardPage      *page,
                    gconstpointer  data)
{
  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_cmpstr (card_page_get_chart (page, DIVISIONS)->headline, ==, "Funding of the divisions by source, Wuzhong City");
  show_registers (page);
  g_assert_cmpstr (card_page_get_chart (page, DIVISIONS)->headline, ==, "Funding of the divisions by source");
}

/* Question 16: does more money go with more certified workers? */
static void
test_scatter (CardPage      *page,
              gconstpointer  data)
{
  show_registers (page);
  g_assert_cmpfloat (card_page_get_value (page, PER_CERTIFIED, "640302", 0, NULL), ==, 500000);
  g_assert_cmpfloat (card_page_get_value (page, PER_CERTIFIED, "640303", 0, NULL), ==, 3000000);
}

/* Documents without stages: what to enter. */
static void
test_published (CardPage      *page,
                gconstpointer  data)
{
  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_true (card_page_has_text (page, "Nobody has both the amount allocated and the amount spent of one year. Enter both, or "
                                           "import the ledger of funding with the stage of each entry."));
  g_assert_false (card_page_is_shown (page, EXECUTION));
  /* Of Ningxia's five cities only Wuzhong has published both: one point is no comparison. */
  g_assert_true (card_page_has_text (page, "It takes funding and stations of the divisions below, and who works in them: import the "
                                           "ledger of funding, the register of stations, and that of personnel with the number of "
                                           "each person's station."));
  card_page_show (page, "640303", "certified_workers", 0);
  g_assert_true (card_page_has_text (page, "No Figures on Funding Yet"));
}

/* All money of 红寺堡区 is the district's own: of its townships nothing is to be imported. */
static void
test_unplaced (CardPage      *page,
               gconstpointer  data)
{
  show_registers (page);
  card_page_show (page, "640303100", "certified_workers", 2022);
  g_assert_true (card_page_has_text (page, "some are registered with Hongsibu District itself, in no township: 3 million yuan (2022)"));
  g_assert_false (card_page_has_text (page, "Where the money comes from is not known. Import the ledger of funding with the source of "
                                            "each entry, or enter amounts with their source."));
  g_assert_false (card_page_is_shown (page, SOURCES));
  g_assert_false (card_page_is_shown (page, PURPOSES));
}

/* Inner Mongolia has published money of 2022 and workers of 2021: it is not asked for what is there, but told what is not. */
static void
test_different_years (CardPage      *page,
                      gconstpointer  data)
{
  card_page_show (page, "150000", "certified_workers", 0);
  g_assert_true (card_page_has_text (page, "No year has all the figures it takes: Funding (July 2022), Certified social workers "
                                           "(December 2021). Enter what is lacking, so that both are of the same year."));
  g_assert_false (card_page_has_text (page, "It takes amounts and certified workers of the same year: import the ledger of funding "
                                            "and the register of personnel."));
  /* How many stations it has nobody tells. */
  g_assert_true (card_page_has_text (page, "It takes amounts and operating township stations of the same year: import the ledger "
                                           "of funding and the register of stations."));
  card_page_show (page, "150000", "certified_workers", 2022);
  g_assert_true (card_page_has_text (page, "“Certified social workers” is missing: no figure for 2022; there are figures for: 2021. "
                                           "Enter what is lacking, so that both are of the same year."));
}

/* A ledger of 2021, and a list of people that tells of the end of 2022 alone. */
static void
test_registers_of_different_years (CardPage      *page,
                                   gconstpointer  data)
{
  card_page_import (page, "funding", "2021-12-31", "640300",
                    "entry_id,year,region_code,source,purpose,amount_yuan,stage\n1,2021,640302,central,training,1000000,allocated\n");
  card_page_import (page, "personnel", "2022-12-31", "640300",
                    "person_id,name,grade,region_code\np1,王一,assistant,640302\n");
  card_page_show (page, "640302", "certified_workers", 0);
  g_assert_true (card_page_has_text (page, "No year has all the figures it takes: Funding (2021), Certified social workers (2022). "
                                           "Enter what is lacking, so that both are of the same year."));
}

/* The nation's total is of 2017 and has no parts, but a document of 2021 tells what some of the money was for; and one year's
 * sources are shown once. */
static void
test_other_years (CardPage      *page,
                  gconstpointer  data)
{
  card_page_show (page, "000000", "certified_workers", 0);
  g_assert_cmpfloat (card_page_get_value (page, PURPOSES, "000000", 0, "station_building"), ==, 2.49e9);
  card_page_show (page, "640000", "certified_workers", 0);
  g_assert_false (card_page_is_shown (page, YEARS));
  g_assert_cmpfloat (card_page_get_value (page, SOURCES, "640000", 2023, "central"), ==, 7860000);
}

static void
test_narrow (CardPage      *page,
             gconstpointer  data)
{
  show_registers (page);
  g_assert_cmpint (card_page_measure (page), <=, 440);
}

static void
add (const char *path,
     void      (*test) (CardPage *page, gconstpointer data))
{
  card_page_add_test (path, atlas_funding_page_new, test);
}

int
main (int   argc,
      char *argv[])
{
  window_test_init (&argc, &argv);

  add ("/funding-page/per-station", test_per_station);
  add ("/funding-page/sources", test_sources);
  add ("/funding-page/one-source", test_one_source);
  add ("/funding-page/one-unit", test_one_unit);
  add ("/funding-page/execution", test_execution);
  add ("/funding-page/open-execution", test_open_execution);
  add ("/funding-page/partial-execution", test_partial_execution);
  add ("/funding-page/spent-only", test_spent_only);
  add ("/funding-page/only-division", test_only_division);
  add ("/funding-page/scatter", test_scatter);
  add ("/funding-page/published", test_published);
  add ("/funding-page/unplaced", test_unplaced);
  add ("/funding-page/different-years", test_different_years);
  add ("/funding-page/registers-of-different-years", test_registers_of_different_years);
  add ("/funding-page/other-years", test_other_years);
  add ("/funding-page/narrow", test_narrow);

  return g_test_run ();
}
