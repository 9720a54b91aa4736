/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/index-table.h"

static const AtlasObservation *
find (AtlasTable *index,
      const char *region,
      int         year)
{
  const AtlasObservation *row = atlas_table_find (index, region, year, NULL);

  g_assert_nonnull (row);
  return row;
}

static void
assert_index (AtlasTable     *index,
              const char     *region,
              int             year,
              double          value,
              AtlasQualifier  qualifier)
{
  const AtlasObservation *row = find (index, region, year);

  g_assert_false (atlas_observation_is_missing (row));
  g_assert_cmpfloat_with_epsilon (row->value, value, 1e-9);
  g_assert_cmpint (row->qualifier, ==, qualifier);
}

static void
assert_missing (AtlasTable *index,
                const char *region,
                int         year,
                const char *reason)
{
  const AtlasObservation *row = find (index, region, year);
  g_autofree char *note = atlas_observation_dup_note (row);

  g_assert_true (atlas_observation_is_missing (row));
  g_assert_nonnull (strstr (note, reason));
}

/* The first year from which two come on is the base, not the first of one of them, nor one that more share at the end. */
static void
test_base (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2020, 100 }, { "640000", NULL, 2021, 200 }, { "640000", NULL, 2022, 250 },
    { "640300", NULL, 2020, NAN }, { "640300", NULL, 2021, 80 },  { "640300", NULL, 2022, 60 },
    { "532900", NULL, 2020, NAN }, { "532900", NULL, 2021, NAN }, { "532900", NULL, 2022, 9 },
    { "500110", NULL, 2020, NAN }, { "500110", NULL, 2021, NAN }, { "500110", NULL, 2022, 4 },
  };
  g_autoptr (AtlasTable) years = sample_table ("people", NULL, 2020, 2022, rows, G_N_ELEMENTS (rows));
  int base = atlas_index_table_find_base (years);
  g_autoptr (AtlasTable) index = atlas_index_table_new (years, base);

  g_assert_cmpint (base, ==, 2021);
  g_assert_cmpstr (atlas_table_get_unit (index)->unit, ==, "percent");
  g_assert_cmpuint (atlas_table_get_n_rows (index), ==, 8);
  assert_index (index, "640000", 2021, 100, ATLAS_QUALIFIER_EXACT);
  assert_index (index, "640000", 2022, 125, ATLAS_QUALIFIER_EXACT);
  assert_index (index, "640300", 2022, 75, ATLAS_QUALIFIER_EXACT);
  assert_missing (index, "532900", 2022, "no figure of 2021");
  g_assert_cmpuint (find (index, "640000", 2022)->inputs->len, ==, 2);
}

/* The last year is no base, nor is one that one region alone has, a stand-in or 0. */
static void
test_no_base (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2020, 100 },                     { "640000", NULL, 2021, 0 },  { "640000", NULL, 2022, 250 },
    { "640300", NULL, 2020, 7, .stand_in = TRUE },     { "640300", NULL, 2021, 80 }, { "640300", NULL, 2022, 60 },
  };
  g_autoptr (AtlasTable) years = sample_table ("people", NULL, 2020, 2022, rows, G_N_ELEMENTS (rows));

  g_assert_cmpint (atlas_index_table_find_base (years), ==, 0);
}

/* Of "at least" in the base year "at most" follows, so that the mark shows it; of both nothing, and that is no base. */
static void
test_qualifiers (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 200, ATLAS_QUALIFIER_AT_LEAST }, { "640000", NULL, 2022, 300 },
    { "640300", NULL, 2021, 80 },                            { "640300", NULL, 2022, 100, ATLAS_QUALIFIER_AT_LEAST },
    { "532900", NULL, 2021, 10, ATLAS_QUALIFIER_AT_LEAST },  { "532900", NULL, 2022, 20, ATLAS_QUALIFIER_AT_LEAST },
  };
  g_autoptr (AtlasTable) years = sample_table ("people", NULL, 2021, 2022, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasTable) index = atlas_index_table_new (years, 2021);
  g_autoptr (AtlasTable) two = sample_table ("people", NULL, 2021, 2022, &rows[2], 4);

  g_assert_cmpint (atlas_index_table_find_base (two), ==, 0);
  assert_index (index, "640000", 2022, 150, ATLAS_QUALIFIER_AT_MOST);
  assert_index (index, "640300", 2022, 125, ATLAS_QUALIFIER_AT_LEAST);
  assert_missing (index, "532900", 2022, "at least or at most");
  assert_index (index, "532900", 2021, 100, ATLAS_QUALIFIER_EXACT);
}

/* From the year on in which the definition changes nothing is stated, of that region alone. */
static void
test_break (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2020, 100 }, { "640000", NULL, 2021, 110 }, { "640000", NULL, 2022, 400, .note = "口径：含社区工作者" },
    { "640000", NULL, 2023, 410, .note = "口径：含社区工作者" },
    { "640300", NULL, 2020, 50 },  { "640300", NULL, 2021, 55 },  { "640300", NULL, 2022, 60 },  { "640300", NULL, 2023, 65 },
  };
  g_autoptr (AtlasTable) years = sample_table ("people", NULL, 2020, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasTable) index = atlas_index_table_new (years, 2020);

  assert_index (index, "640000", 2021, 110, ATLAS_QUALIFIER_EXACT);
  assert_missing (index, "640000", 2022, "no index across a break in the series (2022: 口径：含社区工作者)");
  assert_missing (index, "640000", 2023, "no index across a break in the series (2022");
  assert_index (index, "640300", 2023, 130, ATLAS_QUALIFIER_EXACT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index-table/base", test_base);
  g_test_add_func ("/index-table/no-base", test_no_base);
  g_test_add_func ("/index-table/qualifiers", test_qualifiers);
  g_test_add_func ("/index-table/break", test_break);
  return g_test_run ();
}
