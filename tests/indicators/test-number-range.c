/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "indicators/number-range.h"

static AtlasRange
range (const char     *value,
       AtlasQualifier  qualifier)
{
  AtlasFigure figure = { .qualifier = qualifier };

  g_assert_true (atlas_decimal_parse (value, &figure.value));
  return atlas_range_of_figure (&figure);
}

static void
assert_range (AtlasRange actual,
              double     low,
              double     high)
{
  g_assert_true (actual.low == low || fabs (actual.low - low) < 1e-9);
  g_assert_true (actual.high == high || fabs (actual.high - high) < 1e-9);
}

static void
test_figures (void)
{
  assert_range (range ("4072", ATLAS_QUALIFIER_EXACT), 4072, 4072);
  assert_range (range ("737000", ATLAS_QUALIFIER_ABOUT), 736500, 737500);
  assert_range (range ("1160000", ATLAS_QUALIFIER_ABOUT), 1155000, 1165000);
  assert_range (range ("300000", ATLAS_QUALIFIER_ABOUT), 250000, 350000);
  assert_range (range ("88.3", ATLAS_QUALIFIER_ABOUT), 88.25, 88.35);
  assert_range (range ("600000", ATLAS_QUALIFIER_NEARLY), 500000, 600000);
  assert_range (range ("931000", ATLAS_QUALIFIER_NEARLY), 930000, 931000);
  assert_range (range ("3500", ATLAS_QUALIFIER_AT_LEAST), 3500, INFINITY);
  assert_range (range ("2000", ATLAS_QUALIFIER_AT_MOST), -INFINITY, 2000);
  assert_range (range ("0", ATLAS_QUALIFIER_ABOUT), -0.5, 0.5);
}

static void
test_rounded (void)
{
  AtlasFigure figure = { .value = { 2122, 2 } };

  assert_range (atlas_range_of_rounded (&figure), 21.215, 21.225);
  figure.value = (AtlasDecimal) { 100, 0 };
  assert_range (atlas_range_of_rounded (&figure), 99.5, 100.5);
  figure.qualifier = ATLAS_QUALIFIER_AT_LEAST;
  assert_range (atlas_range_of_rounded (&figure), 100, INFINITY);
}

static void
test_numbers (void)
{
  assert_range (atlas_range_of_number ((AtlasQualifiedNumber){ 90.9, ATLAS_QUALIFIER_ABOUT }), 89.991,
                91.809);
  assert_range (atlas_range_of_number ((AtlasQualifiedNumber){ 39.6, ATLAS_QUALIFIER_AT_MOST }), -INFINITY,
                39.6);
}

static void
test_overlap (void)
{
  AtlasRange exact = range ("4072", ATLAS_QUALIFIER_EXACT);

  g_assert_true (atlas_range_overlaps (exact, range ("4000", ATLAS_QUALIFIER_AT_LEAST)));
  g_assert_false (atlas_range_overlaps (exact, range ("4000", ATLAS_QUALIFIER_AT_MOST)));
  g_assert_false (atlas_range_overlaps (exact, range ("4073", ATLAS_QUALIFIER_EXACT)));
  g_assert_true (atlas_range_overlaps (range ("1161000", ATLAS_QUALIFIER_ABOUT),
                                       range ("1160000", ATLAS_QUALIFIER_ABOUT)));
  assert_range (atlas_range_add (exact, range ("4000", ATLAS_QUALIFIER_AT_LEAST)), 8072, INFINITY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-range/figures", test_figures);
  g_test_add_func ("/number-range/rounded", test_rounded);
  g_test_add_func ("/number-range/numbers", test_numbers);
  g_test_add_func ("/number-range/overlap", test_overlap);
  return g_test_run ();
}
