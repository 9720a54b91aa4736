/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "bundled.h"
#include "indicators/spread.h"

/* A table of rows by hand, of INDICATOR; takes them up to NULL. */
static AtlasTable *
table_new (const char       *indicator,
           AtlasObservation *first,
           ...)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  va_list rest;

  va_start (rest, first);
  for (AtlasObservation *row = first; row != NULL; row = va_arg (rest, AtlasObservation *))
    g_ptr_array_add (rows, row);
  va_end (rest);
  return atlas_table_new (bundled_catalogue (), question, rows);
}

static AtlasObservation *
row_new (const char     *code,
         double          value,
         AtlasQualifier  qualifier,
         int             year)
{
  AtlasObservation *row =
    atlas_observation_new (atlas_region_tree_lookup (atlas_catalogue_get_regions (bundled_catalogue ()), code));

  row->value = value;
  row->qualifier = qualifier;
  row->status = ATLAS_STATUS_NORMAL;
  row->year = year;
  return row;
}

static AtlasObservation *
exact (const char *code,
       double      value)
{
  return row_new (code, value, ATLAS_QUALIFIER_EXACT, 2023);
}

static void
assert_spread (AtlasTable     *table,
               guint           highest,
               guint           lowest,
               double          ratio,
               AtlasQualifier  qualifier)
{
  AtlasSpread spread;

  g_assert_true (atlas_spread_find (table, &spread));
  g_assert_cmpuint (spread.highest, ==, highest);
  g_assert_cmpuint (spread.lowest, ==, lowest);
  g_assert_cmpfloat_with_epsilon (spread.ratio.value, ratio, 1e-9);
  g_assert_cmpint (spread.ratio.qualifier, ==, qualifier);
}

static void
test_ratio (void)
{
  g_autoptr (AtlasTable) table = table_new ("certified_share", exact ("640000", 30), exact ("640300", 60), exact ("532900", 12), NULL);

  assert_spread (table, 1, 2, 5, ATLAS_QUALIFIER_EXACT);
}

/* At least 60 to exactly 12 is at least 5; exactly 60 to at least 12 may be anything up to 5. */
static void
test_qualifiers (void)
{
  g_autoptr (AtlasTable) open = table_new ("certified_share", row_new ("640000", 60, ATLAS_QUALIFIER_AT_LEAST, 2023),
                                           exact ("532900", 12), NULL);
  g_autoptr (AtlasTable) lowest_open =
    table_new ("certified_share", exact ("640000", 60), row_new ("532900", 12, ATLAS_QUALIFIER_AT_LEAST, 2023), NULL);
  g_autoptr (AtlasTable) both = table_new ("certified_share", row_new ("640000", 60, ATLAS_QUALIFIER_AT_LEAST, 2023),
                                           row_new ("532900", 12, ATLAS_QUALIFIER_AT_LEAST, 2023), NULL);
  AtlasSpread spread;

  assert_spread (open, 0, 1, 5, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_false (atlas_spread_find (lowest_open, &spread));
  g_assert_false (atlas_spread_find (both, &spread));
}

static void
test_nothing_to_say (void)
{
  AtlasObservation *stand_in = exact ("532900", 12);
  g_autoptr (AtlasTable) years = table_new ("certified_share", exact ("640000", 60),
                                            row_new ("532900", 12, ATLAS_QUALIFIER_EXACT, 2022), NULL);
  g_autoptr (AtlasTable) alike = table_new ("certified_share", exact ("640000", 60), exact ("532900", 60), NULL);
  g_autoptr (AtlasTable) zero = table_new ("certified_share", exact ("640000", 60), exact ("532900", 0), NULL);
  g_autoptr (AtlasTable) stands_in = NULL;
  AtlasSpread spread;

  stand_in->stand_in = TRUE;
  stands_in = table_new ("certified_share", exact ("640000", 60), stand_in, NULL);
  g_assert_false (atlas_spread_find (years, &spread));
  g_assert_false (atlas_spread_find (alike, &spread));
  g_assert_false (atlas_spread_find (zero, &spread));
  g_assert_false (atlas_spread_find (stands_in, &spread));
}

/* 1.2 % of Ningxia's townships, where 1 of 22 counties has returned its register, is nothing to compare with. */
static void
test_partial (void)
{
  AtlasObservation *counted = exact ("640000", 1.2);
  g_autoptr (AtlasTable) three = NULL;
  g_autoptr (AtlasTable) two = NULL;
  AtlasSpread spread;

  counted->is_partial = TRUE;
  three = table_new ("township_coverage", atlas_observation_ref (counted), exact ("640300", 102), exact ("532900", 51), NULL);
  two = table_new ("township_coverage", counted, exact ("640300", 102), NULL);
  assert_spread (three, 1, 2, 2, ATLAS_QUALIFIER_EXACT);
  g_assert_false (atlas_spread_find (two, &spread));
}

/* Of the year of which there are most; of as many the last. */
static void
test_years (void)
{
  g_autoptr (AtlasTable) most = table_new ("certified_share", exact ("640000", 60), row_new ("532900", 2, ATLAS_QUALIFIER_EXACT, 2024),
                                           exact ("640300", 20), NULL);
  g_autoptr (AtlasTable) last =
    table_new ("certified_share", exact ("640000", 60), exact ("640300", 20), row_new ("532900", 2, ATLAS_QUALIFIER_EXACT, 2024),
               row_new ("500110", 8, ATLAS_QUALIFIER_EXACT, 2024), NULL);

  assert_spread (most, 0, 2, 3, ATLAS_QUALIFIER_EXACT);
  assert_spread (last, 3, 2, 4, ATLAS_QUALIFIER_EXACT);
}

/* Counts take no part, however far they are apart. */
static void
test_widest (void)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  AtlasSpread spread;

  g_ptr_array_add (tables, table_new ("certified_workers", exact ("640000", 4072), exact ("532900", 4), NULL));
  g_assert_false (atlas_spread_find_widest (tables, &spread));
  g_ptr_array_add (tables, table_new ("certified_share", exact ("640000", 30), exact ("532900", 10), NULL));
  g_ptr_array_add (tables, table_new ("certified_per_10k", exact ("640000", 5.6), exact ("532900", 1.4), NULL));
  g_assert_true (atlas_spread_find_widest (tables, &spread));
  g_assert_true (spread.table == g_ptr_array_index (tables, 2));
  g_assert_cmpfloat_with_epsilon (spread.ratio.value, 4, 1e-9);
}

