/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Questions on the bundled dataset. The expected values are worked out by hand from its CSV files. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "bundled.h"

static void
assert_source (const AtlasObservation *row,
               const char             *source_id)
{
  g_assert_cmpuint (row->sources->len, >=, 1);
  g_assert_cmpstr (((AtlasSource *) g_ptr_array_index (row->sources, 0))->source_id, ==, source_id);
}

static void
test_grades (void)
{
  g_autoptr (AtlasTable) total = bundled_ask ("certified_workers", "640000", "", 0);
  g_autoptr (AtlasTable) table = bundled_ask_by ("certified_workers", "640000", "grade", 0);

  bundled_assert_exact (bundled_first (total), "4072");
  assert_source (bundled_first (total), "ningxia-overview");
  g_assert_cmpint (bundled_first (total)->year, ==, 2023);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 3);
  bundled_assert_exact (atlas_table_find (table, "640000", 0, "senior"), "2");
  bundled_assert_exact (atlas_table_find (table, "640000", 0, "intermediate"), "868");
  bundled_assert_exact (atlas_table_find (table, "640000", 2023, "assistant"), "3202");
  g_assert_cmpstr (bundled_first (table)->by[0], ==, "assistant");
  assert_source (bundled_first (table), "ningxia-overview");
}

/* A region of which only the senior ones are printed still has all three rows, of the same year. */
static void
test_complete_set_of_one_year (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_by ("certified_workers", "440100", "grade", 0);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (atlas_table_count_missing (table), ==, 2);
  bundled_assert_exact (atlas_table_find (table, "440100", 2023, "senior"), "26");
  g_assert_true (atlas_observation_is_missing (atlas_table_find (table, "440100", 2023, "assistant")));
}

static void
test_shares (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("certified_share", "640000,640300,532900", "", 0);

  g_assert_cmpstr (bundled_first (table)->region->code, ==, "640000");
  g_assert_cmpfloat_with_epsilon (bundled_first (table)->value, 4072 / 13000.0 * 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_table_get_row (table, 1)->value, 753 / 3134.0 * 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_table_get_row (table, 2)->value, 477 / 4330.0 * 100, 1e-9);
  g_assert_true (atlas_table_get_row (table, 2)->year_inferred);
  g_assert_false (bundled_first (table)->year_inferred);
  g_assert_cmpfloat (bundled_first (table)->numerator, ==, 4072);
  g_assert_cmpfloat (bundled_first (table)->denominator, ==, 13000);
  g_assert_cmpuint (bundled_first (table)->inputs->len, ==, 2);
}

static void
assert_coverage (AtlasTable *table,
                 const char *region,
                 double      stations,
                 double      townships)
{
  const AtlasObservation *row = atlas_table_find (table, region, 0, NULL);

  g_assert_cmpfloat (row->numerator, ==, stations);
  g_assert_cmpfloat (row->denominator, ==, townships);
  g_assert_cmpfloat_with_epsilon (row->value, stations / townships * 100, 1e-9);
  g_assert_cmpint (row->status, ==, ATLAS_STATUS_ESTIMATED);
  g_assert_cmpint (row->basis, ==, ATLAS_BASIS_COMPUTED);
}

static void
test_coverage (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("township_coverage", "532900,500110,640300,640000", "", 0);
  g_autofree char *qijiang = bundled_note (table, 1);
  g_autofree char *wuzhong = bundled_note (table, 2);

  assert_coverage (table, "532900", 112, 112);
  assert_coverage (table, "500110", 21, 21);
  assert_coverage (table, "640300", 48, 47);
  assert_coverage (table, "640000", 242, 243);
  g_assert_cmpstr (wuzhong, ==, "townships by the 2023 list of divisions; stations, not townships");
  g_assert_nonnull (strstr (qijiang, "without 10 townships that are administered elsewhere"));
  g_assert_null (strstr (wuzhong, "without"));
}

/* Exclusions hold for Qijiang's own row: for Chongqing all 1,031 townships count, and 31 as children of Qijiang. */
static void
test_townships (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("townships", "500110,500000,000000", "", 2019);

  bundled_assert_exact (bundled_first (table), "21");
  bundled_assert_exact (atlas_table_get_row (table, 1), "1031");
  bundled_assert_exact (atlas_table_get_row (table, 2), "38642");
  g_assert_cmpstr (bundled_first (table)->period, ==, "2023");
  g_assert_cmpint (bundled_first (table)->year, ==, 2019);
}

static void
test_no_townships (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("township_coverage", "640303100,710000", "", 0);

  g_assert_cmpint (bundled_first (table)->missing, ==, ATLAS_MISSING_NOT_APPLICABLE);
  g_assert_cmpint (atlas_table_get_row (table, 1)->missing, ==, ATLAS_MISSING_NOT_APPLICABLE);
}

