/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* What a register has of a county itself, in no township: of no township is then known that there is none. */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "indicators/uncovered-townships.h"
#include "registered.h"

#define WUZHONG "640300"
#define HONGSIBU "640303"

#define AS_OF "2023, '2023-12-31', 1, NULL, NULL"
#define PERSON(id, region, grade, certified) \
  "INSERT INTO personnel VALUES (NULL, '" id "', 'Name', '" grade "', '', '" certified "', '', '', '', '', NULL, '', '', '" region \
  "', '', " AS_OF ");"
#define STATION(id, region) \
  "INSERT INTO stations VALUES (NULL, '" id "', 'Name', 'township_station', '" region "', 'operating', '2021-01-01', '', '', 2, 'exact', " \
  AS_OF ");"
#define PROJECT(region, id, stage, provider) \
  "INSERT INTO projects VALUES (NULL, '" region "', 2022, '" id "', 'a', '" stage "', 'government_purchase', '', '" provider \
  "', NULL, '', '', '', " AS_OF ");"
#define POST(id, region, institution, category, sector) \
  "INSERT INTO posts VALUES (NULL, '" id "', '" institution "', '" category "', '" sector "', '" region \
  "', 3, 'exact', NULL, '', '2012', '', " AS_OF ");"

/* Beside the rows of registered.c, of which p2 (who was an assistant until 2020), s5 and all money of 红寺堡区 lie in no township, nor do
 * p4 and p5 of 盐池县. A of 红寺堡区 itself is the same organisation as in its township 红寺堡镇. */
#define ROWS \
  PERSON ("q1", WUZHONG, "none", "") \
  PERSON ("q2", "441900", "assistant", "2020-05-01") \
  PERSON ("q3", "441900003", "none", "") \
  STATION ("t1", "640323") \
  PROJECT ("640303", "1", "completed", "A") \
  PROJECT ("640303100", "2", "running", "A") \
  PROJECT ("640302", "1", "planned", "B") \
  POST ("G1", "640303", "X", "public_institution", "civil_affairs") \
  POST ("G2", "640302", "Y", "social_work_org_employed", "")

#define RETURNS \
  REGISTERED_RETURN_ALL ("personnel", 2023) REGISTERED_RETURN_ALL ("stations", 2023) REGISTERED_RETURN_ALL ("funding", 2022) \
  REGISTERED_RETURN_ALL ("projects", 2022) REGISTERED_RETURN_ALL ("posts", 2023) REGISTERED_RETURN ("personnel", "441900", 2023)

#define SOME "some are registered with Hongsibu District itself, in no township"
#define OTHERS "others are registered with Hongsibu District itself, in no township"

static void
check (const RegisteredCase *cases,
       guint                 n)
{
  g_autoptr (Registered) registers = registered_new (ROWS RETURNS);

  registered_check (registers, cases, n);
}

