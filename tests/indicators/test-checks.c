/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "dataset/text.h"
#include "hand-built.h"
#include "indicators/checks.h"

/* Every finding on the bundled figures: its rule, region, severity and figures. Worked out with another
 * program over figures.csv and regions.csv. */
static const struct {
  const char *rule;
  const char *region;
  AtlasSeverity severity;
  const char *figures;
} bundled[] = {
  { "sources-disagree", "000000", ATLAS_SEVERITY_NOTICE, "F0206 F0223 F0418" },
  { "sources-disagree", "000000", ATLAS_SEVERITY_NOTICE, "F0203 F0487 F0492" },
  { "sources-disagree", "000000", ATLAS_SEVERITY_NOTICE, "F0201 F0427 F0476" },
  { "stations-above-divisions", "320000", ATLAS_SEVERITY_WARNING, "F0548" },
  { "sources-disagree", "330000", ATLAS_SEVERITY_WARNING, "F0258 F0446" },
  { "stations-above-divisions", "370000", ATLAS_SEVERITY_WARNING, "F0246" },
  { "claimed-coverage", "430000", ATLAS_SEVERITY_NOTICE, "F0257 F0255" },
  { "sources-disagree", "430000", ATLAS_SEVERITY_NOTICE, "F0255 F0256" },
  { "stations-above-divisions", "445200", ATLAS_SEVERITY_WARNING, "F0285" },
  { "claimed-coverage", "530000", ATLAS_SEVERITY_NOTICE, "F0509 F0508" },
  { "incentive-money", "640000", ATLAS_SEVERITY_WARNING, "F0097 F0096 F0095 F0094 F0116" },
  { "incentive-recipients", "640000", ATLAS_SEVERITY_WARNING, "F0097 F0117 F0116" },
  { "planned-and-built", "640000", ATLAS_SEVERITY_WARNING, "F0113 F0122" },
  { "claimed-coverage", "640000", ATLAS_SEVERITY_NOTICE, "F0497 F0121" },
  { "claimed-coverage", "640000", ATLAS_SEVERITY_NOTICE, "F0112 F0121" },
  { "stations-above-divisions", "640300", ATLAS_SEVERITY_WARNING, "F0036" },
};

static char *
join_ids (GPtrArray *figures)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const AtlasFigure *) g_ptr_array_index (figures, i))->figure_id);
  return g_string_free (text, FALSE);
}

static GPtrArray *
run_bundled (const char *region_code)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (bundled_catalogue ());
  g_autoptr (GError) error = NULL;
  GPtrArray *findings =
    atlas_checks_run (bundled_dataset (), bundled_catalogue (),
                        region_code != NULL ? atlas_region_tree_lookup (tree, region_code) : NULL, &error);

  g_assert_no_error (error);
  return findings;
}

static void
test_bundled (void)
{
  g_autoptr (GPtrArray) findings = run_bundled (NULL);

  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (bundled));
  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *figures = join_ids (finding->figures);

      g_assert_cmpstr (finding->rule, ==, bundled[i].rule);
      g_assert_cmpstr (finding->region->code, ==, bundled[i].region);
      g_assert_cmpint (finding->severity, ==, bundled[i].severity);
      g_assert_cmpstr (figures, ==, bundled[i].figures);
    }
}

static void
test_within (void)
{
  g_autoptr (GPtrArray) ningxia = run_bundled ("640000");
  g_autoptr (GPtrArray) wuzhong = run_bundled ("640300");
  g_autoptr (GPtrArray) dali = run_bundled ("532900");

  g_assert_cmpuint (ningxia->len, ==, 6);
  g_assert_cmpuint (wuzhong->len, ==, 1);
  g_assert_cmpstr (((AtlasFinding *) g_ptr_array_index (wuzhong, 0))->message, ==,
                   "48 township stations, but only 47 statutory townships");
  g_assert_cmpstr (((AtlasFinding *) g_ptr_array_index (wuzhong, 0))->period, ==, "2023");
  g_assert_cmpuint (dali->len, ==, 0);
}

