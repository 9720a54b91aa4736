/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Indicators that registers answer by a rule of their own, and rates of what registers count: of the rows of registered.c, with what
 * is written below. */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "indicators/uncovered-townships.h"
#include "registered.h"

#define WUZHONG "640300"
#define HONGSIBU "640303"

#define FIGURE(id, region, indicator, dimensions, value, unit, year) \
  "INSERT INTO figures (figure_id, source_id, region_code, indicator_id, dimensions, value_mantissa, value_decimals, qualifier," \
  "  unit, period, as_of, printed, status, note) VALUES ('" id "', 'wuzhong-social-workers', '" region "', '" indicator "', '" \
  dimensions "', " #value ", 0, 'exact', '" unit "', '" year "', '', '', 'A', '');"

/* 72 hours, 89, 90, and of the fourth holder nobody knows; three people at 甲站, of whom two hold a certificate. */
#define HOURS \
  "UPDATE personnel SET education_hours_hundredths = 7200, education_hours_qualifier = 'exact' WHERE person_id = 'p1';" \
  "UPDATE personnel SET education_hours_hundredths = 8900, education_hours_qualifier = 'exact' WHERE person_id = 'p2';" \
  "UPDATE personnel SET education_hours_hundredths = 9000, education_hours_qualifier = 'exact' WHERE person_id = 'p3';" \
  "UPDATE personnel SET station_id = 's1' WHERE person_id IN ('p1', 'p2', 'p4');"
#define POSTS \
  "INSERT INTO posts VALUES " \
  "  (1, 'G1', 'a', 'public_institution', 'civil_affairs', '640303', 41, 'exact', 39, 'exact', '2012', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, 'G2', 'a', 'public_institution', '', '640303100', 3, 'exact', 1, 'exact', '2020', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (3, 'G3', 'a', 'public_institution', '', '640302', 5, 'exact', NULL, '', '2020', '', 2023, '2023-12-31', 1, NULL, NULL);"
#define INSPECTIONS \
  "INSERT INTO inspections VALUES " \
  "  (1, 's1', '2022-06-01', '640303100', 8000, 'exact', 4, 'exact', 3, 'exact', 3, 'exact', 'qualified', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (2, 's1', '2023-06-01', '640303100', 9250, 'exact', 4, 'exact', 1, 'exact', 4, 'exact', 'excellent', '', 2023, '2023-12-31', 1, NULL, NULL)," \
  "  (3, 's3', '2023-06-02', '640303101', NULL, '', NULL, '', NULL, '', 5, 'exact', 'qualified', '', 2023, '2023-12-31', 1, NULL, NULL);"

static void
check (const char           *rows,
       const RegisteredCase *cases,
       guint                 n)
{
  g_autoptr (Registered) registers = registered_new (rows);

  registered_check (registers, cases, n);
}

static void
test_registrations (void)
{
  static const RegisteredCase cases[] = {
    /* To 1 June 2024, and to the day of the register itself. */
    { ATLAS_FROM_BEST, "registrations_expiring", WUZHONG, "", 2023, "2 A exact registers 2023" },
    { ATLAS_FROM_BEST, "registrations_expiring", WUZHONG, "", 0, "2 A exact registers 2023" },
    { ATLAS_FROM_BEST, "registrations_expiring", WUZHONG, "month=06", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "registrations_expiring", WUZHONG, "month=01", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "registrations_expiring", "640324", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "registrations_expiring", WUZHONG, "", 2022, "M" },
    { ATLAS_FROM_BEST, "registrations_expiring", WUZHONG, "", 2024, "M" },
    { ATLAS_FROM_BEST, "registration_rate", WUZHONG, "", 2023, "50 A exact computed 2023" },
  };

  check (REGISTERED_RETURN_ALL ("personnel", 2023), cases, G_N_ELEMENTS (cases));
}

