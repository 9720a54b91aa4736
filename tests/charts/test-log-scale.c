/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/log-scale.h"

static void
assert_ticks (AtlasLogScale scale,
              double        low,
              double        high,
              const double *ticks,
              guint         n_ticks)
{
  g_assert_cmpfloat_with_epsilon (scale.low, low, 1e-9 * low);
  g_assert_cmpfloat_with_epsilon (scale.high, high, 1e-9 * high);
  g_assert_cmpuint (scale.n_ticks, ==, n_ticks);
  for (guint i = 0; i < n_ticks; i++)
    g_assert_cmpfloat_with_epsilon (atlas_log_scale_tick (&scale, i), ticks[i], 1e-9 * ticks[i]);
}

/* 1-2-5 in each power of ten where there is room, else the powers, else every second of them. */
static void
test_known (void)
{
  static const double all[] = { 5, 10, 20, 50, 100, 200, 500, 1000, 2000 };
  static const double powers[] = { 10, 100, 1000 };
  static const double every_second[] = { 1, 100, 1e4, 1e6 };
  static const double small[] = { 0.01, 0.1, 1 };

  assert_ticks (atlas_log_scale_nice (7, 1812, 9), 5, 2000, all, 9);
  assert_ticks (atlas_log_scale_nice (7, 1812, 8), 5, 2000, powers, 3);
  assert_ticks (atlas_log_scale_nice (1, 1e6, 4), 1, 1e6, every_second, 4);
  assert_ticks (atlas_log_scale_nice (0.006, 1.9, 5), 0.005, 2, small, 3);
}

/* Equal multiples lie equally far apart. */
static void
test_position (void)
{
  AtlasLogScale scale = atlas_log_scale_nice (1, 1000, 4);

  scale.start = 300.0;
  scale.end = 0.0;
  g_assert_cmpfloat_with_epsilon (atlas_log_scale_position (&scale, 1), 300.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_log_scale_position (&scale, 10), 200.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_log_scale_position (&scale, 100), 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_log_scale_position (&scale, sqrt (1000)), 150.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_log_scale_position (&scale, 1000), 0.0, 1e-9);
}

/* From two and a half powers of ten on, and never where 0 or less is to be shown. */
static void
test_suits (void)
{
  g_assert_true (atlas_log_scale_suits (10, 3200));
  g_assert_false (atlas_log_scale_suits (10, 3100));
  g_assert_false (atlas_log_scale_suits (0, 1e6));
  g_assert_false (atlas_log_scale_suits (-5, 1e6));
  g_assert_false (atlas_log_scale_suits (NAN, 1e6));
}

static void
test_degenerate (void)
{
  AtlasLogScale one = atlas_log_scale_nice (10, 10, 5), none = atlas_log_scale_nice (0, 0, 5);

  g_assert_cmpfloat_with_epsilon (one.low, 5.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (one.high, 20.0, 1e-9);
  g_assert_cmpfloat (none.high, >, none.low);
  g_assert_cmpfloat (none.low, >, 0.0);
}

static void
test_properties (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      double low = pow (10.0, g_test_rand_double_range (-6, 12));
      double high = low * pow (10.0, g_test_rand_double_range (2.5, 8));
      guint wanted = (guint) g_test_rand_int_range (2, 13);
      AtlasLogScale scale = atlas_log_scale_nice (low, high, wanted);

      g_assert_cmpuint (scale.n_ticks, >=, 2);
      g_assert_cmpuint (scale.n_ticks, <=, MAX (wanted, 4));
      g_assert_cmpfloat (scale.low, <=, low * (1.0 + 1e-9));
      g_assert_cmpfloat (scale.high, >=, high * (1.0 - 1e-9));
      /* No more is added than to the next of 1, 2 and 5. */
      g_assert_cmpfloat (scale.low * 2.5, >=, low * (1.0 - 1e-9));
      g_assert_cmpfloat (scale.high, <=, high * 2.5 * (1.0 + 1e-9));
      for (guint k = 0; k < scale.n_ticks; k++)
        {
          double tick = atlas_log_scale_tick (&scale, k);

          g_assert_cmpfloat (tick, >=, scale.low * (1.0 - 1e-9));
          g_assert_cmpfloat (tick, <=, scale.high * (1.0 + 1e-9));
          if (k > 0)
            g_assert_cmpfloat (tick, >, atlas_log_scale_tick (&scale, k - 1) * 1.9);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/log-scale/known", test_known);
  g_test_add_func ("/charts/log-scale/position", test_position);
  g_test_add_func ("/charts/log-scale/suits", test_suits);
  g_test_add_func ("/charts/log-scale/degenerate", test_degenerate);
  g_test_add_func ("/charts/log-scale/properties", test_properties);
  return g_test_run ();
}
