/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "bundled.h"

/* What programmes ask for per head, per station, per project: worked out by hand from the figures of the documents. */
typedef struct {
  const char *indicator;
  const char *region;
  AtlasQualifier qualifier;
  double numerator, denominator, factor;
} Expected;

static const Expected ratios[] = {
  { "mentees_per_mentor", "640300", ATLAS_QUALIFIER_EXACT, 136, 83, 1 },
  { "posts_per_institution", "152200", ATLAS_QUALIFIER_EXACT, 17, 21, 1 },
  { "stations_per_supervisor", "640000", ATLAS_QUALIFIER_EXACT, 242, 30, 1 },
  { "cultivated_per_pair", "640000", ATLAS_QUALIFIER_EXACT, 300, 10, 1 },
  { "community_worker_certified_share", "500110", ATLAS_QUALIFIER_AT_MOST, 182, 810, 100 },
  { "three_areas_matching_ratio", "640000", ATLAS_QUALIFIER_EXACT, 6280000, 7860000, 100 },
  { "social_work_org_share", "150603", ATLAS_QUALIFIER_EXACT, 13, 31 + 58 + 1, 100 },
  { "orgs_per_10_stations", "640000", ATLAS_QUALIFIER_EXACT, 140, 242, 10 },
  { "community_orgs_per_township", "500110", ATLAS_QUALIFIER_AT_LEAST, 3000, 21, 1 },
  { "venture_activities_per_project", "130602", ATLAS_QUALIFIER_AT_LEAST, 600, 65, 1 },
  { "venture_people_per_project", "130602", ATLAS_QUALIFIER_AT_LEAST, 30000, 65, 1 },
  { "visited_share", "522601", ATLAS_QUALIFIER_EXACT, 412, 963, 100 },
  { "casework_share", "522601", ATLAS_QUALIFIER_EXACT, 14, 963, 100 },
  { "visits_per_station", "532900", ATLAS_QUALIFIER_AT_LEAST, 2100, 112, 1 },
  { "hours_per_station", "532900", ATLAS_QUALIFIER_AT_LEAST, 7800, 112, 1 },
  { "person_times_per_station", "532900", ATLAS_QUALIFIER_AT_LEAST, 26800, 112, 1 },
  { "hours_per_volunteer_project", "640300", ATLAS_QUALIFIER_EXACT, 25140000, 89177, 1 },
  { "volunteers_per_org", "500110", ATLAS_QUALIFIER_AT_LEAST, 180000, 793, 1 },
  { "party_members_per_activity", "522601", ATLAS_QUALIFIER_AT_MOST, 1408, 35, 1 },
  { "person_times_per_volunteer_activity", "522601", ATLAS_QUALIFIER_ABOUT, 5000, 35, 1 },
};

static void
test_ratios (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      const Expected *expected = &ratios[i];
      g_autoptr (AtlasTable) table = bundled_ask (expected->indicator, expected->region, "", 0);
      const AtlasObservation *row = atlas_table_get_row (table, 0);

      g_test_message ("%s", expected->indicator);
      g_assert_false (atlas_observation_is_missing (row));
      g_assert_cmpfloat_with_epsilon (row->value, expected->numerator / expected->denominator * expected->factor, 1e-9);
      g_assert_cmpint (row->qualifier, ==, expected->qualifier);
    }
}

/* Money is in fen. What is summed over its sources is "at least", since a document need not name all of them. */
static void
test_money (void)
{
  const struct { const char *indicator, *region; AtlasQualifier qualifier; gint64 fen; } money[] = {
    { "incentives_per_recipient", "640300", ATLAS_QUALIFIER_AT_LEAST, 157553 },             /* 824,000 / 523 */
    { "provincial_incentives_per_recipient", "640000", ATLAS_QUALIFIER_EXACT, 301037 },     /* 2,613,000 / 868 */
    { "allowance_cost", "640000", ATLAS_QUALIFIER_EXACT, 1082160000 },  /* (3,202 × 200 + 868 × 300 + 2 × 500) × 12 */
    { "stipends_per_holder", "500110", ATLAS_QUALIFIER_AT_LEAST, 65934 },                   /* 120,000 / 182 */
    { "training_cost_per_class", "640000", ATLAS_QUALIFIER_ABOUT, 25000000 },               /* ≥ 5 million / ≥ 20 */
    { "training_cost_per_attendance", "640000", ATLAS_QUALIFIER_AT_LEAST, 200000 },         /* ≥ 5 million / 2,500 */
    { "purchase_per_project", "640000", ATLAS_QUALIFIER_ABOUT, 15000000 },                  /* ≥ 60 million / ≥ 400 */
    { "purchase_per_project", "150603", ATLAS_QUALIFIER_AT_LEAST, 28000000 },               /* ≥ 7 million / 25 */
    { "purchase_per_person_time", "150603", ATLAS_QUALIFIER_ABOUT, 5833 },                  /* ≥ 7 million / ≥ 120,000 */
    { "three_areas_per_posting", "640000", ATLAS_QUALIFIER_AT_LEAST, 4590909 },             /* (7.86 + 6.28 million) / 308 */
    { "three_areas_per_project", "640000", ATLAS_QUALIFIER_AT_LEAST, 17675000 },            /* … / 80 */
    { "raised_per_community_fund", "500110", ATLAS_QUALIFIER_AT_LEAST, 1518987 },           /* ≥ 1.2 million / 79 */
    { "community_fund_per_person_time", "500110", ATLAS_QUALIFIER_AT_LEAST, 1538 },         /* ≥ 1.2 million / 78,000 */
    { "federation_capital", "500110", ATLAS_QUALIFIER_EXACT, 63000000 },                    /* 30,000 × 21 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (money); i++)
    {
      g_autoptr (AtlasTable) table = bundled_ask (money[i].indicator, money[i].region, "", 0);
      const AtlasObservation *row = atlas_table_get_row (table, 0);

      g_test_message ("%s of %s", money[i].indicator, money[i].region);
      g_assert_false (atlas_observation_is_missing (row));
      g_assert_true (row->has_exact);
      g_assert_cmpint (row->exact.mantissa, ==, money[i].fen);
      g_assert_cmpuint (row->exact.decimals, ==, 2);
      g_assert_cmpint (row->qualifier, ==, money[i].qualifier);
    }
}

/* Kangbashi: one station for each of its townships. */
static void
test_required_stations (void)
{
  g_autoptr (AtlasTable) table = bundled_ask ("required_township_stations", "150603", "", 0);
  g_autoptr (AtlasTable) townships = bundled_ask ("townships", "150603", "", 0);

  g_assert_cmpfloat (atlas_table_get_row (table, 0)->value, ==, atlas_table_get_row (townships, 0)->value);
  g_assert_cmpfloat (atlas_table_get_row (table, 0)->value, ==, 4);
}

/* Wuzhong has the money, Qijiang the organisations: nobody has both. */
static void
test_missing_inputs (void)
{
  const char *regions[] = { "640300", "500110" };

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autoptr (AtlasTable) table = bundled_ask ("incubation_per_resident", regions[i], "", 0);
      const AtlasObservation *row = atlas_table_get_row (table, 0);

      g_assert_true (atlas_observation_is_missing (row));
      g_assert_cmpint (row->missing, ==, ATLAS_MISSING_INPUT);
      g_assert_cmpuint (row->notes->len, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-ratios/ratios", test_ratios);
  g_test_add_func ("/programme-ratios/money", test_money);
  g_test_add_func ("/programme-ratios/required-stations", test_required_stations);
  g_test_add_func ("/programme-ratios/missing-inputs", test_missing_inputs);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