static void
test_only_a_batch (void)
{
  g_autoptr (AtlasTable) coverage = bundled_ask ("township_coverage", "230127", "", 0);
  g_autoptr (AtlasTable) stations = bundled_ask ("stations", "230127", "", 0);
  g_autoptr (AtlasTable) strict = bundled_ask ("stations", "230127", "", 2023);
  g_autoptr (AtlasTable) batch = bundled_ask ("stations", "230127", "batch=2", 0);
  g_autofree char *why = bundled_note (coverage, 0);

  g_assert_true (isnan (bundled_first (coverage)->value));
  g_assert_cmpint (bundled_first (coverage)->missing, ==, ATLAS_MISSING_ONLY_PARTS);
  g_assert_cmpint (bundled_first (stations)->missing, ==, ATLAS_MISSING_ONLY_PARTS);
  g_assert_cmpint (bundled_first (strict)->missing, ==, ATLAS_MISSING_ONLY_PARTS);
  g_assert_nonnull (strstr (why, "only parts are printed: Second batch: 4 stations"));
  bundled_assert_exact (bundled_first (batch), "4");
}

/* A year without any part: what other years have is told, with its date. */
static void
test_only_parts_of_another_year (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("stations", "230127", "", 2021);
  g_autoptr (AtlasTable) coverage = bundled_ask ("township_coverage", "230127", "", 2021);
  g_autofree char *why = bundled_note (table, 0);
  g_autofree char *coverage_why = bundled_note (coverage, 0);

  g_assert_cmpint (bundled_first (table)->missing, ==, ATLAS_MISSING_ONLY_PARTS);
  g_assert_nonnull (strstr (why, "only parts are printed: Second batch: 4 stations (May 2023)"));
  g_assert_null (strstr (why, "no published figure"));
  g_assert_nonnull (strstr (coverage_why, "“Social work station network” is missing: only parts are printed"));
}

static void
test_funding_from_parts (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("funding", "640000", "", 2023);
  g_autoptr (AtlasTable) purpose = bundled_ask ("funding", "640000", "purpose=three_areas_plan", 2023);
  g_autoptr (AtlasTable) latest = bundled_ask ("funding", "640000", "", 0);

  bundled_assert_exact (bundled_first (table), "81753000");
  g_assert_cmpint (bundled_first (table)->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_cmpint (bundled_first (table)->basis, ==, ATLAS_BASIS_PUBLISHED_PARTS);
  g_assert_cmpuint (bundled_first (table)->figures->len, ==, 5);
  g_assert_cmpuint (bundled_first (table)->sources->len, ==, 1);
  g_assert_cmpstr (bundled_first (table)->period, ==, "2023");
  bundled_assert_exact (bundled_first (purpose), "14140000");
  g_assert_cmpint (bundled_first (purpose)->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  bundled_assert_exact (bundled_first (latest), "81753000");
}

/* Yunnan's money "up to 2022" is a sum for several years, but it is not undated. */
static void
test_funding_up_to_a_year (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("funding", "530000", "", 2022);
  g_autofree char *text = bundled_note (table, 0);

  bundled_assert_exact (bundled_first (table), "75750000");
  g_assert_cmpint (bundled_first (table)->year, ==, 2022);
  g_assert_cmpstr (bundled_first (table)->period, ==, "../2022");
  g_assert_nonnull (strstr (text, "one sum for several years: up to 2022"));
  g_assert_nonnull (strstr (text, "one part is published (Three Areas Plan)"));
}

/* 5.11 billion yuan are printed for 2017. The 2.49 billion of one purpose in 2021 do not push that aside. */
static void
test_printed_total_before_parts (void)
{
  g_autoptr (AtlasTable) latest = bundled_ask ("funding", "000000", "", 0);
  g_autoptr (AtlasTable) later = bundled_ask ("funding", "000000", "", 2021);

  bundled_assert_exact (bundled_first (latest), "5110000000");
  g_assert_cmpint (bundled_first (latest)->year, ==, 2017);
  bundled_assert_exact (bundled_first (later), "2490000000");
  g_assert_cmpint (bundled_first (later)->basis, ==, ATLAS_BASIS_PUBLISHED_PARTS);
}

static void
test_funding_by_purpose (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_by ("funding", "640000", "purpose", 2023);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 4);
  bundled_assert_exact (atlas_table_find (table, "640000", 2023, "service_purchase"), "60000000");
  bundled_assert_exact (atlas_table_find (table, "640000", 2023, "three_areas_plan"), "14140000");
  bundled_assert_exact (atlas_table_find (table, "640000", 2023, "training"), "5000000");
  bundled_assert_exact (atlas_table_find (table, "640000", 2023, "incentives"), "2613000");
}

static void
test_funding_by_two_dimensions (void)
{
  AtlasQuestion *question = atlas_question_new ("funding");
  g_autoptr (AtlasTable) table = NULL;

  atlas_question_set_regions (question, (const char *[]) { "640000", NULL });
  atlas_question_set_years (question, 2023, 2023);
  question->by = g_strdupv ((char *[]) { (char *) "purpose", (char *) "source", NULL });
  table = bundled_answer (question);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 5);
  g_assert_cmpuint (atlas_table_count_missing (table), ==, 0);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (atlas_table_get_row (table, i)->basis, ==, ATLAS_BASIS_PUBLISHED);
  /* In the order of dimensions.csv, not of their names. */
  g_assert_cmpstr (bundled_first (table)->by[0], ==, "service_purchase");
  g_assert_cmpstr (atlas_table_get_row (table, 1)->by[0], ==, "training");
  g_assert_cmpstr (atlas_table_get_row (table, 2)->by[0], ==, "incentives");
  g_assert_cmpstr (atlas_table_get_row (table, 3)->by[1], ==, "central");
  g_assert_cmpstr (atlas_table_get_row (table, 4)->by[1], ==, "provincial");
}

