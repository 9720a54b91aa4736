/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup.h"

#include <string.h>

#include "../fixture.h"
#include "rollup-fixture.h"
#include "rollup-sums.h"

/* Cells of a register row with "|" between them; a number may have the mark of its qualifier. The row counts from 2022
 * on, as of 2023-06-30. */
typedef struct {
  char **cells;
  AtlasRegisterRow row;
} Row;

static gboolean
is_number (AtlasColumnKind kind)
{
  return kind == ATLAS_COLUMN_COUNT || atlas_column_kind_has_qualifier (kind);
}

static void
set_number (AtlasRegisterValue *value)
{
  static const char marks[] = "=~<>_"; /* in the order of AtlasQualifier */
  const char *mark = value->text[0] != '\0' ? strchr (marks, value->text[0]) : NULL;

  value->number = g_ascii_strtoll (value->text + (mark != NULL), NULL, 10);
  value->qualifier = mark != NULL ? (AtlasQualifier) (mark - marks) : ATLAS_QUALIFIER_EXACT;
  value->text = "";
}

static Row
parse_row (RollupFixture *self,
           const char *table,
           const char *region_code,
           const char *text)
{
  Row parsed = { .cells = g_strsplit (text, "|", -1) };
  AtlasRegisterRow *row = &parsed.row;

  row->table = atlas_table_definition_find (table);
  row->region = atlas_region_tree_lookup (self->regions, region_code);
  row->counted_from = 2022;
  row->as_of = "2023-06-30";
  g_assert_cmpuint (g_strv_length (parsed.cells), ==, row->table->n_columns);
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      row->values[i] = (AtlasRegisterValue) { .text = parsed.cells[i], .is_missing = parsed.cells[i][0] == '\0' };
      if (is_number (row->table->columns[i].kind))
        set_number (&row->values[i]);
    }
  return parsed;
}

static void
count (RollupFixture *self,
       const char *table,
       const char *region_code,
       const char *text,
       int         sign)
{
  Row parsed = parse_row (self, table, region_code, text);

  atlas_rollup_count (self->rollup, &parsed.row, sign);
  g_strfreev (parsed.cells);
}

static gint64
value (RollupFixture *self,
       const char *region_code,
       const char *indicator,
       const char *dimensions,
       int         year)
{
  return rollup_sum (self->db, region_code, indicator, dimensions, year).value;
}

/* Values of the years from FIRST on, "" between blanks. */
static void
check_years (RollupFixture *self,
             const char *region_code,
             const char *indicator,
             const char *dimensions,
             int         first,
             const char *expected)
{
  g_auto (GStrv) values = g_strsplit (expected, " ", -1);

  for (guint i = 0; values[i] != NULL; i++)
    g_assert_cmpint (value (self, region_code, indicator, dimensions, first + (int) i), ==, atoi (values[i]));
}

static void
count_person (RollupFixture *self,
              const char *region_code,
              const char *grade,
              const char *certified_on,
              const char *expires_on,
              const char *dates) /* of the three grades */
{
  g_autofree char *text = g_strdup_printf ("1|Name|%s||%s|%s|%s||||", grade, certified_on, expires_on, dates);

  count (self, "personnel", region_code, text, 1);
}

static void
count_station (RollupFixture *self,
               const char *region_code,
               const char *tier,
               const char *status,
               const char *dates, /* opened and closed on */
               const char *staff)
{
  g_autofree char *text = g_strdup_printf ("1|Name|%s||%s|%s||%s", tier, status, dates, staff);

  count (self, "stations", region_code, text, 1);
}

/* Each region above has what lies below it. */
static void
test_ancestors (RollupFixture *self,
                gconstpointer  data)
{
  static const char *const codes[] = { "000000", "640000", "640300", "640303", "640303100" };
  static const gint64 expected[] = { 5, 4, 3, 2, 1 };

  count_person (self, "640303100", "none", "", "", "||");
  count_person (self, "640303", "none", "", "", "||");
  count_person (self, "640300", "none", "", "", "||");
  count_person (self, "640000", "none", "", "", "||");
  count_person (self, "110101", "none", "", "", "||");
  count_person (self, "999999", "none", "", "", "||"); /* nowhere */
  rollup_fixture_apply (self);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (value (self, codes[i], "social_workers", "", 2022), ==, expected[i]);
  g_assert_cmpint (value (self, "640000", "social_workers", "", 2021), ==, 0);
  g_assert_cmpint (value (self, "640302", "social_workers", "", 2022), ==, 0);
  /* All of them speak of 2023; none is at a station. */
  check_years (self, "640000", "", "", 2022, "0 4 0");
}