static void
test_education (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "education_compliance", WUZHONG, "", 2023, "66.6666666667 A exact registers 2023",
      "72 hours of assistants, 90 of the others" },
    { ATLAS_FROM_BEST, "education_compliance", WUZHONG, "", 0, "66.6666666667 A exact registers 2023", "not recorded" },
    { ATLAS_FROM_BEST, "education_short", WUZHONG, "", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "education_short", HONGSIBU, "", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "education_holders", WUZHONG, "", 2023, "4 A exact registers 2023" },
    { ATLAS_FROM_BEST, "education_holders", WUZHONG, "hours=unknown", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "education_compliance", "640324", "", 2023, "M" }, /* returned, and nobody there */
    { ATLAS_FROM_BEST, "education_short", "640324", "", 2023, "0 A exact registers 2023" },
    { ATLAS_FROM_BEST, "education_short", "640323", "", 2023, "M" }, /* one holder, whose hours nobody knows */
    { ATLAS_FROM_BEST, "education_compliance", WUZHONG, "", 2022, "M", "there are figures for: 2023" },
    { ATLAS_FROM_BEST, "education_compliance", "640402", "", 0, "M", "the register has not been returned" },
  };
  static const RegisteredCase own_rule[] = {
    /* 80 hours of assistants in all the province: the one with 72 has too few. */
    { ATLAS_FROM_BEST, "education_short", WUZHONG, "", 2023, "2 A exact registers 2023", "80 hours (Ningxia, 2020)" },
    { ATLAS_FROM_BEST, "education_compliance", WUZHONG, "", 2023, "33.3333333333 A exact registers 2023" },
    /* 60 in 利通区, whose one holder is a senior. */
    { ATLAS_FROM_BEST, "education_short", "640302", "", 2023, "0 A exact registers 2023" },
  };

  check (HOURS REGISTERED_RETURN_ALL ("personnel", 2023), cases, G_N_ELEMENTS (cases));
  check (HOURS REGISTERED_RETURN_ALL ("personnel", 2023)
           FIGURE ("X1", "640000", "education_hours_required", "grade=assistant", 80, "hours", "2020"),
         own_rule, G_N_ELEMENTS (own_rule));
}

/* The standard of the province holds for its prefecture, that of 红寺堡区 for itself; s2 does not say how many work there. */
static void
test_staffing (void)
{
  static const RegisteredCase without[] = {
    { ATLAS_FROM_BEST, "stations_below_standard", WUZHONG, "", 2023, "M", "enter the one of this region or of one above it" },
    { ATLAS_FROM_BEST, "stations_by_staff", WUZHONG, "staff=4", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "stations_by_staff", WUZHONG, "staff=unknown", 2023, "1 A exact registers 2023" },
  };
  static const RegisteredCase with[] = {
    { ATLAS_FROM_BEST, "stations_below_standard", WUZHONG, "", 2023, "1 A exact registers 2023", "3 people/station (Ningxia, 2021)" },
    { ATLAS_FROM_BEST, "stations_below_standard_share", WUZHONG, "", 2023, "50 A exact registers 2023", "staff is not known" },
    { ATLAS_FROM_BEST, "stations_below_standard_share", HONGSIBU, "", 2023, "100 A exact registers 2023", "5 people/station" },
    { ATLAS_FROM_BEST, "stations_below_standard", "640324", "", 2023, "0 A exact registers 2023" }, /* no station */
    { ATLAS_FROM_BEST, "stations_below_standard_share", "640324", "", 2023, "M" },
  };

  check (REGISTERED_RETURN_ALL ("stations", 2023), without, G_N_ELEMENTS (without));
  check (REGISTERED_RETURN_ALL ("stations", 2023)
           FIGURE ("X1", "640000", "station_staff_standard", "", 3, "people_per_station", "2021")
             FIGURE ("X2", HONGSIBU, "station_staff_standard", "", 5, "people_per_station", "2022"),
         with, G_N_ELEMENTS (with));
}

/* Two of 47 townships have a station, one of five counties a centre. */
static void
test_coverage (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "uncovered_townships", WUZHONG, "", 2023, "45 A exact registers 2023" },
    { ATLAS_FROM_BEST, "uncovered_townships", "640303100", "", 2023, "M" },
    { ATLAS_FROM_BEST, "county_centre_coverage", WUZHONG, "", 2023, "20 A exact registers 2023" },
    { ATLAS_FROM_BEST, "county_centre_coverage", HONGSIBU, "", 2023, "100 A exact registers 2023" },
    { ATLAS_FROM_BEST, "county_centre_coverage", "640303100", "", 2023, "M" },
  };

  check (REGISTERED_RETURN_ALL ("stations", 2023), cases, G_N_ELEMENTS (cases));
}

