/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Which rows an answer has, and in which order. The expected ones are worked out by hand from the bundled CSV files. */

#include "config.h"

#include <string.h>

#include "bundled.h"

static void
test_region_named_twice (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("population", "640300,640000,640300", "", 0);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (bundled_first (table)->region->code, ==, "640300");
}

/* Of Mulan only a batch of township stations is printed: the tier has its row, which says so. */
static void
test_batch_makes_a_row (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_by ("stations", "230127", "tier", 0);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (bundled_first (table)->by[0], ==, "township_station");
  g_assert_cmpint (bundled_first (table)->missing, ==, ATLAS_MISSING_ONLY_PARTS);
}

/* The three grades are rows whether printed or not, but not for every holder besides. */
static void
test_two_dimensions_as_printed (void)
{
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;

  atlas_question_set_regions (question, (const char *[]) { "500110", NULL });
  question->by = g_strdupv ((char *[]) { (char *) "holder", (char *) "grade", NULL });
  table = bundled_answer (question);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (bundled_first (table)->by[0], ==, "");
}

/* Aggregates are never rows: of 868 recipients "intermediate and above" no grade can be told. */
static void
test_aggregates_are_no_rows (void)
{
  g_autoptr (AtlasTable) by = bundled_ask_by ("incentive_recipients", "640000", "grade", 0);
  g_autoptr (AtlasTable) asked = bundled_ask ("incentive_recipients", "640000", "grade=intermediate_and_above", 0);

  g_assert_cmpuint (atlas_table_get_n_rows (by), ==, 3);
  g_assert_cmpuint (atlas_table_count_missing (by), ==, 3);
  bundled_assert_exact (bundled_first (asked), "868");
}

static void
test_nothing_broken_down (void)
{
  g_autoptr (AtlasTable) table = bundled_ask_by ("social_work_posts", "330000", "category", 0);
  g_autofree char *text = bundled_note (table, 0);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);
  g_assert_true (atlas_observation_is_missing (bundled_first (table)));
  g_assert_cmpstr (bundled_first (table)->by[0], ==, "");
  g_assert_cmpstr (text, ==, "no figure is broken down by category");
}

static void
test_nothing_broken_down_in_a_level (void)
{
  AtlasQuestion *question = atlas_question_new ("social_work_posts");
  g_autoptr (AtlasTable) table = NULL;

  atlas_question_set_within (question, "500000", ATLAS_REGION_LEVEL_PREFECTURE);
  atlas_question_set_by (question, "category");
  table = bundled_answer (question);
  g_assert_true (atlas_table_find (table, "500110", 0, NULL)->stands_for_level);
}

static void
test_levels (void)
{
  g_autoptr (AtlasTable) counties = bundled_ask_within ("population", "640000", ATLAS_REGION_LEVEL_COUNTY, 0, FALSE);
  g_autoptr (AtlasTable) some = bundled_ask_within ("population", "150200", ATLAS_REGION_LEVEL_COUNTY, 0, FALSE);
  g_autoptr (AtlasTable) zone = bundled_ask_within ("population", "150271", ATLAS_REGION_LEVEL_COUNTY, 0, FALSE);
  g_autoptr (AtlasTable) all = bundled_ask_within ("population", "150200", ATLAS_REGION_LEVEL_COUNTY, 0, TRUE);
  g_autoptr (AtlasTable) districts = bundled_ask_within ("population", "500000", ATLAS_REGION_LEVEL_PREFECTURE, 0, FALSE);

  g_assert_cmpuint (atlas_table_get_n_rows (counties), ==, 22);
  g_assert_null (atlas_table_find (some, "150271", 0, NULL));
  g_assert_nonnull (atlas_table_find (all, "150271", 0, NULL));
  g_assert_cmpuint (atlas_table_get_n_rows (zone), ==, 1);
  g_assert_true (atlas_table_find (districts, "500110", 0, NULL)->stands_for_level);
  g_assert_false (bundled_first (counties)->stands_for_level);
}

static AtlasTable *
ask_sorted (AtlasSort sort,
            guint     limit)
{
  AtlasQuestion *question = atlas_question_new ("population");

  atlas_question_set_within (question, "000000", ATLAS_REGION_LEVEL_PROVINCE);
  question->sort = sort;
  question->limit = limit;
  return bundled_answer (question);
}

static void
test_order (void)
{
  g_autoptr (AtlasTable) value = ask_sorted (ATLAS_SORT_VALUE, 0);
  g_autoptr (AtlasTable) name = ask_sorted (ATLAS_SORT_NAME, 2);

  g_assert_cmpstr (bundled_first (value)->region->code, ==, "440000");
  g_assert_cmpstr (atlas_table_get_row (value, 30)->region->code, ==, "540000");
  g_assert_cmpstr (atlas_table_get_row (value, 31)->region->code, ==, "710000");
  g_assert_cmpuint (atlas_table_get_n_rows (name), ==, 2);
  /* an hui, ao men */
  g_assert_cmpstr (bundled_first (name)->region->code, ==, "340000");
  g_assert_cmpstr (atlas_table_get_row (name, 1)->region->code, ==, "820000");
}

/* 242 stations are those in operation in townships, and the name says so unless the rows do. */
static void
test_name_tells_defaults (void)
{
  g_autoptr (AtlasTable) plain = bundled_ask ("certified_workers", "640000", "", 0);
  g_autoptr (AtlasTable) by_default = bundled_ask ("stations", "640000", "", 0);
  g_autoptr (AtlasTable) asked = bundled_ask ("stations", "640000", "tier=county_centre", 0);
  g_autoptr (AtlasTable) by_tier = bundled_ask_by ("stations", "640000", "tier", 0);
  g_autofree char *plain_name = atlas_table_dup_name (plain);
  g_autofree char *default_name = atlas_table_dup_name (by_default);
  g_autofree char *asked_name = atlas_table_dup_name (asked);
  g_autofree char *by_tier_name = atlas_table_dup_name (by_tier);

  g_assert_cmpstr (plain_name, ==, "Certified social workers");
  g_assert_cmpstr (default_name, ==, "Social work station network · Operating · Township station");
  g_assert_cmpstr (asked_name, ==, "Social work station network · Operating · County guidance centre");
  g_assert_cmpstr (by_tier_name, ==, "Social work station network · Operating");
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/answer-rows/region-named-twice", test_region_named_twice);
  g_test_add_func ("/indicators/answer-rows/batch-makes-a-row", test_batch_makes_a_row);
  g_test_add_func ("/indicators/answer-rows/two-dimensions-as-printed", test_two_dimensions_as_printed);
  g_test_add_func ("/indicators/answer-rows/aggregates-are-no-rows", test_aggregates_are_no_rows);
  g_test_add_func ("/indicators/answer-rows/nothing-broken-down", test_nothing_broken_down);
  g_test_add_func ("/indicators/answer-rows/nothing-broken-down-in-a-level",
                   test_nothing_broken_down_in_a_level);
  g_test_add_func ("/indicators/answer-rows/name-tells-defaults", test_name_tells_defaults);
  g_test_add_func ("/indicators/answer-rows/levels", test_levels);
  g_test_add_func ("/indicators/answer-rows/order", test_order);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