/* The certificate's date is that of the grade held now; each grade lasts until the next. */
static void
test_grades (RollupFixture *self,
             gconstpointer  data)
{
  count_person (self, "640303", "senior", "", "", "2015-06-01|2018-06-01|2021");
  count_person (self, "640303", "intermediate", "2021-10-01", "", "2018-09-09||");
  count_person (self, "640303", "intermediate", "2018-12-31", "", "||");
  count_person (self, "640303", "assistant", "", "", "||");
  count_person (self, "640303", "senior", "", "", "2019||"); /* senior by the row only, so from 2022 on */
  count_person (self, "640303", "none", "", "", "||");
  rollup_fixture_apply (self);
  check_years (self, "640000", "certified_workers", "", 2014, "0 1 1 1 3 4 4 4 5 5");
  check_years (self, "640000", "certified_workers", "grade=assistant", 2014, "0 1 1 1 1 2 2 1 1 1");
  check_years (self, "640000", "certified_workers", "grade=intermediate", 2014, "0 0 0 0 2 2 2 2 2 2");
  check_years (self, "640000", "certified_workers", "grade=senior", 2014, "0 0 0 0 0 0 0 1 2 2");
  check_years (self, "640000", "newly_certified", "", 2014, "0 1 0 0 2 1 0 0 0 0");
  check_years (self, "640000", "social_workers", "", 2020, "0 0 6 6");
}

/* On 2023-06-30 and, if nothing else is heard later, at the end of the years after. */
static void
test_registered (RollupFixture *self,
                 gconstpointer  data)
{
  count_person (self, "640303", "assistant", "2020-01-01", "2023-06-30", "||");
  count_person (self, "640303", "assistant", "2020-01-01", "2023-06-29", "||");
  count_person (self, "640303", "assistant", "2020-01-01", "2024-12-31", "||");
  count_person (self, "640303", "assistant", "2020-01-01", "2024-12-30", "||");
  count_person (self, "640303", "assistant", "2023-07-01", "2026-07-01", "||");
  count_person (self, "640303", "assistant", "2020-01-01", "", "||");
  count_person (self, "640303", "senior", "", "2025", "||");
  count_person (self, "640303", "none", "", "2025", "||");
  rollup_fixture_apply (self);
  check_years (self, "640300", "registered_workers", "", 2022, "0 4 2 1 0");
}

/* In the twelve months after 30 June of each year, by the month in which they lapse; who holds nothing has nothing to lose. */
static void
test_expiring (RollupFixture *self,
               gconstpointer  data)
{
  count_person (self, "640303", "assistant", "2020-01-01", "2023-06-30", "||");
  count_person (self, "640303", "assistant", "2020-01-01", "2023-06-29", "||"); /* has lapsed */
  count_person (self, "640303", "assistant", "2020-01-01", "2023-07-01", "||");
  count_person (self, "640303", "senior", "2020-01-01", "2024-06-30", "||");
  count_person (self, "640303", "senior", "2020-01-01", "2024-07-01", "||");
  count_person (self, "640303", "senior", "2020-01-01", "2025-03", "||");
  count_person (self, "640303", "senior", "2020-01-01", "2025", "||"); /* to its end; in which month is not known */
  count_person (self, "640303", "none", "", "2024-01-01", "||");
  rollup_fixture_apply (self);
  check_years (self, "640300", "registrations_expiring", "", 2022, "0 3 2 1 0");
  check_years (self, "640300", "registrations_expiring", "month=06", 2022, "0 2 0 0");
  check_years (self, "640300", "registrations_expiring", "month=07", 2022, "0 1 1 0");
  check_years (self, "640300", "registrations_expiring", "month=03", 2022, "0 0 1 0");
}

