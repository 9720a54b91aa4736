/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-row.h"

/* The names of the columns in code are the places of the columns in the definitions. */
static void
test_columns (void)
{
  static const struct {
    const char *table;
    const char *column;
    int place;
  } expected[] = {
    { "stations", "staff_count", ATLAS_STATION_STAFF_COUNT }, { "stations", "status", ATLAS_STATION_STATUS },
    { "stations", "region_code", ATLAS_STATION_REGION },      { "personnel", "employer_kind", ATLAS_PERSON_EMPLOYER_KIND },
    { "personnel", "senior_on", ATLAS_PERSON_SENIOR_ON },     { "personnel", "region_code", ATLAS_PERSON_REGION },
    { "funding", "stage", ATLAS_FUNDING_STAGE },              { "funding", "amount_yuan", ATLAS_FUNDING_AMOUNT },
    { "services", "person_times", ATLAS_SERVICE_PERSON_TIMES }, { "services", "kind", ATLAS_SERVICE_KIND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AtlasTableDefinition *table = atlas_table_definition_find (expected[i].table);

      g_assert_true (atlas_table_definition_is_register (table));
      g_assert_cmpuint (table->n_columns, <=, ATLAS_TABLE_MAX_COLUMNS);
      g_assert_cmpint (atlas_table_definition_find_column (table, expected[i].column), ==, expected[i].place);
    }
  g_assert_false (atlas_table_definition_is_register (atlas_table_definition_find ("figures")));
}

static void
test_dates (void)
{
  g_assert_cmpint (atlas_register_date_get_year ("2023-05-01"), ==, 2023);
  g_assert_cmpint (atlas_register_date_get_year ("2019"), ==, 2019);
  g_assert_cmpint (atlas_register_date_get_year (""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-row/columns", test_columns);
  g_test_add_func ("/register-row/dates", test_dates);
  return g_test_run ();
}