static void
test_qualifier_through_formula (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("certified_share", "630000", "", 0);

  g_assert_cmpfloat_with_epsilon (bundled_first (table)->value, 1385 / 3500.0 * 100, 1e-9);
  g_assert_cmpint (bundled_first (table)->qualifier, ==, ATLAS_QUALIFIER_AT_MOST);
  g_assert_cmpint (bundled_first (table)->status, ==, ATLAS_STATUS_LOW_RELIABILITY);
  g_assert_cmpstr (bundled_first (table)->period, ==, "2023-05");
}

static void
test_money_per_station (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("station_building_per_station", "532900", "", 0);

  /* 3,840,000 / 112 = 34,285.714… */
  bundled_assert_exact (bundled_first (table), "34285.71");
  g_assert_cmpstr (bundled_first (table)->period, ==, "2021/..");
}

static void
test_year_end_before_november (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("certified_workers", "000000", "", 2021);

  bundled_assert_exact (bundled_first (table), "737000");
  g_assert_cmpint (bundled_first (table)->qualifier, ==, ATLAS_QUALIFIER_ABOUT);
  g_assert_cmpuint (bundled_first (table)->others->len, ==, 2);
}

static void
test_series_does_not_fall (void)
{
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  double last = 0;

  atlas_question_set_regions (question, (const char *[]) { "000000", NULL });
  atlas_question_set_years (question, 2011, 2023);
  table = bundled_answer (question);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 13);
  g_assert_cmpuint (atlas_table_count_missing (table), ==, 2);
  for (guint i = 0; i < 13; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      g_assert_cmpint (row->year, ==, 2011 + i);
      if (atlas_observation_is_missing (row))
        continue;
      g_assert_cmpfloat (row->value, >=, last);
      last = row->value;
    }
  g_assert_cmpfloat (last, ==, 1161000);
}

static void
test_population_of_provinces (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_within ("population", "000000", ATLAS_REGION_LEVEL_PROVINCE, 0, FALSE);
  const char *missing[] = { "710000", "810000", "820000" };

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 34);
  g_assert_cmpuint (atlas_table_count_missing (table), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      const AtlasObservation *row = atlas_table_find (table, missing[i], 0, NULL);

      g_assert_true (atlas_observation_is_missing (row));
      g_assert_true (isnan (row->value));
      g_assert_cmpint (row->missing, ==, ATLAS_MISSING_NOT_REPORTED);
      g_assert_cmpuint (row->notes->len, ==, 1);
    }
}

static void
test_population_of_another_year (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("certified_per_10k", "640000", "", 0);
  g_autofree char *text = bundled_note (table, 0);

  g_assert_cmpfloat_with_epsilon (bundled_first (table)->value, 4072 / 7202654.0 * 10000, 1e-9);
  g_assert_nonnull (strstr (text, "Resident population of 2020"));
  g_assert_cmpint (bundled_first (table)->year, ==, 2023);
}

static void
test_published_rate (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("certified_per_10k", "330500,350200", "", 0);

  bundled_assert_exact (bundled_first (table), "87");
  g_assert_cmpint (bundled_first (table)->basis, ==, ATLAS_BASIS_PUBLISHED);
  bundled_assert_exact (atlas_table_get_row (table, 1), "21.22");
}