/* Where the bands meet; by the highest grade on 2023-06-30. */
static void
test_education (RollupFixture *self,
                gconstpointer  data)
{
  static const char *const hours[] = { "0", "2399", "2400", "4799", "4800", "5999", "6000", "6999", "7000", "7199", "7200",
                                       "7999", "8000", "8999", "9000", "30000", "", "_7200", "<9000", ">9000", "~7200" };
  static const struct { const char *band; int n; } expected[] = {
    { "0_23", 2 }, { "24_47", 2 }, { "48_59", 2 }, { "60_69", 2 }, { "70_71", 3 }, { "72_79", 3 }, { "80_89", 3 },
    { "90_or_more", 3 }, { "unknown", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *text = g_strdup_printf ("1|Name|assistant||2020-01-01|||||%s|||", hours[i]);

      count (self, "personnel", "640303", text, 1);
    }
  count (self, "personnel", "640303", "1|Name|senior||2023-07-01||2019|2021||9000|||", 1); /* intermediate then */
  count (self, "personnel", "640303", "1|Name|senior||||||2022|9000|||", 1);
  count (self, "personnel", "640303", "1|Name|none||||||||9000||", 1);
  rollup_fixture_apply (self);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *where = g_strdup_printf ("grade=assistant;hours=%s", expected[i].band);

      g_assert_cmpint (value (self, "640300", "education_holders", where, 2023), ==, expected[i].n);
    }
  g_assert_cmpint (value (self, "640300", "education_holders", "grade=intermediate", 2023), ==, 1);
  g_assert_cmpint (value (self, "640300", "education_holders", "grade=senior;hours=90_or_more", 2023), ==, 1);
  check_years (self, "640300", "education_holders", "", 2022, "0 23 23");
}

/* Who is at a station counts there from the year the row counts from, and as certified not before the certificate. */
static void
test_station_staff (RollupFixture *self,
                    gconstpointer  data)
{
  count (self, "personnel", "640303", "1|Name|assistant||2020-01-01||||||S1||", 1);
  count (self, "personnel", "640303", "1|Name|senior||||||||S1||", 1); /* since when is not known */
  count (self, "personnel", "640303", "1|Name|assistant||2023-01-01||||||S1||", 1);
  count (self, "personnel", "640303", "1|Name|none||||||||S1||", 1);
  count (self, "personnel", "640303", "1|Name|assistant||2020-01-01||||||||", 1);
  rollup_fixture_apply (self);
  check_years (self, "640300", "station_staff", "", 2021, "0 4 4");
  check_years (self, "640300", "certified_station_staff", "", 2021, "0 2 3");
}

/* Township stations while they operate, not before the register speaks of their staff. */
static void
test_staffing (RollupFixture *self,
               gconstpointer  data)
{
  count_station (self, "640303100", "township_station", "operating", "2020|", "0");
  count_station (self, "640303100", "township_station", "operating", "2020|2024", "4");
  count_station (self, "640303100", "township_station", "operating", "2023|", ">4");
  count_station (self, "640303100", "township_station", "operating", "2020|", "10");
  count_station (self, "640303100", "township_station", "operating", "2020|", "37");
  count_station (self, "640303100", "township_station", "operating", "2020|", "");
  count_station (self, "640303100", "county_centre", "operating", "2020|", "4");
  count_station (self, "640303100", "township_station", "building", "|", "4");
  rollup_fixture_apply (self);
  check_years (self, "640300", "stations_by_staff", "", 2021, "0 5 6 5");
  check_years (self, "640300", "stations_by_staff", "staff=0", 2021, "0 1 1 1");
  check_years (self, "640300", "stations_by_staff", "staff=4", 2021, "0 1 2 1");
  check_years (self, "640300", "stations_by_staff", "staff=10_or_more", 2021, "0 2 2 2");
  check_years (self, "640300", "stations_by_staff", "staff=unknown", 2021, "0 1 1 1");
}

/* A county counts once, wherever in it its centres are; a township is no county. */
static void
test_covered_counties (RollupFixture *self,
                       gconstpointer  data)
{
  count_station (self, "640303", "county_centre", "operating", "2020|2023", "");
  count_station (self, "640303100", "county_centre", "operating", "2021|2022", "");
  count_station (self, "640302100", "county_centre", "operating", "2022|", "");
  count_station (self, "640323", "county_centre", "planned", "|", "");
  count_station (self, "640300", "county_centre", "operating", "2020|", ""); /* in no county */
  rollup_fixture_apply (self);
  check_years (self, "640300", "county_centre_coverage", "", 2019, "0 1 1 2 1 1");
  check_years (self, "640303", "county_centre_coverage", "", 2019, "0 1 1 1 0");
  check_years (self, "640303100", "county_centre_coverage", "", 2019, "0 0 0 0");
  count_station (self, "640303", "county_centre", "operating", "2019|", "");
  rollup_fixture_apply (self);
  check_years (self, "640300", "county_centre_coverage", "", 2018, "0 1 1 1 2 2");
}