static void
test_people (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "social_workers", "640303100", "", 2023, "1 A exact registers 2023", OTHERS ": 1 person (2023)" },
    { ATLAS_FROM_BEST, "social_workers", "640303101", "", 2023, "M", SOME ": 1 person (2023)" },
    { ATLAS_FROM_REGISTERS, "social_workers", "640303101", "", 2023, "M", SOME ": 1 person (2023)" },
    { ATLAS_FROM_BEST, "social_workers", "640303101", "", 0, "M", SOME ": 1 person (2023)" },
    { ATLAS_FROM_BEST, "social_workers", "640323100", "", 2023, "M",
      "some are registered with Yanchi County itself, in no township: 2 people (2023)" },
    /* All of 利通区 lie in a township; 同心县 has none, and nobody looks for those of its prefecture in it. */
    { ATLAS_FROM_BEST, "social_workers", "640302101", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "social_workers", "640324", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "social_workers", "640324100", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "social_workers", HONGSIBU, "", 2023, "2 A exact registers 2023" },
    { ATLAS_FROM_BEST, "social_workers", WUZHONG, "", 2023, "6 A exact registers 2023" },
    /* A prefecture with townships and no counties. */
    { ATLAS_FROM_BEST, "social_workers", "441900003", "", 2023, "1 A exact registers 2023",
      "others are registered with Dongguan City itself, in no township: 1 person (2023)" },
    { ATLAS_FROM_BEST, "social_workers", "441900004", "", 2023, "M",
      "some are registered with Dongguan City itself, in no township: 1 person (2023)" },
    { ATLAS_FROM_BEST, "social_workers", "441900", "", 2023, "2 A exact registers 2023" },
    /* Registered on the last day of the year. */
    { ATLAS_FROM_BEST, "registered_workers", "640303101", "", 2023, "M", SOME ": 1 person (2023)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* By grade and year: p2 was an assistant until 2020, and nobody was newly certified in 2023. */
static void
test_slices (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "certified_workers", "640303101", "grade=intermediate", 2023, "M", SOME ": 1 person (2023)" },
    { ATLAS_FROM_BEST, "certified_workers", "640303100", "grade=intermediate", 2023, "M", SOME ": 1 person (2023)" },
    { ATLAS_FROM_BEST, "certified_workers", "640303101", "grade=assistant", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_workers", "640303101", "grade=senior", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_workers", "640303100", "grade=assistant", 2019, "1 E exact registers 2019", OTHERS },
    { ATLAS_FROM_BEST, "newly_certified", "640303101", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "newly_certified", "640303101", "", 2016, "M", "there are figures for: 2023" },
    { ATLAS_FROM_BEST, "certified_share", "640303101", "", 2023, "M", "“Certified social workers” is missing: no published figure; " SOME },
    { ATLAS_FROM_BEST, "certified_share", "640303100", "", 2023, "100 A exact computed 2023", OTHERS },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A part of the money of 利通区 was budgeted and handed down, and is one money. */
static void
test_money (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "funding", "640303100", "", 2022, "M", SOME ": 1,050.50 yuan (2022)" },
    { ATLAS_FROM_BEST, "funding", "640303100", "purpose=other", 2022, "M", SOME ": 50.50 yuan (2022)" },
    { ATLAS_FROM_BEST, "funding", "640303100", "purpose=station_building", 2022, "0 A exact registers 2022" },
    { ATLAS_FROM_BEST, "funding", "640302100", "", 2022, "M",
      "some are registered with Litong District itself, in no township: at least 2,000 yuan (2022)" },
    { ATLAS_FROM_BEST, "funding", "640324100", "", 2022, "0 A exact registers 2022" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A counts once in the county and once in its township: that the county has no more than its parts does not tell where A is. */
static void
test_distinct (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "contracted_orgs", HONGSIBU, "", 2022, "1 A exact registers 2022" },
    { ATLAS_FROM_BEST, "contracted_orgs", "640303100", "", 2022, "1 A exact registers 2022", OTHERS },
    { ATLAS_FROM_BEST, "contracted_orgs", "640303101", "", 2022, "M", SOME " (2022)" },
    { ATLAS_FROM_BEST, "contracted_orgs", "640303101", "programme=government_purchase", 2022, "M", SOME " (2022)" },
    { ATLAS_FROM_BEST, "contracted_orgs", "640303101", "programme=three_areas_plan", 2022, "0 A exact registers 2022" },
    { ATLAS_FROM_BEST, "service_projects", "640303101", "", 2022, "M", SOME ": 1 project (2022)" },
    /* What is planned does not count. */
    { ATLAS_FROM_BEST, "contracted_orgs", "640302100", "", 2022, "0 A exact registers 2022" },
    { ATLAS_FROM_BEST, "post_setting_institutions", "640303100", "", 2023, "M", SOME " (2023)" },
    { ATLAS_FROM_BEST, "post_setting_institutions", "640303100", "sector=civil_affairs", 2023, "M", SOME " (2023)" },
    { ATLAS_FROM_BEST, "post_setting_institutions", "640303100", "sector=education", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "post_setting_institutions", "640302100", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "social_work_posts", "640302100", "", 2023, "M",
      "some are registered with Litong District itself, in no township: 3 posts (2023)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Of 盐池县, with 9 townships, one station stands in none of them; of the 47 of 吴忠市 two have one. */
static void
test_stations (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "stations", "640323101", "", 2023, "M",
      "some are registered with Yanchi County itself, in no township: 1 station (2023)" },
    { ATLAS_FROM_BEST, "stations", "640303200", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "stations", "640303200", "tier=county_centre", 2023, "M", SOME ": 1 station (2023)" },
    { ATLAS_FROM_BEST, "station_workers", "640303100", "", 2023, "4 A exact registers 2023", OTHERS ": 3 people (2023)" },
    { ATLAS_FROM_BEST, "workers_per_station", "640323101", "", 2023, "M" },
    { ATLAS_FROM_BEST, "township_coverage", "640323", "", 2023, "0 A at_least registers 2023",
      "registered with counties themselves, in no township: 1 station" },
    { ATLAS_FROM_BEST, "township_coverage", WUZHONG, "", 2023, "4.25531914894 A at_least registers 2023",
      "registered with counties themselves, in no township: 1 station" },
    { ATLAS_FROM_BEST, "township_coverage", HONGSIBU, "", 2023, "33.3333333333 A exact registers 2023" },
    { ATLAS_FROM_BEST, "uncovered_townships", "640323", "", 2023, "9 A at_most registers 2023",
      "registered with counties themselves, in no township: 1 station" },
    { ATLAS_FROM_BEST, "uncovered_townships", WUZHONG, "", 2023, "45 A at_most registers 2023" },
    { ATLAS_FROM_BEST, "uncovered_townships", HONGSIBU, "", 2023, "4 A exact registers 2023" },
  };
  g_autoptr (Registered) registers = registered_new (ROWS RETURNS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uncovered = NULL;
  guint n_unreturned, n_unplaced;

  registered_check (registers, cases, G_N_ELEMENTS (cases));
  uncovered = atlas_townships_find_uncovered (
    registers->dataset, registers->catalogue,
    atlas_region_tree_lookup (atlas_catalogue_get_regions (registers->catalogue), WUZHONG), 2023, &n_unreturned, &n_unplaced, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uncovered->len, ==, 47 - 2 - 9);
  g_assert_cmpuint (n_unplaced, ==, 9);
  g_assert_cmpuint (n_unreturned, ==, 0);
}

/* Without a return what is missing is missing for that. */
static void
test_not_returned (void)
{
  g_autoptr (Registered) registers = registered_new (ROWS);
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_REGISTERS, "social_workers", "640303101", "", 2023, "M", "the register has not been returned for 2023" },
    { ATLAS_FROM_REGISTERS, "social_workers", "640303100", "", 2023, "1 E exact registers 2023", OTHERS ": 1 person (2023)" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

static AtlasTable *
answer_townships (Registered *registers,
                  const char *indicator,
                  const char *by)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_within (question, WUZHONG, ATLAS_REGION_LEVEL_TOWNSHIP);
  atlas_question_set_by (question, by);
  atlas_question_set_years (question, 2023, 2023);
  return registered_answer (registers, question);
}

/* The townships of a prefecture, and the counties with them, are read together, and answered as each is by itself. */
static void
test_level (void)
{
  g_autoptr (Registered) registers = registered_new (ROWS RETURNS);
  const char *indicators[] = { "social_workers", "certified_workers", "stations", "certified_share" };

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autoptr (AtlasTable) table = answer_townships (registers, indicators[i], NULL);

      for (guint r = 0; r < atlas_table_get_n_rows (table); r++)
        {
          const AtlasObservation *row = atlas_table_get_row (table, r);
          g_autofree char *note = NULL;
          g_autofree char *row_note = atlas_observation_dup_note (row);
          g_autofree char *alone =
            registered_ask (registers, ATLAS_FROM_BEST, indicators[i], row->region->code, "", 2023, &note);
          g_autofree char *together = registered_describe (row);

          g_assert_cmpstr (together, ==, alone);
          g_assert_cmpstr (row_note, ==, note);
        }
    }
}

/* How many of the townships of 吴忠市 have no value for that reason: those of 红寺堡区 and 盐池县 but for 红寺堡镇. */
static void
test_kind (void)
{
  g_autoptr (Registered) registers = registered_new (ROWS RETURNS);
  g_autoptr (AtlasTable) people = answer_townships (registers, "social_workers", NULL);
  g_autoptr (AtlasTable) share = answer_townships (registers, "certified_share", NULL);
  AtlasTable *tables[] = { people, share };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < atlas_table_get_n_rows (tables[t]); i++)
      {
        const AtlasObservation *row = atlas_table_get_row (tables[t], i);
        const char *county = row->region->parent->code;
        gboolean is_unplaced = strcmp (row->region->code, "640303100") != 0 &&
                               (strcmp (county, HONGSIBU) == 0 || strcmp (county, "640323") == 0);

        g_assert_true ((atlas_observation_is_missing (row) && row->missing == ATLAS_MISSING_UNPLACED) == is_unplaced);
      }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unplaced/people", test_people);
  g_test_add_func ("/unplaced/slices", test_slices);
  g_test_add_func ("/unplaced/money", test_money);
  g_test_add_func ("/unplaced/distinct", test_distinct);
  g_test_add_func ("/unplaced/stations", test_stations);
  g_test_add_func ("/unplaced/not-returned", test_not_returned);
  g_test_add_func ("/unplaced/level", test_level);
  g_test_add_func ("/unplaced/kind", test_kind);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