static void
test_strict_year (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("stations", "130602", "", 2023);
  g_autofree char *text = bundled_note (table, 0);

  g_assert_cmpint (bundled_first (table)->missing, ==, ATLAS_MISSING_OTHER_YEARS);
  g_assert_cmpint (bundled_first (table)->year, ==, 2023);
  g_assert_nonnull (strstr (text, "no figure for 2023; there are figures for: 2021, 2022"));
}

static AtlasTable *
ask_with_stand_in (const char *indicator,
                   const char *region,
                   int         year)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_regions (question, (const char *[]) { region, NULL });
  atlas_question_set_years (question, year, year);
  question->stand_in = TRUE;
  return bundled_answer (question);
}

static void
test_stand_in (void)
{
  g_autoptr (AtlasTable) table = ask_with_stand_in ("stations", "130602", 2023);
  g_autoptr (AtlasTable) never_later = ask_with_stand_in ("stations", "130602", 2020);
  g_autoptr (AtlasTable) share = ask_with_stand_in ("certified_share", "640000", 2025);
  g_autofree char *text = bundled_note (table, 0);

  bundled_assert_exact (bundled_first (table), "10");
  g_assert_true (bundled_first (table)->stand_in);
  g_assert_cmpint (bundled_first (table)->year, ==, 2023);
  g_assert_cmpstr (bundled_first (table)->period, ==, "2022");
  g_assert_nonnull (strstr (text, "no figure for 2023: that of 2022 stands in"));
  g_assert_true (atlas_observation_is_missing (bundled_first (never_later)));
  g_assert_true (bundled_first (share)->stand_in);
  g_assert_cmpstr (bundled_first (share)->period, ==, "2023");
}

static void
test_defaults_are_told (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("stations", "640300", "", 0);
  g_autoptr (AtlasTable) total = bundled_ask ("stations", "130602", "tier=_T", 0);
  g_autofree char *text = bundled_note (table, 0);

  bundled_assert_exact (bundled_first (table), "48");
  g_assert_nonnull (strstr (text, "Scope: Township station, Operating"));
  g_assert_cmpuint (bundled_first (table)->dimensions->len, ==, 2);
  bundled_assert_exact (bundled_first (total), "100");
  g_assert_cmpuint (bundled_first (total)->dimensions->len, ==, 1);
}

static void
test_attributes_go_to_the_note (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("coverage_rate", "640202", "", 0);
  g_autofree char *text = bundled_note (table, 0);

  bundled_assert_exact (bundled_first (table), "100");
  g_assert_nonnull (strstr (text, "claimed: Stated in words"));
}

static void
test_stations_by_tier (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_by ("stations", "640000", "tier", 0);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 3);
  bundled_assert_exact (bundled_first (table), "22");
  bundled_assert_exact (atlas_table_get_row (table, 1), "242");
  bundled_assert_exact (atlas_table_get_row (table, 2), "500");
  g_assert_cmpstr (atlas_table_get_by_name (table, 0, 0), ==, "County guidance centre");
}

static void
test_from_registers (void)
{
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *text = NULL;

  atlas_question_set_regions (question, (const char *[]) { "640000", NULL });
  question->from = ATLAS_FROM_REGISTERS;
  table = bundled_answer (question);
  text = bundled_note (table, 0);
  g_assert_true (atlas_observation_is_missing (bundled_first (table)));
  g_assert_cmpstr (text, ==, "no registers have been imported");
}

static void
assert_refused (const char *region,
                const char *within,
                const char *part_of_message)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("population");
  g_autoptr (GError) error = NULL;

  if (region != NULL)
    atlas_question_set_regions (question, (const char *[]) { region, NULL });
  if (within != NULL)
    atlas_question_set_within (question, within, ATLAS_REGION_LEVEL_COUNTY);
  g_assert_null (atlas_answer (bundled_dataset (), bundled_catalogue (), question, &error));
  g_assert_true (error->domain == ATLAS_QUESTION_ERROR);
  g_assert_nonnull (strstr (error->message, part_of_message));
}

static void
test_unknown_regions (void)
{
  assert_refused ("640399", NULL, "“640399”; near it: 640300");
  assert_refused ("吴忠市", NULL, "640300");
  assert_refused (NULL, "649999", "640000");
  assert_refused ("640000", "640000", "not for both");
  assert_refused (NULL, NULL, "Name the divisions");
}