/* Of the year they were held in. */
static void
test_inspections (RollupFixture *self,
                  gconstpointer  data)
{
  count (self, "inspections", "640303100", "S1|2022-06-01|640303100|8000|4|3|3|qualified|", 1);
  count (self, "inspections", "640303100", "S1|2023-06-01|640303100|9250|4|>1|4|excellent|", 1);
  count (self, "inspections", "640303101", "S2|2023|640303101|||||qualified|", 1);
  count (self, "inspections", "640303101", "S3|2023-01|640303101||||5||", 1);
  rollup_fixture_apply (self);
  check_years (self, "640300", "station_inspections", "", 2021, "0 1 3 0");
  check_years (self, "640300", "station_inspections", "result=qualified", 2021, "0 1 1 0");
  check_years (self, "640300", "inspection_problems", "", 2021, "0 3 1 0");
  check_years (self, "640300", "linkage_elements", "", 2021, "0 3 9 0");
  check_years (self, "640300", "linkage_inspections", "", 2021, "0 1 2 0");
}

static void
test_stations (RollupFixture *self,
               gconstpointer  data)
{
  count_station (self, "640303100", "township_station", "operating", "2020-05-01|", "4");
  count_station (self, "640303100", "township_station", "operating", "2021-12-31|2024-01-01", "2");
  count_station (self, "640303100", "township_station", "operating", "|", "8");
  count_station (self, "640303100", "township_station", "closed", "2020|2022-12-31", "16");
  count_station (self, "640303100", "township_station", "closed", "2021-01-01|2021-06-01", "32");
  count_station (self, "640303100", "township_station", "closed", "2020|", "64");
  count_station (self, "640303100", "county_centre", "operating", "2023|", "128");
  count_station (self, "640303100", "county_centre", "planned", "2025|", "256");
  count_station (self, "640303100", "community_room", "building", "|", "512");
  rollup_fixture_apply (self);
  check_years (self, "640303", "stations", "status=operating;tier=township_station", 2019, "0 2 3 3 3 2 2");
  check_years (self, "640303", "stations", "status=closed;tier=township_station", 2019, "0 0 1 3 3 4 4");
  check_years (self, "640303", "stations", "status=operating;tier=county_centre", 2019, "0 0 0 0 1 1");
  check_years (self, "640303", "stations", "status=planned", 2019, "0 0 0 1 1");
  check_years (self, "640303", "stations", "status=building;tier=community_room", 2019, "0 0 0 1 1");
  /* Not before 2022: of the years before the register says nothing about staff. */
  check_years (self, "640303", "station_workers", "", 2020, "0 0 14 142 140");
}

/* What is not said is more than nothing; qualifiers go with their station when it closes. */
static void
test_qualified_staff (RollupFixture *self,
                      gconstpointer  data)
{
  AtlasRollupCell sum;

  count_station (self, "640303100", "township_station", "operating", "2020|", "");
  count_station (self, "640303100", "township_station", "operating", "2020|2024", ">3");
  count_station (self, "640303100", "township_station", "operating", "2020|", "~5");
  count_station (self, "640303100", "township_station", "operating", "2020|", "<7");
  count_station (self, "640303100", "township_station", "operating", "2020|", "_9");
  rollup_fixture_apply (self);
  sum = rollup_sum (self->db, "640000", "station_workers", "", 2023);
  g_assert_cmpint (sum.value, ==, 24);
  g_assert_cmpint (sum.n, ==, 5);
  g_assert_cmpint (sum.n_at_least, ==, 2);
  g_assert_cmpint (sum.n_at_most, ==, 2);
  g_assert_cmpint (sum.n_about, ==, 1);
  sum = rollup_sum (self->db, "640000", "station_workers", "", 2024);
  g_assert_cmpint (sum.value, ==, 21);
  g_assert_cmpint (sum.n, ==, 4);
  g_assert_cmpint (sum.n_at_least, ==, 1);
}

