/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/quantile.h"

static void
test_known (void)
{
  double four[] = { 4, 1, 3, 2 }, three[] = { 30, 10, 20 }, one[] = { 5 };

  g_assert_cmpfloat (atlas_quantile (four, 4, 0.5), ==, 2.5);
  g_assert_cmpfloat (atlas_quantile (four, 4, 0.25), ==, 1.75);
  g_assert_cmpfloat (atlas_quantile (four, 4, 0.75), ==, 3.25);
  g_assert_cmpfloat (atlas_quantile (three, 3, 0.5), ==, 20.0);
  g_assert_cmpfloat (atlas_quantile (three, 3, 0.0), ==, 10.0);
  g_assert_cmpfloat (atlas_quantile (three, 3, 1.0), ==, 30.0);
  g_assert_cmpfloat (atlas_quantile (one, 1, 0.25), ==, 5.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/quantile/known", test_known);
  return g_test_run ();
}