static gboolean
names (GPtrArray  *townships,
       const char *code)
{
  for (guint i = 0; i < townships->len; i++)
    if (strcmp (((const AtlasRegion *) g_ptr_array_index (townships, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

/* Of the 47 townships of 吴忠市 two have a station. Of the other 196 of the province nothing is known. */
static void
test_townships (void)
{
  static const struct {
    const char *region;
    int year;
    guint n_uncovered, n_unreturned;
  } cases[] = { { WUZHONG, 2023, 45, 0 }, { "640000", 2023, 45, 243 - 47 }, { HONGSIBU, 2023, 4, 0 },
                { "640402", 2023, 0, 14 }, { WUZHONG, 2024, 0, 47 } };
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN_ALL ("stations", 2023));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_unreturned, n_unplaced;
      g_autoptr (GPtrArray) uncovered = atlas_townships_find_uncovered (
        registers->dataset, registers->catalogue,
        atlas_region_tree_lookup (atlas_catalogue_get_regions (registers->catalogue), cases[i].region), cases[i].year,
        &n_unreturned, &n_unplaced, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (uncovered->len, ==, cases[i].n_uncovered);
      g_assert_cmpuint (n_unreturned, ==, cases[i].n_unreturned);
      g_assert_cmpuint (n_unplaced, ==, 0);
      g_assert_false (names (uncovered, "640303100"));
      g_assert_true (names (uncovered, "640303200") == (cases[i].n_uncovered > 0));
    }
}

static void
test_rates (void)
{
  static const RegisteredCase cases[] = {
    { ATLAS_FROM_BEST, "station_certified_share", WUZHONG, "", 2023, "66.6666666667 A exact computed 2023" },
    /* Three by the end of 2022, by their dates. */
    { ATLAS_FROM_REGISTERS, "net_new_certified", WUZHONG, "", 2023, "1 E exact computed 2023" },
    { ATLAS_FROM_REGISTERS, "certified_growth", WUZHONG, "", 2023, "33.3333333333 E exact computed 2023" },
    { ATLAS_FROM_REGISTERS, "certified_growth", WUZHONG, "", 2010, "M" },
    { ATLAS_FROM_BEST, "vacancy_rate", HONGSIBU, "", 2023, "9.09090909091 A exact computed 2023" },
    /* Of five posts nobody says how many are filled: not more than 9 of 49 are vacant. */
    { ATLAS_FROM_REGISTERS, "vacancy_rate", WUZHONG, "", 2023, "18.3673469388 E at_most computed 2023" },
    { ATLAS_FROM_BEST, "linkage_completeness", HONGSIBU, "", 2023, "4.5 A exact computed 2023" },
    { ATLAS_FROM_BEST, "station_inspections", HONGSIBU, "result=qualified", 2023, "1 A exact registers 2023" },
    { ATLAS_FROM_BEST, "inspection_problems", HONGSIBU, "", 2022, "3 A exact registers 2022" },
    { ATLAS_FROM_BEST, "exam_pass_rate", HONGSIBU, "", 2023, "30 A exact computed 2023" },
    { ATLAS_FROM_BEST, "exam_pass_rate_registered", HONGSIBU, "", 2023, "22.5 A exact computed 2023" },
    { ATLAS_FROM_BEST, "exam_no_show_rate", HONGSIBU, "", 2023, "25 A exact computed 2023" },
    /* 12 of the mean of 50 and 70; 6,000 residents for 50. */
    { ATLAS_FROM_PUBLISHED, "turnover_rate", HONGSIBU, "", 2023, "20 A exact computed 2023" },
    { ATLAS_FROM_PUBLISHED, "turnover_rate", HONGSIBU, "", 2022, "M" },
    { ATLAS_FROM_PUBLISHED, "residents_per_station_worker", "640303101", "", 2023, "120 A exact computed 2023" },
  };

  check (HOURS POSTS INSPECTIONS REGISTERED_RETURN_ALL ("personnel", 2023) REGISTERED_RETURN ("posts", HONGSIBU, 2023)
           REGISTERED_RETURN ("inspections", HONGSIBU, 2022) REGISTERED_RETURN ("inspections", HONGSIBU, 2023)
             FIGURE ("X1", HONGSIBU, "exam_candidates", "stage=registered", 200, "people", "2023")
               FIGURE ("X2", HONGSIBU, "exam_candidates", "stage=sat", 150, "people", "2023")
                 FIGURE ("X3", HONGSIBU, "exam_candidates", "stage=passed", 45, "people", "2023")
                   FIGURE ("X4", HONGSIBU, "station_workers", "", 70, "people", "2022")
                     FIGURE ("X5", HONGSIBU, "station_workers", "", 50, "people", "2023")
                       FIGURE ("X6", HONGSIBU, "station_leavers", "", 12, "people", "2023")
                         FIGURE ("X7", "640303101", "population", "", 6000, "people", "2023")
                           FIGURE ("X8", "640303101", "station_workers", "", 50, "people", "2023"),
         cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counted/registrations", test_registrations);
  g_test_add_func ("/counted/education", test_education);
  g_test_add_func ("/counted/staffing", test_staffing);
  g_test_add_func ("/counted/coverage", test_coverage);
  g_test_add_func ("/counted/townships", test_townships);
  g_test_add_func ("/counted/rates", test_rates);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