static gboolean
is_widest (AtlasTable *table)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  AtlasSpread spread;

  g_ptr_array_add (tables, table);
  return atlas_spread_find_widest (tables, &spread);
}

/* 29.2 to 28.6 is no difference worth a sentence; 34 to 30 is. */
static void
test_hardly_apart (void)
{
  g_autoptr (AtlasTable) close = table_new ("certified_share", exact ("640000", 29.2), exact ("532900", 28.6), NULL);
  g_autoptr (AtlasTable) apart = table_new ("certified_share", exact ("640000", 34), exact ("532900", 30), NULL);

  g_assert_false (is_widest (close));
  g_assert_true (is_widest (apart));
}

/* Two of four may speak for them, as it is said who does not; of five, two may not. */
static void
test_too_few (void)
{
  g_autoptr (AtlasTable) half = table_new ("certified_share", exact ("640000", 30), exact ("532900", 10),
                                           row_new ("640300", NAN, ATLAS_QUALIFIER_EXACT, 2023),
                                           row_new ("500110", NAN, ATLAS_QUALIFIER_EXACT, 2023), NULL);
  g_autoptr (AtlasTable) fewer = table_new ("certified_share", exact ("640000", 30), exact ("532900", 10),
                                            row_new ("640300", NAN, ATLAS_QUALIFIER_EXACT, 2023),
                                            row_new ("500110", NAN, ATLAS_QUALIFIER_EXACT, 2023),
                                            row_new ("640100", NAN, ATLAS_QUALIFIER_EXACT, 2023), NULL);

  g_assert_true (is_widest (half));
  g_assert_false (is_widest (fewer));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spread/ratio", test_ratio);
  g_test_add_func ("/spread/qualifiers", test_qualifiers);
  g_test_add_func ("/spread/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/spread/partial", test_partial);
  g_test_add_func ("/spread/years", test_years);
  g_test_add_func ("/spread/widest", test_widest);
  g_test_add_func ("/spread/hardly-apart", test_hardly_apart);
  g_test_add_func ("/spread/too-few", test_too_few);

  result = g_test_run ();
  bundled_clear ();
  return result;
}
