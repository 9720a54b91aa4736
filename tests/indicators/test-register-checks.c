/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "bundled.h"
#include "indicators/checks.h"
#include "registered.h"

/* Four people more at stations of 红寺堡, whose stations say that they have 6 and perhaps more; three township stations more
 * in a county of nine townships. */
#define AT_STATION(id) \
  "INSERT INTO personnel VALUES (NULL, '" id "', 'Name', 'none', '', '', '', '', '', '', NULL, '', 's1', '640303', '', 2023, " \
  "'2023-12-31', 1, NULL, NULL);"
#define TEN_STATIONS \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) INSERT INTO stations " \
  "SELECT NULL, 't' || i, 'Name', 'township_station', '640381', 'operating', '2020', '', '', 1, 'exact', 2023, " \
  "'2023-12-31', 1, NULL, NULL FROM n;"

/* Those of RULE in REGION, "severity period message (figures)" one a line; WITHIN (nullable): where is looked for any. */
static char *
find (Registered        *registers,
      const char        *rule,
      const char        *region,
      const AtlasRegion *within)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = atlas_checks_run (registers->dataset, registers->catalogue, within, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->rule, rule) == 0 && strcmp (finding->region->code, region) == 0)
        g_string_append_printf (text, "%s %s %s %s (%u)\n",
                                finding->severity == ATLAS_SEVERITY_WARNING ? "!" : "·", finding->indicator_id,
                                finding->period, finding->message, finding->figures->len);
    }
  return g_string_free (text, FALSE);
}

static void
assert_found (Registered *registers,
              const char *rule,
              const char *region,
              const char *expected)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (registers->catalogue);
  g_autofree char *found = find (registers, rule, region, NULL);
  g_autofree char *found_there = find (registers, rule, region, atlas_region_tree_lookup (regions, region));

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found_there, ==, expected);
}

/* 吴忠市 publishes 753 certified workers of 3,134; the register has 4 of 5. */
static void
test_published (void)
{
  g_autoptr (Registered) all = registered_new (REGISTERED_RETURN_ALL ("personnel", 2023));
  g_autoptr (Registered) some = registered_new (REGISTERED_RETURN ("personnel", "640303", 2023));
  g_autoptr (Registered) other_year = registered_new (REGISTERED_RETURN_ALL ("personnel", 2022));
  g_autoptr (Registered) stations = registered_new (REGISTERED_RETURN_ALL ("stations", 2023));

  assert_found (all, "register-against-published", "640300",
                "! social_workers 2023 Published as 3,134 people; the registers have 5 people (1)\n"
                "! certified_workers 2023 Published as 753 people; the registers have 4 people (1)\n");
  assert_found (all, "register-against-published", "640000", "");
  assert_found (some, "register-against-published", "640300", "");
  assert_found (other_year, "register-against-published", "640300", "");
  assert_found (stations, "register-against-published", "640300",
                "! stations 2023 Published as 48 stations; the registers have 3 stations (1)\n"
                "! stations 2023 Published as 153 stations; the registers have 0 stations (1)\n");
}

/* 4 people are not at least 753, but they are at most 753. */
static void
test_qualifiers (void)
{
  g_autoptr (Registered) less = registered_new (
    "UPDATE figures SET qualifier = 'at_least' WHERE figure_id = 'F0045';" REGISTERED_RETURN_ALL ("personnel", 2023));
  g_autoptr (Registered) within = registered_new (
    "UPDATE figures SET qualifier = 'at_most' WHERE figure_id = 'F0045';" REGISTERED_RETURN_ALL ("personnel", 2023));
  g_autofree char *found_less = find (less, "register-against-published", "640300", NULL);
  g_autofree char *found_within = find (within, "register-against-published", "640300", NULL);

  g_assert_nonnull (strstr (found_less, "certified_workers"));
  g_assert_null (strstr (found_within, "certified_workers"));
}

static void
test_more_certified_than_people (void)
{
  /* The rows of 红寺堡 are new in 2023, but both people were certified before; in 2022 it returned a register of nobody. */
  g_autoptr (Registered) registers =
    registered_new (REGISTERED_RETURN ("personnel", "640303", 2022) REGISTERED_RETURN ("stations", "640303", 2022));

  assert_found (registers, "certified-above-workers", "640303",
                "! certified_workers 2022 2 certified social workers are more than the 0 social work professionals (0)\n");
}

static void
test_more_stations_than_townships (void)
{
  g_autoptr (Registered) registers = registered_new (TEN_STATIONS REGISTERED_RETURN_ALL ("stations", 2023));

  assert_found (registers, "stations-above-divisions", "640381",
                "! stations 2023 10 township stations, but only 9 statutory townships (0)\n");
  assert_found (registers, "stations-above-divisions", "640303", "");
}

static void
test_staff (void)
{
  g_autoptr (Registered) registers =
    registered_new (AT_STATION ("a") AT_STATION ("b") AT_STATION ("c") AT_STATION ("d")
                      REGISTERED_RETURN ("stations", "640303", 2023) REGISTERED_RETURN ("personnel", "640303", 2023));
  g_autoptr (Registered) more = registered_new (
    AT_STATION ("a") AT_STATION ("b") AT_STATION ("c") AT_STATION ("d") AT_STATION ("e") AT_STATION ("f")
    AT_STATION ("g") AT_STATION ("h") AT_STATION ("i") AT_STATION ("j") AT_STATION ("k")
    REGISTERED_RETURN ("stations", "640303", 2023) REGISTERED_RETURN ("personnel", "640303", 2023));
  g_autoptr (Registered) one_register = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));

  assert_found (registers, "station-staff", "640303",
                "· station_workers 2023 Stations have ≥ 9 staff; in the register of personnel 4 people are at a station (0)\n");
  /* One station does not say how many it has: there may well be eleven. */
  assert_found (more, "station-staff", "640303", "");
  assert_found (one_register, "station-staff", "640303", "");
}

static void
test_claims (void)
{
  g_autoptr (Registered) registers = registered_new (REGISTERED_RETURN ("stations", "640000", 2023));
  g_autofree char *found = find (registers, "claimed-coverage", "640000", NULL);

  /* Claimed for 2022 and 2021; the register is of 2023. */
  g_assert_nonnull (strstr (found, "in the register 2 of 243 townships"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-checks/published", test_published);
  g_test_add_func ("/register-checks/qualifiers", test_qualifiers);
  g_test_add_func ("/register-checks/more-certified-than-people", test_more_certified_than_people);
  g_test_add_func ("/register-checks/more-stations-than-townships", test_more_stations_than_townships);
  g_test_add_func ("/register-checks/staff", test_staff);
  g_test_add_func ("/register-checks/claims", test_claims);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
