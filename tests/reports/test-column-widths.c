/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/column-widths.h"

static void
test_spare_room (void)
{
  AtlasColumnNeed needs[] = { { 50, 100, FALSE }, { 30, 40, TRUE }, { 30, 60, TRUE } };
  double widths[3];

  g_assert_true (atlas_column_widths_fit (needs, 3, 300));
  atlas_column_widths_share (needs, 3, 300, widths);
  /* 40 grows to 60 beside the other number; the 80 left are shared out. */
  g_assert_cmpfloat_with_epsilon (widths[0], 100 + 80.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (widths[1], 60 + 80.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (widths[2], 60 + 80.0 / 3, 1e-9);
}

static void
test_between (void)
{
  AtlasColumnNeed needs[] = { { 50, 150, FALSE }, { 40, 40, TRUE } };
  double widths[2];

  atlas_column_widths_share (needs, 2, 130, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (widths[1], 40, 1e-9);
}

/* Of the 200 left the name would get 200 × √30 ÷ (√30 + √850) = 31.6, and takes the 30 it wants; the long text has the rest. */
static void
test_short_beside_long (void)
{
  AtlasColumnNeed needs[] = { { 50, 80, FALSE }, { 50, 900, FALSE } };
  double widths[2];

  atlas_column_widths_share (needs, 2, 300, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], 80, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[1], 220, 1e-6);
}

/* The name has the 80 it wants, a quarter of 320; without that it would get 50 + 60 × √30 ÷ (√30 + 3 × √60) = 61.4. The
 * other three share the 30 that are left. */
static void
test_names_first (void)
{
  AtlasColumnNeed needs[] = { { 50, 80, FALSE }, { 70, 130, TRUE }, { 70, 130, TRUE }, { 70, 130, TRUE } };
  AtlasColumnNeed numbers[] = { { 50, 80, TRUE }, { 50, 80, TRUE } };
  double widths[4];

  atlas_column_widths_share (needs, 4, 320, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], 80, 1e-6);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (widths[i], 80, 1e-6);
  /* Numbers in the first column are none. */
  atlas_column_widths_share (numbers, 2, 140, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], 70, 1e-6);
}

static void
test_too_narrow (void)
{
  AtlasColumnNeed needs[] = { { 60, 60, FALSE }, { 40, 40, TRUE } };
  double widths[2];

  g_assert_false (atlas_column_widths_fit (needs, 2, 50));
  atlas_column_widths_share (needs, 2, 50, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (widths[1], 20, 1e-9);
}

static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      AtlasColumnNeed needs[12];
      double widths[12], sum = 0;
      guint n = g_test_rand_int_range (1, 13);
      double width = g_test_rand_double_range (50, 900);
      gboolean fit;

      for (guint i = 0; i < n; i++)
        {
          needs[i].least = g_test_rand_double_range (5, 80);
          needs[i].natural = needs[i].least + g_test_rand_double_range (0, 200);
          needs[i].numeric = g_test_rand_bit ();
        }
      fit = atlas_column_widths_fit (needs, n, width);
      atlas_column_widths_share (needs, n, width, widths);
      for (guint i = 0; i < n; i++)
        {
          sum += widths[i];
          g_assert_true (!fit || widths[i] >= needs[i].least - 1e-6);
        }
      g_assert_cmpfloat_with_epsilon (sum, width, 1e-6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/column-widths/spare-room", test_spare_room);
  g_test_add_func ("/reports/column-widths/between", test_between);
  g_test_add_func ("/reports/column-widths/short-beside-long", test_short_beside_long);
  g_test_add_func ("/reports/column-widths/names-first", test_names_first);
  g_test_add_func ("/reports/column-widths/too-narrow", test_too_narrow);
  g_test_add_func ("/reports/column-widths/random", test_random);
  return g_test_run ();
}