/* A township counts once, however many stations it has, and wherever in it they are. */
static void
test_covered_townships (RollupFixture *self,
                        gconstpointer  data)
{
  count_station (self, "640303100", "township_station", "operating", "2020|2023", "");
  count_station (self, "640303100", "township_station", "operating", "2021|2022", "");
  count_station (self, "640303101", "township_station", "operating", "2022|", "");
  count_station (self, "640303200", "county_centre", "operating", "2020|", "");
  count_station (self, "640303200", "township_station", "planned", "|", "");
  count_station (self, "640302401", "township_station", "operating", "2020|", ""); /* a development zone */
  count_station (self, "640302", "township_station", "operating", "2020|", ""); /* in no township */
  rollup_fixture_apply (self);
  check_years (self, "640303", "township_coverage", "", 2019, "0 1 1 2 1 1");
  check_years (self, "640000", "township_coverage", "", 2019, "0 1 1 2 1 1");
  check_years (self, "640303100", "township_coverage", "", 2019, "0 1 1 1 0 0");
  check_years (self, "640302", "township_coverage", "", 2019, "0 0 0 0 0");
  /* The first does not close, another opens: what is there already counts. */
  count (self, "stations", "640303100", "1|Name|township_station||operating|2020|2023||", -1);
  count_station (self, "640303100", "township_station", "operating", "2020|", "");
  count_station (self, "640303101", "township_station", "operating", "2018|2020", "");
  rollup_fixture_apply (self);
  check_years (self, "640303", "township_coverage", "", 2017, "0 1 1 1 1 2 2 2");
  check_years (self, "640303101", "township_coverage", "", 2017, "0 1 1 0 0 1 1 1");
}

static void
test_funding (RollupFixture *self,
              gconstpointer  data)
{
  AtlasRollupCell sum;

  count (self, "funding", "640000", "|2022|1|central|training|150|", 1);
  count (self, "funding", "640303", "|2022|1|central|training|>1000|allocated", 1);
  count (self, "funding", "640303", "|2022|2|county|other|7|budgeted", 1);
  count (self, "funding", "640303", "|2023|1|central|training|20000|spent", 1);
  rollup_fixture_apply (self);
  check_years (self, "640000", "funding", "purpose=training;source=central", 2021, "0 1150 20000");
  check_years (self, "640000", "funding", "source=county", 2021, "0 7 0");
  check_years (self, "640303", "funding", "purpose=training;stage=allocated", 2021, "0 1000 0");
  sum = rollup_sum (self->db, "640000", "funding", "source=central", 2022);
  g_assert_cmpint (sum.n, ==, 2);
  g_assert_cmpint (sum.n_at_least, ==, 1);
}

/* What is budgeted and handed down in one ledger counts once; in another ledger it may have been spent already. */
static void
test_stages (RollupFixture *self,
             gconstpointer  data)
{
  count (self, "funding", "640303", "|2022|1|central|training|1|budgeted", 1);
  count (self, "funding", "640303", "|2022|2|central|training|20|allocated", 1);
  count (self, "funding", "640303", "|2022|3|central|training|300|spent", 1);
  count (self, "funding", "640303", "|2022|4|central|training|4000|", 1);
  count (self, "funding", "640302", "|2022|1|central|training|50000|spent", 1);
  count (self, "funding", "640302", "|2022|2|central|training|600000|budgeted", 1);
  count (self, "funding", "640302", "|2022|3|central|other|7000000|budgeted", 1);
  rollup_fixture_apply (self);
  check_years (self, "640303", "funding", "", 2022, "4020");
  check_years (self, "640302", "funding", "", 2022, "7050000");
  check_years (self, "640000", "funding", "", 2022, "7054020");
  check_years (self, "640000", "funding", "stage=budgeted", 2022, "7600001");
  check_years (self, "640000", "funding", "stage=spent", 2022, "50300");
  g_assert_cmpint (rollup_sum (self->db, "640000", "funding", "", 2022).n, ==, 4);
  /* When the money that was spent is gone from the ledger, what was budgeted is all there is. */
  count (self, "funding", "640302", "|2022|1|central|training|50000|spent", -1);
  rollup_fixture_apply (self);
  check_years (self, "640302", "funding", "", 2022, "7600000");
  check_years (self, "640000", "funding", "", 2022, "7604020");
}