/* Of REGION in 2023, or the year that PERIOD names, from document SOURCE. */
static AtlasFigure *
figure (const char     *region,
        const char     *indicator,
        const char     *dimensions,
        const char     *value,
        AtlasQualifier  qualifier,
        const char     *period,
        const char     *source)
{
  static guint n_made;
  g_autofree char *id = g_strdup_printf ("T%u", ++n_made);
  AtlasFigure *self = hand_built_figure (id, indicator, dimensions, value, strlen (period) == 4 ? period : "",
                                         strlen (period) == 4 ? "" : period);

  atlas_text_set (&self->region_code, region);
  self->qualifier = qualifier;
  hand_built_set_source (self, source, "", "", ATLAS_SOURCE_KIND_PRESS);
  return self;
}

#define EXACT(region, indicator, dimensions, value) \
  figure (region, indicator, dimensions, value, ATLAS_QUALIFIER_EXACT, "2023", "a")

/* Runs the rules on FIGURES, which are taken; their only finding is MESSAGE of RULE, or there is none if RULE
 * is NULL. */
static void
assert_found (GPtrArray  *figures,
              const char *rule,
              const char *region,
              const char *message)
{
  g_autoptr (GPtrArray) owned = figures;
  g_autoptr (GPtrArray) findings = atlas_checks_run_on_figures (bundled_catalogue (), owned, NULL);
  const AtlasFinding *finding;

  if (rule == NULL)
    {
      if (findings->len > 0)
        g_error ("found: %s", ((AtlasFinding *) g_ptr_array_index (findings, 0))->message);
      return;
    }
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpstr (finding->region->code, ==, region);
  g_assert_cmpstr (finding->message, ==, message);
}

static GPtrArray *
grades (const char *total,
        const char *assistant,
        const char *intermediate,
        const char *senior)
{
  GPtrArray *list =
    hand_built_list (EXACT ("640100", "certified_workers", "", total),
                       EXACT ("640100", "certified_workers", "grade=assistant", assistant),
                       EXACT ("640100", "certified_workers", "grade=intermediate", intermediate), NULL);

  if (senior != NULL)
    g_ptr_array_add (list, EXACT ("640100", "certified_workers", "grade=senior", senior));
  return list;
}

static void
test_grade_sum (void)
{
  AtlasFigure *vague;
  GPtrArray *list;

  assert_found (grades ("4072", "3202", "868", "2"), NULL, NULL, NULL);
  assert_found (grades ("4074", "3202", "868", "2"), "grade-sum", "640100",
                "The parts add up to 4,072, the total is printed as 4,074");
  assert_found (grades ("4060", "3202", "868", NULL), "grade-sum", "640100",
                "The parts that are printed add up to 4,070, more than the total of 4,060");
  assert_found (grades ("5000", "3202", "868", NULL), NULL, NULL, NULL);

  /* At least 868 can be the 870 that are missing. */
  list = grades ("4074", "3202", "868", "2");
  vague = g_ptr_array_index (list, 2);
  vague->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  assert_found (list, NULL, NULL, NULL);

  /* Another document's total is no part of this one's sum. */
  list = grades ("4074", "3202", "868", "2");
  hand_built_set_source (g_ptr_array_index (list, 0), "b", "", "", ATLAS_SOURCE_KIND_PRESS);
  assert_found (list, NULL, NULL, NULL);
}