static void
test_list_years (void)
{
  const char *ningxia[] = { "640000", NULL };
  const char *nation[] = { "000000", NULL };
  g_autoptr (GArray) years = NULL;
  g_autoptr (GArray) share = NULL;

  years = atlas_answer_list_years (bundled_dataset (), bundled_catalogue (), "certified_workers", nation, NULL);
  share = atlas_answer_list_years (bundled_dataset (), bundled_catalogue (), "certified_share", ningxia, NULL);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2012);
  g_assert_cmpint (g_array_index (years, int, years->len - 1), ==, 2025);
  g_assert_cmpuint (share->len, ==, 1);
  g_assert_cmpint (g_array_index (share, int, 0), ==, 2023);
}

/* Of Dali the census of 2020 is there, and what documents print for 2023. */
static void
test_list_years_of_all (void)
{
  const char *dali[] = { "532900", NULL };
  g_autoptr (GArray) years = atlas_answer_list_years (bundled_dataset (), bundled_catalogue (), NULL, dali, NULL);
  g_autoptr (GArray) all = atlas_answer_list_years (bundled_dataset (), bundled_catalogue (), NULL, NULL, NULL);

  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2020);
  g_assert_cmpint (g_array_index (years, int, 1), ==, 2023);
  g_assert_cmpuint (all->len, ==, 17);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (g_array_index (all, int, i), ==, 2010 + i);
}

/* 31 provinces and more, a formula with two inputs: every page of the window asks several of these. */
static void
test_speed (void)
{
  const char *indicators[] = { "certified_workers", "certified_share", "certified_per_10k", "township_coverage", "funding" };
  const guint rounds = 20;

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      gint64 start = g_get_monotonic_time ();
      double milliseconds;

      for (guint r = 0; r < rounds; r++)
        atlas_table_unref (bundled_ask_within (indicators[i], "000000", ATLAS_REGION_LEVEL_PROVINCE, 0, FALSE));
      milliseconds = (g_get_monotonic_time () - start) / 1000.0 / rounds;
      g_test_message ("%s: %.2f ms", indicators[i], milliseconds);
      if (g_test_perf ())
        g_assert_cmpfloat (milliseconds, <=, 5);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/answer/grades", test_grades);
  g_test_add_func ("/indicators/answer/complete-set-of-one-year", test_complete_set_of_one_year);
  g_test_add_func ("/indicators/answer/shares", test_shares);
  g_test_add_func ("/indicators/answer/coverage", test_coverage);
  g_test_add_func ("/indicators/answer/townships", test_townships);
  g_test_add_func ("/indicators/answer/no-townships", test_no_townships);
  g_test_add_func ("/indicators/answer/only-a-batch", test_only_a_batch);
  g_test_add_func ("/indicators/answer/only-parts-of-another-year", test_only_parts_of_another_year);
  g_test_add_func ("/indicators/answer/funding-from-parts", test_funding_from_parts);
  g_test_add_func ("/indicators/answer/funding-up-to-a-year", test_funding_up_to_a_year);
  g_test_add_func ("/indicators/answer/printed-total-before-parts", test_printed_total_before_parts);
  g_test_add_func ("/indicators/answer/funding-by-purpose", test_funding_by_purpose);
  g_test_add_func ("/indicators/answer/funding-by-two-dimensions", test_funding_by_two_dimensions);
  g_test_add_func ("/indicators/answer/qualifier-through-formula", test_qualifier_through_formula);
  g_test_add_func ("/indicators/answer/money-per-station", test_money_per_station);
  g_test_add_func ("/indicators/answer/year-end-before-november", test_year_end_before_november);
  g_test_add_func ("/indicators/answer/series-does-not-fall", test_series_does_not_fall);
  g_test_add_func ("/indicators/answer/population-of-provinces", test_population_of_provinces);
  g_test_add_func ("/indicators/answer/population-of-another-year", test_population_of_another_year);
  g_test_add_func ("/indicators/answer/published-rate", test_published_rate);
  g_test_add_func ("/indicators/answer/strict-year", test_strict_year);
  g_test_add_func ("/indicators/answer/stand-in", test_stand_in);
  g_test_add_func ("/indicators/answer/defaults-are-told", test_defaults_are_told);
  g_test_add_func ("/indicators/answer/attributes-go-to-the-note", test_attributes_go_to_the_note);
  g_test_add_func ("/indicators/answer/stations-by-tier", test_stations_by_tier);
  g_test_add_func ("/indicators/answer/from-registers", test_from_registers);
  g_test_add_func ("/indicators/answer/unknown-regions", test_unknown_regions);
  g_test_add_func ("/indicators/answer/list-years", test_list_years);
  g_test_add_func ("/indicators/answer/list-years-of-all", test_list_years_of_all);
  g_test_add_func ("/indicators/answer/speed", test_speed);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