static void
test_services (RollupFixture *self,
               gconstpointer  data)
{
  count (self, "services", "640303100", "S|2023|1|household_visit|10|~20", 1);
  count (self, "services", "640303100", "S|2023|2|household_visit|30|40", 1);
  count (self, "services", "640303100", "S|2023|1|case|1|100", 1);
  count (self, "services", "640303100", "S|2023|1|group|2|200", 1);
  count (self, "services", "640303100", "S|2023|1|community_activity|3|400", 1);
  count (self, "services", "640303100", "S|2023|1|volunteer|4|0", 1);
  count (self, "services", "640303100", "S|2022|12|volunteer|5|800", 1);
  rollup_fixture_apply (self);
  check_years (self, "640000", "household_visits", "", 2022, "0 40 0");
  check_years (self, "640000", "case_services", "", 2022, "0 1");
  check_years (self, "640000", "activities", "", 2022, "0 5");
  check_years (self, "640000", "activities", "type=group", 2022, "0 2");
  check_years (self, "640000", "activities", "type=community", 2022, "0 3");
  check_years (self, "640000", "volunteer_activities", "", 2022, "5 4");
  check_years (self, "640000", "service_person_times", "", 2022, "800 760");
  check_years (self, "640000", "service_person_times", "kind=household_visit", 2022, "0 60");
  g_assert_cmpint (rollup_sum (self->db, "640000", "service_person_times", "", 2023).n_about, ==, 1);
}

/* What is taken back leaves nothing, not even zeros. */
static void
test_taken_back (RollupFixture *self,
                 gconstpointer  data)
{
  g_autofree char *dump = NULL;

  count_station (self, "640303100", "township_station", "operating", "2020|2023", "3");
  count (self, "funding", "640000", "|2022|1|central|training|150|", 1);
  rollup_fixture_apply (self);
  count (self, "stations", "640303100", "1|Name|township_station||operating|2020|2023||3", -1);
  count (self, "funding", "640000", "|2022|1|central|training|150|", -1);
  rollup_fixture_apply (self);
  dump = rollup_dump (self->db);
  g_assert_cmpstr (dump, ==, "");
}

static void
test_damaged (RollupFixture *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  sqlite3_exec (self->db, "INSERT INTO rollups VALUES ('personnel', 'province', '640000', x'0280')", NULL, NULL, NULL);
  count_person (self, "640303", "none", "", "", "||");
  g_assert_false (atlas_rollup_apply (self->rollup, self->db, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "640000"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rollup/ancestors", RollupFixture, NULL, rollup_fixture_set_up, test_ancestors, rollup_fixture_tear_down);
  g_test_add ("/rollup/grades", RollupFixture, NULL, rollup_fixture_set_up, test_grades, rollup_fixture_tear_down);
  g_test_add ("/rollup/registered", RollupFixture, NULL, rollup_fixture_set_up, test_registered, rollup_fixture_tear_down);
  g_test_add ("/rollup/expiring", RollupFixture, NULL, rollup_fixture_set_up, test_expiring, rollup_fixture_tear_down);
  g_test_add ("/rollup/education", RollupFixture, NULL, rollup_fixture_set_up, test_education, rollup_fixture_tear_down);
  g_test_add ("/rollup/station-staff", RollupFixture, NULL, rollup_fixture_set_up, test_station_staff, rollup_fixture_tear_down);
  g_test_add ("/rollup/staffing", RollupFixture, NULL, rollup_fixture_set_up, test_staffing, rollup_fixture_tear_down);
  g_test_add ("/rollup/covered-counties", RollupFixture, NULL, rollup_fixture_set_up, test_covered_counties, rollup_fixture_tear_down);
  g_test_add ("/rollup/inspections", RollupFixture, NULL, rollup_fixture_set_up, test_inspections, rollup_fixture_tear_down);
  g_test_add ("/rollup/stations", RollupFixture, NULL, rollup_fixture_set_up, test_stations, rollup_fixture_tear_down);
  g_test_add ("/rollup/qualified-staff", RollupFixture, NULL, rollup_fixture_set_up, test_qualified_staff, rollup_fixture_tear_down);
  g_test_add ("/rollup/covered-townships", RollupFixture, NULL, rollup_fixture_set_up, test_covered_townships, rollup_fixture_tear_down);
  g_test_add ("/rollup/funding", RollupFixture, NULL, rollup_fixture_set_up, test_funding, rollup_fixture_tear_down);
  g_test_add ("/rollup/stages", RollupFixture, NULL, rollup_fixture_set_up, test_stages, rollup_fixture_tear_down);
  g_test_add ("/rollup/services", RollupFixture, NULL, rollup_fixture_set_up, test_services, rollup_fixture_tear_down);
  g_test_add ("/rollup/taken-back", RollupFixture, NULL, rollup_fixture_set_up, test_taken_back, rollup_fixture_tear_down);
  g_test_add ("/rollup/damaged", RollupFixture, NULL, rollup_fixture_set_up, test_damaged, rollup_fixture_tear_down);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
