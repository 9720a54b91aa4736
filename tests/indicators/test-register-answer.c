/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "dataset/sqlite-tools.h"
#include "registered.h"

#define WUZHONG "640300"
#define HONGSIBU "640303"

/* 吴忠市 publishes 753 certified workers and 3,134 social workers for 2023. */
static void
test_returned_by_all (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN_ALL ("personnel", 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 2023, "4 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "certified_workers", WUZHONG, "", 2023, "4 A exact registers 2023" },
    { ATLAS_FROM_PUBLISHED, "certified_workers", WUZHONG, "", 2023, "753 A exact published 2023" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "grade=assistant", 2023, "2 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "grade=intermediate", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "grade=senior", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "social_workers", WUZHONG, "", 2023, "5 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_workers", "640303100", "", 2023, "1 A exact registers 2023" },
    /* Returned, and nothing in it. */
    { ATLAS_FROM_BEST, "social_workers", "640324", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "newly_certified", "640303", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "registered_workers", WUZHONG, "", 2023, "2 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_share", WUZHONG, "", 2023, "80 A exact computed 2023" },
    { ATLAS_FROM_PUBLISHED, "certified_share", WUZHONG, "", 2023, "24.0268028079 A exact computed 2023" },
    { ATLAS_FROM_BEST, "senior_and_intermediate_share", WUZHONG, "", 2023, "50 A exact computed 2023" },
    /* Without a year it is the latest that was returned; after it the register says nothing. */
    { ATLAS_FROM_REGISTERS, "certified_workers", WUZHONG, "", 0, "4 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "certified_workers", WUZHONG, "", 2024, "M", "there are figures for: 2015–2023" },
    { ATLAS_FROM_BEST, "registered_workers", WUZHONG, "", 2022, "M" },
    { ATLAS_FROM_BEST, "registered_workers", WUZHONG, "", 0, "2 A exact registers 2023" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* What was there earlier follows from the dates of those who are there now: an estimate, and nothing beside a figure. */
static void
test_by_dates (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN_ALL ("personnel", 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 2022, "3 E exact registers 2022",
      "by the dates in the register of 2023" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "grade=assistant", 2019, "2 E exact registers 2019" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 2015, "1 E exact registers 2015" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 2014, "M" },
    { ATLAS_FROM_BEST, "social_workers", WUZHONG, "", 2022, "M" },
    { ATLAS_FROM_BEST, "newly_certified", WUZHONG, "", 2016, "1 E exact registers 2016", "0 of 5 returned (2016)" },
    { ATLAS_FROM_BEST, "newly_certified", WUZHONG, "", 2017, "M" },
    { ATLAS_FROM_PUBLISHED, "certified_workers", WUZHONG, "", 2022, "M" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

static void
assert_note (Registered *registers,
             const char *expected)
{
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *note = NULL;

  atlas_question_set_regions (question, (const char *const[]) { WUZHONG, NULL });
  atlas_question_set_years (question, 2022, 2022);
  table = registered_answer (registers, question);
  note = atlas_observation_dup_note (atlas_table_get_row (table, 0));
  g_assert_cmpstr (note, ==, expected);
}

/* Where all have returned the later register, that they have returned none for the earlier year tells nothing. */
static void
test_note_by_dates (void)
{
  g_autoptr (Registered) whole = registered_new (REGISTERED_RETURN_ALL ("personnel", 2023));
  g_autoptr (Registered) part = registered_new (REGISTERED_RETURN ("personnel", "640302", 2023));

  assert_note (whole, "by the dates in the register of 2023");
  assert_note (part, "by the dates in the register of 2023; 0 of 5 returned (2022)");
}

static void
test_returned_by_some (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("personnel", "640302", 2023) REGISTERED_RETURN ("personnel", "640303", 2023)
                      REGISTERED_RETURN ("personnel", "640323", 2023));
  static const RegisteredCase cases[] = {
    /* Never a part in place of a published figure. */
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 2023, "753 A exact published 2023",
      "in the register: 4 people; 3 of 5 returned (2023)" },
    { ATLAS_FROM_REGISTERS, "certified_workers", WUZHONG, "", 2023, "4 E exact registers 2023",
      "3 of 5 returned (2023); not returned: Tongxin County, Qingtongxia City" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "grade=senior", 2023, "1 E exact registers 2023", "3 of 5 returned" },
    { ATLAS_FROM_BEST, "certified_workers", HONGSIBU, "", 2023, "2 A exact registers 2023" },
    { ATLAS_FROM_BEST, "certified_workers", "640324", "", 2023, "M", "the register has not been returned for 2023" },
    { ATLAS_FROM_REGISTERS, "certified_workers", "640324", "", 2023, "M", "the register has not been returned for 2023" },
    { ATLAS_FROM_REGISTERS, "certified_workers", "640324", "", 0, "M", "the register has not been returned" },
    { ATLAS_FROM_BEST, "certified_workers", "110000", "", 2023, "M" },
    /* One register only: what it has of the share is of the same people. */
    { ATLAS_FROM_REGISTERS, "certified_share", WUZHONG, "", 2023, "80 E exact computed 2023", "3 of 5 returned" },
    { ATLAS_FROM_BEST, "certified_share", WUZHONG, "", 2023, "24.0268028079 A exact computed 2023" },
    /* The published year is the better one. */
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 0, "753 A exact published 2023" },
    { ATLAS_FROM_BEST, "newly_certified", WUZHONG, "", 0, "1 E exact registers 2021" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* With rows but no word of it that they are all. */
static void
test_returned_by_none (void)
{
  g_autoptr (Registered) registers = registered_new ("");
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_REGISTERS, "certified_workers", HONGSIBU, "", 2023, "2 E exact registers 2023", "0 of 1 returned (2023)" },
    { ATLAS_FROM_BEST, "certified_workers", WUZHONG, "", 2023, "753 A exact published 2023" },
    { ATLAS_FROM_BEST, "stations", WUZHONG, "", 2023, "48 A exact published 2023" },
    { ATLAS_FROM_REGISTERS, "stations", WUZHONG, "", 2023, "3 E exact registers 2023", "0 of 5 returned (2023)" },
    { ATLAS_FROM_REGISTERS, "stations", WUZHONG, "", 2024, "M" },
    { ATLAS_FROM_REGISTERS, "population", WUZHONG, "", 0, "M", "no register counts this" },
    { ATLAS_FROM_REGISTERS, "certified_workers", WUZHONG, "holder=certified", 0, "M", "no register counts this" },
    { ATLAS_FROM_REGISTERS, "social_workers", "640324", "", 2023, "M" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* Chongqing says that it covers all its districts. */
static void
test_stations_and_coverage (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN_ALL ("stations", 2023) REGISTERED_RETURN ("stations", "500000", 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "stations", WUZHONG, "", 2023, "3 A exact registers 2023" },
    { ATLAS_FROM_BEST, "stations", WUZHONG, "tier=county_centre", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "stations", WUZHONG, "status=planned", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "stations", WUZHONG, "status=building", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "stations", WUZHONG, "status=_T;tier=_T", 2023, "6 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "stations", WUZHONG, "", 2020, "2 E exact registers 2020" },
    { ATLAS_FROM_BEST, "station_workers", WUZHONG, "", 2023, "9 A at_least registers 2023" },
    { ATLAS_FROM_BEST, "workers_per_station", WUZHONG, "", 2023, "3 A at_least computed 2023" },
    /* 47 townships, of which two are covered, not three; of 红寺堡 6. */
    { ATLAS_FROM_BEST, "township_coverage", WUZHONG, "", 2023, "4.25531914894 A exact registers 2023",
      "townships by the 2023 list of divisions" },
    { ATLAS_FROM_BEST, "township_coverage", HONGSIBU, "", 2023, "33.3333333333 A exact registers 2023" },
    { ATLAS_FROM_BEST, "township_coverage", "640324", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_PUBLISHED, "township_coverage", WUZHONG, "", 2023, "102.127659574 E exact computed 2023",
      "stations, not townships" },
    { ATLAS_FROM_REGISTERS, "township_coverage", WUZHONG, "", 2020, "4.25531914894 E exact registers 2020",
      "by the dates" },
    { ATLAS_FROM_BEST, "township_coverage", "640303100", "", 2023, "M", "not applicable to a single township" },
    /* 万盛 counts for Chongqing (2 of 1,031), not for 綦江 (1 of 21), above and below the line. */
    { ATLAS_FROM_BEST, "township_coverage", "500000", "", 2023, "0.193986420951 A exact registers 2023" },
    { ATLAS_FROM_BEST, "township_coverage", "500110", "", 2023, "4.7619047619 A exact registers 2023" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* 吴忠市 publishes 48 stations for 47 townships. */
static void
test_coverage_not_returned (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("stations", "640302", 2023) REGISTERED_RETURN ("stations", "640303", 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "township_coverage", WUZHONG, "", 2023, "102.127659574 E exact computed 2023" },
    { ATLAS_FROM_REGISTERS, "township_coverage", WUZHONG, "", 2023, "4.25531914894 E exact registers 2023",
      "2 of 5 returned (2023)" },
    { ATLAS_FROM_BEST, "township_coverage", HONGSIBU, "", 2023, "33.3333333333 A exact registers 2023" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* Where nothing was handed down, what was spent counts, and where nothing was spent, what was budgeted: 300 and 400. */
static void
test_stages (void)
{
  g_autoptr (Registered) registers = registered_new ("");
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_REGISTERS, "funding", "640402", "", 2022, "700 E exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "funding", "640402", "purpose=training", 2022, "300 E exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "funding", "640402", "purpose=other", 2022, "400 E exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "funding", "640402", "stage=budgeted", 2022, "1300 E exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "funding", "640402", "stage=spent", 2022, "300 E exact registers 2022" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* 1,000.00 handed down and 50.50 without a stage; ≥ 2,000.00 in 利通区, where 70,000.00 were budgeted. */
static void
test_money (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN_ALL ("funding", 2022));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "funding", WUZHONG, "", 2022, "3050.5 A at_least registers 2022" },
    { ATLAS_FROM_BEST, "funding", HONGSIBU, "", 2022, "1050.5 A exact registers 2022" },
    { ATLAS_FROM_BEST, "funding", WUZHONG, "source=central", 2022, "3000 A at_least registers 2022" },
    { ATLAS_FROM_BEST, "funding", WUZHONG, "purpose=other", 2022, "50.5 A exact registers 2022" },
    { ATLAS_FROM_BEST, "funding", WUZHONG, "purpose=training;source=county", 2022, "0 A exact registers 2022" },
    { ATLAS_FROM_BEST, "funding", WUZHONG, "stage=budgeted", 2022, "70000 A exact registers 2022" },
    { ATLAS_FROM_BEST, "funding", WUZHONG, "stage=allocated", 2022, "1000 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "funding", WUZHONG, "programme=double_hundred", 2022, "M", "no register counts this" },
    /* 5,315,000 for incubation is what documents print of 2023. */
    { ATLAS_FROM_REGISTERS, "funding", WUZHONG, "", 2023, "M", "there are figures for: 2022" },
    { ATLAS_FROM_BEST, "funding", WUZHONG, "", 0, "3050.5 A at_least registers 2022" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

static void
test_services (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN ("services", "640303", 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "household_visits", HONGSIBU, "", 2023, "10 A exact registers 2023" },
    { ATLAS_FROM_BEST, "activities", HONGSIBU, "", 2023, "5 A exact registers 2023" },
    { ATLAS_FROM_BEST, "activities", HONGSIBU, "type=community", 2023, "3 A exact registers 2023" },
    { ATLAS_FROM_BEST, "volunteer_activities", HONGSIBU, "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "service_person_times", HONGSIBU, "", 2023, "450 A about registers 2023" },
    { ATLAS_FROM_BEST, "service_person_times", HONGSIBU, "kind=group", 2023, "30 A exact registers 2023" },
    { ATLAS_FROM_BEST, "household_visits", WUZHONG, "", 2023, "10 E exact registers 2023", "1 of 5 returned (2023)" },
    { ATLAS_FROM_BEST, "household_visits", HONGSIBU, "", 2022, "M" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* Workers that some have returned are not set against stations that all have. */
static void
test_mixed_inputs (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("funding", "640303", 2022) REGISTERED_RETURN_ALL ("stations", 2022)
                      REGISTERED_RETURN_ALL ("stations", 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "funding_per_station", HONGSIBU, "", 2022, "525.25 A exact computed 2022" },
    { ATLAS_FROM_REGISTERS, "funding_per_station", WUZHONG, "", 2022, "M",
      "the registers it takes have not been returned alike" },
    { ATLAS_FROM_BEST, "funding_per_station", WUZHONG, "", 2022, "M" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

/* A published figure of an earlier year goes before a part of the year asked for. */
static void
test_stand_in (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN_ALL ("personnel", 2023));
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  AtlasQuestion *funding = atlas_question_new ("funding");
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) money = NULL;
  const AtlasObservation *row;

  atlas_question_set_regions (question, (const char *const[]) { WUZHONG, NULL });
  atlas_question_set_years (question, 2025, 2025);
  question->stand_in = TRUE;
  table = registered_answer (registers, question);
  row = atlas_table_get_row (table, 0);
  g_assert_true (row->stand_in);
  g_assert_cmpstr (row->period, ==, "2023");
  g_assert_cmpfloat (row->value, ==, 4);
  /* Ningxia prints money of 2021; its counties have a little of 2022, which none has returned. */
  atlas_question_set_regions (funding, (const char *const[]) { "640000", NULL });
  atlas_question_set_where (funding, "purpose", "training");
  atlas_question_set_years (funding, 2022, 2022);
  funding->stand_in = TRUE;
  money = registered_answer (registers, funding);
  row = atlas_table_get_row (money, 0);
  g_assert_true (row->stand_in);
  g_assert_cmpint (row->basis, !=, ATLAS_BASIS_REGISTERS);
}

static char *
list_by (Registered *registers,
         AtlasFrom   from,
         const char *indicator,
         const char *by,
         int         year)
{
  AtlasQuestion *question = atlas_question_new (indicator);
  g_autoptr (AtlasTable) table = NULL;
  GString *text = g_string_new (NULL);

  atlas_question_set_regions (question, (const char *const[]) { WUZHONG, NULL });
  atlas_question_set_by (question, by);
  atlas_question_set_years (question, year, year);
  question->from = from;
  table = registered_answer (registers, question);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      g_string_append_printf (text, "%s=%g ", row->by[0], atlas_observation_is_missing (row) ? -1 : row->value);
    }
  return g_string_free (text, FALSE);
}

/* Rows are there for what is counted, in the order of the values. */
static void
test_by (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN_ALL ("funding", 2022) REGISTERED_RETURN_ALL ("stations", 2023)
                      REGISTERED_RETURN_ALL ("personnel", 2023) REGISTERED_RETURN_ALL ("services", 2023));
  static const struct {
    const char *indicator;
    const char *by;
    int year;
    const char *expected;
  } cases[] = {
    { "funding", "source", 2022, "central=3000 county=50.5 " },
    { "funding", "purpose", 2022, "training=3000 other=50.5 " },
    { "funding", "stage", 2022, "budgeted=70000 allocated=1000 " },
    { "stations", "tier", 2023, "county_centre=1 township_station=3 " },
    { "stations", "status", 2023, "planned=1 operating=3 closed=1 " },
    { "certified_workers", "grade", 2023, "assistant=2 intermediate=1 senior=1 " },
    { "service_person_times", "kind", 2023, "community_activity=400 group=30 household_visit=20 " },
  };
  g_autofree char *published = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows =
        list_by (registers, ATLAS_FROM_REGISTERS, cases[i].indicator, cases[i].by, cases[i].year);

      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
  published = list_by (registers, ATLAS_FROM_PUBLISHED, "stations", "status", 2023);
  g_assert_cmpstr (published, ==, "operating=48 ");
}

/* The grades are all of one kind: a part of one is nothing beside the whole of another. */
static void
test_parts_beside_wholes (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("personnel", "640303", 2023) REGISTERED_RETURN ("personnel", "640302", 2023));
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;

  /* Ningxia prints its grades for 2023. */
  atlas_question_set_regions (question, (const char *const[]) { "640000", NULL });
  atlas_question_set_by (question, "grade");
  atlas_question_set_years (question, 2023, 2023);
  table = registered_answer (registers, question);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (atlas_table_get_row (table, i)->basis, ==, ATLAS_BASIS_PUBLISHED);
}

/* Every number leads back to what it was counted from, and to what else is said of it. */
static void
test_sources_and_others (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN_ALL ("personnel", 2023));
  AtlasQuestion *question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  const AtlasObservation *row;
  const AtlasSource *source;

  atlas_question_set_regions (question, (const char *const[]) { WUZHONG, NULL });
  table = registered_answer (registers, question);
  row = atlas_table_get_row (table, 0);
  g_assert_cmpuint (row->sources->len, ==, 1);
  source = g_ptr_array_index (row->sources, 0);
  g_assert_cmpstr (source->source_id, ==, "import-1:personnel");
  g_assert_cmpstr (source->title, ==, "Register of personnel: p.csv");
  g_assert_cmpuint (row->figures->len, ==, 0);
  g_assert_cmpuint (row->others->len, ==, 1);
  g_assert_cmpstr (((const AtlasFigure *) g_ptr_array_index (row->others, 0))->figure_id, ==, "F0045");
  g_assert_cmpstr (row->table->name, ==, "personnel");
  g_assert_true (row->has_exact);
}

static void
test_years_to_choose (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("funding", "640303", 2019) REGISTERED_RETURN ("personnel", "640303", 2022));
  const char *wuzhong[] = { WUZHONG, NULL };
  g_autoptr (GArray) certified =
    atlas_answer_list_years (registers->dataset, registers->catalogue, "certified_workers", wuzhong, NULL);
  g_autoptr (GArray) any = atlas_answer_list_years (registers->dataset, registers->catalogue, NULL, wuzhong, NULL);

  /* Published for 2023; of the year 2022 one county has returned its register; other years are dates only. */
  g_assert_cmpuint (certified->len, ==, 2);
  g_assert_cmpint (g_array_index (certified, int, 0), ==, 2022);
  g_assert_cmpint (g_array_index (certified, int, 1), ==, 2023);
  g_assert_cmpint (g_array_index (any, int, 0), ==, 2019);
}

static void
test_damaged_counts (void)
{
  g_autoptr (Registered) registers = registered_new ("");
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (registers->path, &db), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (db, "UPDATE rollups SET cells = x'80' WHERE region_code = '640303'", &error));
  sqlite3_close (db);
  atlas_question_set_regions (question, (const char *const[]) { HONGSIBU, NULL });
  table = atlas_answer (registers->dataset, registers->catalogue, question, &error);
  g_assert_null (table);
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED);
}

#define FURTHER_ROWS \
  "INSERT INTO import_inputs VALUES (1, 4, 'o.csv', '', 'organisations', '2023-12-31', 1, 0, 0, 0, 0);" \
  "INSERT INTO organisations VALUES " \
  "  (1, 'J1', 'a', 'social_work_org', 'private_non_enterprise', '640303', '2019-05-06', '', 'b', 8, 'exact', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, 'J2', 'a', 'social_work_org', '', '640302', '2020', '2022-03', '', NULL, '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (3, 'J3', 'a', 'org_federation', '', '640303101', '', '', '', NULL, '', 2023, '2023-12-31', 1, NULL, NULL);" \
  "INSERT INTO projects VALUES " \
  "  (1, '640303', 2022, '1', 'a', 'completed', 'government_purchase', '', '', 100, 'exact', '', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, '640303', 2022, '2', 'a', 'running', '', '', '', NULL, '', '', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (3, '640303', 2022, '3', 'a', 'planned', '', '', '', NULL, '', '', '', 2023, '2023-12-31', 1, NULL, NULL);" \
  "INSERT INTO training VALUES " \
  "  (1, '640303', 2022, '1', 'a', 'exam_preparation', '', '', '', 1200, 'at_least', NULL, '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, '640303', 2022, '2', 'a', 'supervision', '', '', '', 30, 'exact', NULL, '', 2023, '2023-12-31', 1, NULL, NULL);" \
  "INSERT INTO posts VALUES " \
  "  (1, 'G1', 'a', 'public_institution', 'civil_affairs', '640303', 41, 'exact', NULL, '', '2012', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, 'G2', 'a', 'public_institution', '', '640303100', 3, 'exact', NULL, '', '2020', '', 2023, '2023-12-31', 1, NULL, NULL);" \
  "INSERT INTO policies VALUES " \
  "  (1, '640303', 2021, '1', 'a', 'policy', 'b', '', NULL, '', '', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, '640303', 2021, '2', 'a', 'standard', 'b', '', NULL, '', '', '2022', 2023, '2023-12-31', 1, NULL, NULL);" \
  "INSERT INTO incentives VALUES " \
  "  (1, '640303', 2022, '1', 'one_off', 'assistant', 26, 'exact', 100, 'exact', NULL, '', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, '640303', 2022, '1', 'one_off', 'senior', 2, 'exact', 100, 'exact', NULL, '', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (3, '640303', 2022, '1', 'allowance', 'senior', 9, 'exact', 100, 'exact', NULL, '', '', 2023, '2023-12-31', 1, NULL, NULL);" \
  "INSERT INTO funds VALUES " \
  "  (1, 'F1', 'a', 'urban_community', '640303100', '2021', '', '', NULL, '', NULL, '', NULL, '', 2023, '2023-12-31', 1, NULL, NULL);"

/* What else departments keep, returned by 红寺堡区 alone. */
static void
test_further_registers (void)
{
  g_autoptr (Registered) registers =
    registered_new (FURTHER_ROWS REGISTERED_RETURN ("organisations", HONGSIBU, 2023)
                      REGISTERED_RETURN ("projects", HONGSIBU, 2022) REGISTERED_RETURN ("training", HONGSIBU, 2022)
                        REGISTERED_RETURN ("posts", HONGSIBU, 2023) REGISTERED_RETURN ("policies", HONGSIBU, 2021)
                          REGISTERED_RETURN ("incentives", HONGSIBU, 2022) REGISTERED_RETURN ("funds", HONGSIBU, 2023));
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_REGISTERS, "social_work_orgs", HONGSIBU, "", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "social_work_orgs", WUZHONG, "", 2023, "1 E exact registers 2023", "1 of 5 returned (2023)" },
    { ATLAS_FROM_REGISTERS, "social_work_orgs", WUZHONG, "", 2021, "2 E exact registers 2021" },
    { ATLAS_FROM_REGISTERS, "registered_social_orgs", HONGSIBU, "type=private_non_enterprise", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "incubator_residents", HONGSIBU, "", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "org_federations", "640303101", "", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "org_federations", HONGSIBU, "", 2024, "M" },
    { ATLAS_FROM_REGISTERS, "service_projects", HONGSIBU, "", 2022, "2 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "service_projects", HONGSIBU, "programme=government_purchase", 2022, "1 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "training_classes", HONGSIBU, "", 2022, "2 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "trainee_person_times", HONGSIBU, "", 2022, "1230 A at_least registers 2022" },
    { ATLAS_FROM_REGISTERS, "trainee_person_times", HONGSIBU, "topic=supervision", 2022, "30 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "social_work_posts", HONGSIBU, "", 2023, "44 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "social_work_posts", HONGSIBU, "sector=civil_affairs", 2023, "41 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "social_work_posts", HONGSIBU, "", 2019, "41 E exact registers 2019" },
    { ATLAS_FROM_REGISTERS, "policy_documents", HONGSIBU, "", 2021, "1 A exact registers 2021" },
    { ATLAS_FROM_REGISTERS, "local_standards", HONGSIBU, "", 2021, "1 A exact registers 2021" },
    { ATLAS_FROM_REGISTERS, "incentive_recipients", HONGSIBU, "", 2022, "28 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "incentive_recipients", HONGSIBU, "grade=senior", 2022, "2 A exact registers 2022" },
    { ATLAS_FROM_REGISTERS, "community_funds", HONGSIBU, "holder=urban_community", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_REGISTERS, "community_funds", HONGSIBU, "holder=township", 2023, "0 A exact registers 2023" },
  };

  registered_check (registers, cases, G_N_ELEMENTS (cases));
}

static AtlasTable *
answer_level (Registered *registers,
              const char *indicator,
              int         year)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_within (question, "640000", ATLAS_REGION_LEVEL_COUNTY);
  atlas_question_set_years (question, year, year);
  question->from = ATLAS_FROM_REGISTERS;
  return registered_answer (registers, question);
}

/* The divisions of a level are read together, and answered as each is by itself. */
static void
test_level (void)
{
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("personnel", "640303", 2023) REGISTERED_RETURN ("stations", "640323", 2023));
  const char *indicators[] = { "certified_workers", "stations", "funding", "township_coverage" };
  guint n_values = 0;

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autoptr (AtlasTable) table = answer_level (registers, indicators[i], 2023);

      g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 22);
      for (guint r = 0; r < 22; r++)
        {
          const AtlasObservation *row = atlas_table_get_row (table, r);
          g_autofree char *note = NULL;
          g_autofree char *row_note = atlas_observation_dup_note (row);
          g_autofree char *alone = registered_ask (registers, ATLAS_FROM_REGISTERS, indicators[i], row->region->code, "",
                                                   2023, &note);
          g_autofree char *together = registered_describe (row);

          g_assert_cmpstr (together, ==, alone);
          g_assert_cmpstr (row_note, ==, note);
          n_values += !atlas_observation_is_missing (row);
        }
    }
  g_assert_cmpuint (n_values, >, 8);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-answer/returned-by-all", test_returned_by_all);
  g_test_add_func ("/register-answer/by-dates", test_by_dates);
  g_test_add_func ("/register-answer/note-by-dates", test_note_by_dates);
  g_test_add_func ("/register-answer/returned-by-some", test_returned_by_some);
  g_test_add_func ("/register-answer/returned-by-none", test_returned_by_none);
  g_test_add_func ("/register-answer/stations-and-coverage", test_stations_and_coverage);
  g_test_add_func ("/register-answer/coverage-not-returned", test_coverage_not_returned);
  g_test_add_func ("/register-answer/stages", test_stages);
  g_test_add_func ("/register-answer/money", test_money);
  g_test_add_func ("/register-answer/services", test_services);
  g_test_add_func ("/register-answer/mixed-inputs", test_mixed_inputs);
  g_test_add_func ("/register-answer/stand-in", test_stand_in);
  g_test_add_func ("/register-answer/by", test_by);
  g_test_add_func ("/register-answer/parts-beside-wholes", test_parts_beside_wholes);
  g_test_add_func ("/register-answer/sources-and-others", test_sources_and_others);
  g_test_add_func ("/register-answer/years-to-choose", test_years_to_choose);
  g_test_add_func ("/register-answer/further-registers", test_further_registers);
  g_test_add_func ("/register-answer/level", test_level);
  g_test_add_func ("/register-answer/damaged-counts", test_damaged_counts);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
