/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/linear-scale.h"

static void
assert_ticks (AtlasLinearScale scale,
              double           low,
              double           high,
              double           step)
{
  g_assert_cmpfloat_with_epsilon (scale.low, low, 1e-9 * MAX (1.0, fabs (low)));
  g_assert_cmpfloat_with_epsilon (scale.high, high, 1e-9 * MAX (1.0, fabs (high)));
  g_assert_cmpfloat_with_epsilon (scale.step, step, 1e-9 * step);
}

static void
test_known (void)
{
  assert_ticks (atlas_linear_scale_nice (0, 116.1, TRUE, FALSE, 4), 0, 150, 50);
  assert_ticks (atlas_linear_scale_nice (0, 116.1, TRUE, FALSE, 5), 0, 120, 20);
  assert_ticks (atlas_linear_scale_nice (477, 4072, TRUE, FALSE, 5), 0, 5000, 1000);
  assert_ticks (atlas_linear_scale_nice (0.12, 0.31, FALSE, FALSE, 5), 0.1, 0.35, 0.05);
  assert_ticks (atlas_linear_scale_nice (-7.3, 2.1, TRUE, FALSE, 5), -8, 4, 2);
  assert_ticks (atlas_linear_scale_nice (2021, 2023, FALSE, TRUE, 9), 2021, 2023, 1);
}

/* Empty, one value, all equal, nothing at all: a usable scale every time. */
static void
test_degenerate (void)
{
  AtlasLinearScale scale = atlas_linear_scale_nice (0, 0, TRUE, FALSE, 5);

  assert_ticks (scale, 0, 1, 0.2);
  scale = atlas_linear_scale_nice (5, 5, FALSE, FALSE, 5);
  g_assert_cmpfloat (scale.low, <, 5);
  g_assert_cmpfloat (scale.high, >, 5);
  scale = atlas_linear_scale_nice (NAN, 3, TRUE, FALSE, 5);
  g_assert_true (isfinite (scale.low) && isfinite (scale.high) && scale.high > scale.low);
}

static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double magnitude = pow (10.0, g_test_rand_double_range (-6, 13));
      double a = g_test_rand_double_range (-1, 1) * magnitude, b = g_test_rand_double_range (-1, 1) * magnitude;
      gboolean zero = g_test_rand_bit ();
      AtlasLinearScale scale = atlas_linear_scale_nice (MIN (a, b), MAX (a, b), zero, FALSE,
                                                        g_test_rand_int_range (2, 13));

      g_assert_cmpuint (scale.n_ticks, >=, 2);
      g_assert_cmpuint (scale.n_ticks, <=, 21);
      g_assert_cmpfloat (scale.low, <=, MIN (a, b) + 1e-9 * magnitude);
      g_assert_cmpfloat (scale.high, >=, MAX (a, b) - 1e-9 * magnitude);
      if (zero)
        g_assert_true (scale.low <= 0.0 && scale.high >= 0.0);
      for (guint n = 0; n < scale.n_ticks; n++)
        {
          g_assert_cmpfloat (atlas_linear_scale_tick (&scale, n), ==, (scale.first + (gint64) n) * scale.step);
          if (n > 0)
            g_assert_cmpfloat (atlas_linear_scale_tick (&scale, n), >, atlas_linear_scale_tick (&scale, n - 1));
        }
    }
}

static void
test_position (void)
{
  AtlasLinearScale scale = atlas_linear_scale_nice (0, 100, TRUE, FALSE, 5);

  scale.start = 200.0;
  scale.end = 20.0;
  g_assert_cmpfloat (atlas_linear_scale_position (&scale, 0.0), ==, 200.0);
  g_assert_cmpfloat (atlas_linear_scale_position (&scale, 100.0), ==, 20.0);
  g_assert_cmpfloat (atlas_linear_scale_position (&scale, 50.0), ==, 110.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/linear-scale/known", test_known);
  g_test_add_func ("/charts/linear-scale/degenerate", test_degenerate);
  g_test_add_func ("/charts/linear-scale/properties", test_properties);
  g_test_add_func ("/charts/linear-scale/position", test_position);
  return g_test_run ();
}
