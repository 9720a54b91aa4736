/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "chart-samples.h"
#include "charts/inequality.h"

/* 10, 20, 30, 40 and 50: of five values the ninth tenth lies 0.6 of the way from the fourth to the fifth, the first 0.4 of the way
 * from the first to the second; they stray by √200 from 30. What is missing or stands in takes no part. */
static void
test_spread (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 30 }, { "900002", NULL, 2023, 10 }, { "900003", NULL, 2023, 50 },
    { "900004", NULL, 2023, 20 }, { "900005", NULL, 2023, 40 }, { "900006", NULL, 2023, NAN },
    { "900006", NULL, 2023, 900, .stand_in = TRUE, .period = "2021" },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autofree char *text = NULL;
  AtlasInequality inequality;

  g_assert_true (atlas_inequality_find (table, &inequality));
  g_assert_cmpuint (inequality.n, ==, 5);
  g_assert_cmpfloat (inequality.highest_to_lowest, ==, 5);
  g_assert_cmpfloat_with_epsilon (inequality.p90_to_p10, 46.0 / 14.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (inequality.variation, sqrt (200) / 30, 1e-9);
  text = atlas_inequality_dup_text (&inequality);
  g_assert_cmpstr (text, ==, "5 divisions: highest ÷ lowest 5.00, P90 ÷ P10 3.29, coefficient of variation 0.47");
}

/* Nothing is so many times zero. */
static void
test_zero (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 0 }, { "900002", NULL, 2023, 0 }, { "900003", NULL, 2023, 0 },
    { "900004", NULL, 2023, 0 }, { "900005", NULL, 2023, 5 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autofree char *text = NULL;
  AtlasInequality inequality;

  g_assert_true (atlas_inequality_find (table, &inequality));
  text = atlas_inequality_dup_text (&inequality);
  g_assert_cmpstr (text, ==, "5 divisions: highest ÷ lowest —, P90 ÷ P10 —, coefficient of variation 2.00");
}

static void
test_nothing_stated (void)
{
  static const SampleRow few[] = {
    { "900001", NULL, 2023, 1 }, { "900002", NULL, 2023, 2 }, { "900003", NULL, 2023, 3 }, { "900004", NULL, 2023, 4 },
  };
  static const SampleRow negative[] = {
    { "900001", NULL, 2023, 1 },  { "900002", NULL, 2023, 2 }, { "900003", NULL, 2023, 3 },
    { "900004", NULL, 2023, -4 }, { "900005", NULL, 2023, 5 },
  };
  g_autoptr (AtlasTable) four = sample_table ("people", NULL, 2023, 2023, few, G_N_ELEMENTS (few));
  g_autoptr (AtlasTable) below = sample_table ("people", NULL, 2023, 2023, negative, G_N_ELEMENTS (negative));
  AtlasInequality inequality;

  g_assert_false (atlas_inequality_find (four, &inequality));
  g_assert_false (atlas_inequality_find (below, &inequality));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inequality/spread", test_spread);
  g_test_add_func ("/inequality/zero", test_zero);
  g_test_add_func ("/inequality/nothing-stated", test_nothing_stated);
  return g_test_run ();
}