static void
test_regions (void)
{
  assert_found (hand_built_list (EXACT ("640000", "certified_workers", "", "4072"),
                                 EXACT ("640300", "certified_workers", "", "4073"), NULL),
                "child-above-parent", "640300",
                "4,073 people is more than the 4,072 people of Ningxia, of which it is a part");
  /* A county against the province, with nothing known between. */
  assert_found (hand_built_list (EXACT ("640000", "certified_workers", "", "4072"),
                                 EXACT ("640303", "certified_workers", "", "5000"), NULL),
                "child-above-parent", "640303",
                "5,000 people is more than the 4,072 people of Ningxia, of which it is a part");
  assert_found (hand_built_list (EXACT ("640000", "certified_workers", "", "4072"),
                                 EXACT ("640100", "certified_workers", "", "3000"),
                                 EXACT ("640300", "certified_workers", "", "1073"), NULL),
                "children-sum", "640000",
                "2 regions below add up to 4,073 people, more than the 4,072 people of the whole");
  assert_found (hand_built_list (EXACT ("640000", "certified_workers", "", "4072"),
                                 EXACT ("640100", "certified_workers", "", "3000"),
                                 EXACT ("640300", "certified_workers", "", "1072"), NULL), NULL, NULL, NULL);
  /* At least so many in the whole leaves room; so does another year, an earlier day, or an indicator that
   * adds up not. */
  assert_found (hand_built_list (figure ("640000", "certified_workers", "", "4000", ATLAS_QUALIFIER_AT_LEAST,
                                         "2023", "a"),
                                 EXACT ("640300", "certified_workers", "", "4073"), NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (figure ("640000", "certified_workers", "", "4000", ATLAS_QUALIFIER_EXACT,
                                         "2022", "a"),
                                 EXACT ("640300", "certified_workers", "", "4073"), NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (figure ("640000", "certified_workers", "", "4000", ATLAS_QUALIFIER_EXACT,
                                         "2023-03", "a"),
                                 EXACT ("640300", "certified_workers", "", "4073"), NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640000", "avg_monthly_pay", "", "4000"),
                                 EXACT ("640300", "avg_monthly_pay", "", "4358"), NULL), NULL, NULL, NULL);
}

static void
test_certified (void)
{
  assert_found (hand_built_list (EXACT ("640300", "certified_workers", "", "3135"),
                                 EXACT ("640300", "social_workers", "", "3134"), NULL),
                "certified-above-workers", "640300",
                "3,135 certified social workers are more than the 3,134 social work professionals");
  assert_found (hand_built_list (EXACT ("640300", "certified_workers", "", "3135"),
                                 figure ("640300", "social_workers", "", "3000", ATLAS_QUALIFIER_AT_LEAST,
                                         "2023", "a"),
                                 NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640300", "certified_workers", "", "753"),
                                 EXACT ("640300", "social_workers", "", "3134"), NULL), NULL, NULL, NULL);
}

static GPtrArray *
incentives (const char *recipients,
            const char *source_of_holders)
{
  return hand_built_list (EXACT ("640100", "incentive_recipients", "grade=intermediate_and_above",
                                 recipients),
                          figure ("640100", "certified_workers", "grade=intermediate", "868",
                                  ATLAS_QUALIFIER_EXACT, "2023", source_of_holders),
                          figure ("640100", "certified_workers", "grade=senior", "2", ATLAS_QUALIFIER_EXACT,
                                  "2023", source_of_holders),
                          NULL);
}

static void
test_incentives (void)
{
  assert_found (incentives ("870", "a"), NULL, NULL, NULL);
  assert_found (incentives ("868", "a"), "incentive-recipients", "640100",
                "868 people were rewarded for a certificate of the intermediate grade or above, which 870 hold");
  assert_found (incentives ("868", "b"), NULL, NULL, NULL);
  assert_found (incentives ("900", "b"), "incentive-recipients", "640100",
                "900 people were rewarded for a certificate of the intermediate grade or above, which 870 hold");
}

static GPtrArray *
incentive_money (const char *money,
                 const char *source)
{
  return hand_built_list (EXACT ("640100", "incentive_recipients", "grade=intermediate_and_above", "868"),
                          figure ("640100", "funding", "purpose=incentives;source=provincial", money, ATLAS_QUALIFIER_EXACT,
                                  "2023", source),
                          EXACT ("640100", "incentive_rate", "grade=intermediate;type=one_off", "3000"),
                          EXACT ("640100", "incentive_rate", "grade=senior;type=one_off", "6000"),
                          EXACT ("640100", "certified_workers", "grade=senior", "2"), NULL);
}

/* 868 at 3,000 yuan are 2,604,000; with two at 6,000 among them 2,610,000. */
static void
test_incentive_money (void)
{
  assert_found (incentive_money ("2604000", "a"), NULL, NULL, NULL);
  assert_found (incentive_money ("2610000", "a"), NULL, NULL, NULL);
  assert_found (incentive_money ("2613000", "a"), "incentive-money", "640100",
                "2,613,000 yuan were paid to 868 people, for whom the rates make 2,604,000 to 2,610,000 yuan");
  assert_found (incentive_money ("2603000", "a"), "incentive-money", "640100",
                "2,603,000 yuan were paid to 868 people, for whom the rates make 2,604,000 to 2,610,000 yuan");
  assert_found (incentive_money ("2613000", "b"), NULL, NULL, NULL);
}

/* Wuzhong has 47 statutory townships and five counties. */
static void
test_stations (void)
{
  assert_found (hand_built_list (EXACT ("640300", "stations", "status=operating;tier=township_station", "47"),
                                 NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640300", "stations", "status=planned;tier=township_station", "48"),
                                 NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640300", "stations", "status=operating;tier=county_centre", "5"),
                                 NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640300", "stations", "status=operating;tier=county_centre", "6"),
                                 NULL),
                "stations-above-divisions", "640300", "6 county centres, but only 5 statutory counties");
  /* The ten townships of Wansheng do not count for Qijiang: 21 stay. */
  assert_found (hand_built_list (EXACT ("500110", "stations", "status=operating;tier=township_station", "22"),
                                 NULL),
                "stations-above-divisions", "500110",
                "22 township stations, but only 21 statutory townships");
}

static void
test_planned (void)
{
  assert_found (hand_built_list (EXACT ("640100", "stations", "status=planned;tier=community_room", "500"),
                                 EXACT ("640100", "stations", "status=operating;tier=community_room", "500"),
                                 NULL),
                "planned-and-built", "640100",
                "One document calls the same 500 stations both planned and operating");
  assert_found (hand_built_list (EXACT ("640100", "stations", "status=planned;tier=community_room", "500"),
                                 EXACT ("640100", "stations", "status=operating;tier=community_room", "400"),
                                 NULL),
                NULL, NULL, NULL);
}

static void
test_claims (void)
{
  GPtrArray *list =
    hand_built_list (EXACT ("640300", "coverage_rate", "claim=words;tier=township_station", "100"),
                       EXACT ("640300", "stations", "status=operating;tier=township_station", "40"), NULL);

  /* 40 / 47 = 85.106 % */
  assert_found (list, "claimed-coverage", "640300",
                "Coverage is claimed as 100.0%; 40 stations in 47 townships (2023) give 85.1%");
  assert_found (
      hand_built_list (EXACT ("640300", "coverage_rate", "claim=number;tier=township_station", "86.0"),
                       EXACT ("640300", "stations", "status=operating;tier=township_station", "40"), NULL),
      NULL, NULL, NULL);
  assert_found (
      hand_built_list (EXACT ("640300", "coverage_rate", "claim=number;tier=township_station", "86.5"),
                       EXACT ("640300", "stations", "status=operating;tier=township_station", "40"), NULL),
      "claimed-coverage", "640300",
      "Coverage is claimed as 86.5%; 40 stations in 47 townships (2023) give 85.1%");
  assert_found (
      hand_built_list (EXACT ("640300", "coverage_rate", "claim=words;tier=township_station", "100"), NULL),
      "claimed-coverage", "640300",
      "Coverage is claimed as 100.0%, but no number of stations is published to verify it");
}

static void
test_sources (void)
{
  assert_found (hand_built_list (EXACT ("640100", "certified_workers", "", "4072"),
                                 figure ("640100", "certified_workers", "", "4000", ATLAS_QUALIFIER_AT_LEAST,
                                         "2023", "b"),
                                 NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640100", "certified_workers", "", "4072"),
                                 figure ("640100", "certified_workers", "", "4200", ATLAS_QUALIFIER_AT_LEAST,
                                         "2023", "b"),
                                 NULL),
                "sources-disagree", "640100", "Documents disagree: 4,072 people; more than 4,200 people");
  assert_found (hand_built_list (EXACT ("640100", "certified_workers", "", "4072"),
                                 figure ("640100", "certified_workers", "", "4200", ATLAS_QUALIFIER_EXACT,
                                         "2023-12", "b"),
                                 NULL),
                "sources-disagree", "640100", "Documents disagree: 4,072 people; 4,200 people");
  /* Numbers are short, and all in full where they would read the same. */
  assert_found (hand_built_list (EXACT ("640100", "funding", "", "2490000000"),
                                 figure ("640100", "funding", "", "5014270704.66", ATLAS_QUALIFIER_EXACT, "2023", "b"), NULL),
                "sources-disagree", "640100", "Documents disagree: 2.49 billion yuan; 5.014 billion yuan");
  assert_found (hand_built_list (EXACT ("640100", "certified_workers", "", "1234567"),
                                 figure ("640100", "certified_workers", "", "1234578", ATLAS_QUALIFIER_EXACT, "2023", "b"), NULL),
                "sources-disagree", "640100", "Documents disagree: 1,234,567 people; 1,234,578 people");
  /* One document may say two things of two days or with other dimensions; two documents may speak of two
   * days. */
  assert_found (hand_built_list (EXACT ("640100", "certified_workers", "", "4072"),
                                 EXACT ("640100", "certified_workers", "", "4200"), NULL), NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640100", "certified_workers", "", "4072"),
                                 figure ("640100", "certified_workers", "", "3900", ATLAS_QUALIFIER_EXACT,
                                         "2023-06", "b"),
                                 NULL),
                NULL, NULL, NULL);
}

/* 30,600 holders of 3,367,579 residents are 90.87 for 10,000. */
static void
test_derived (void)
{
  assert_found (hand_built_list (figure ("330500", "certified_workers", "", "30600", ATLAS_QUALIFIER_ABOUT,
                                         "2023", "a"),
                                 EXACT ("330500", "population", "", "3367579"),
                                 EXACT ("330500", "certified_per_10k", "", "87"), NULL),
                "derived-value", "330500", "Printed as 87 per 10,000, but its formula gives about 90.87 per 10,000");
  assert_found (hand_built_list (figure ("330500", "certified_workers", "", "30600", ATLAS_QUALIFIER_ABOUT,
                                         "2023", "a"),
                                 EXACT ("330500", "population", "", "3367579"),
                                 EXACT ("330500", "certified_per_10k", "", "91"), NULL),
                NULL, NULL, NULL);
  assert_found (hand_built_list (EXACT ("640300", "certified_workers", "", "753"),
                                 EXACT ("640300", "social_workers", "", "3134"),
                                 EXACT ("640300", "certified_share", "", "24.0"), NULL), NULL, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/bundled", test_bundled);
  g_test_add_func ("/checks/within", test_within);
  g_test_add_func ("/checks/grade-sum", test_grade_sum);
  g_test_add_func ("/checks/regions", test_regions);
  g_test_add_func ("/checks/certified", test_certified);
  g_test_add_func ("/checks/incentives", test_incentives);
  g_test_add_func ("/checks/incentive-money", test_incentive_money);
  g_test_add_func ("/checks/stations", test_stations);
  g_test_add_func ("/checks/planned", test_planned);
  g_test_add_func ("/checks/claims", test_claims);
  g_test_add_func ("/checks/sources", test_sources);
  g_test_add_func ("/checks/derived", test_derived);
  status = g_test_run ();
  bundled_clear ();
  return status;
}
