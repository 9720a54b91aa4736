/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/kinds/swarm.h"

/* Where it stands if it does not touch; else as near as it can: 3 along and 4 across are 5 apart. */
static void
test_known (void)
{
  AtlasSwarmDot dots[] = { { 0 }, { 3 }, { 30 } };

  g_assert_cmpfloat_with_epsilon (atlas_swarm_pack (dots, 3, 5.0), 4.0, 1e-9);
  g_assert_cmpfloat (dots[0].across, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (dots[1].across, 4.0, 1e-9);
  g_assert_cmpfloat (dots[2].across, ==, 0.0);
}

/* Equal values pile up on both sides in turn. */
static void
test_equal (void)
{
  AtlasSwarmDot dots[5] = { { 7 }, { 7 }, { 7 }, { 7 }, { 7 } };
  const double expected[] = { 0, 2, -2, 4, -4 };

  g_assert_cmpfloat_with_epsilon (atlas_swarm_pack (dots, 5, 2.0), 4.0, 1e-9);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (dots[i].across, expected[i], 1e-9);
}

static void
test_empty (void)
{
  g_assert_cmpfloat (atlas_swarm_pack (NULL, 0, 5.0), ==, 0.0);
}

static int
ascending (const void *a,
           const void *b)
{
  const AtlasSwarmDot *one = a, *other = b;

  return one->along < other->along ? -1 : one->along > other->along;
}

/* No two overlap, and none is farther off than touching one makes it. */
static void
test_properties (void)
{
  for (guint round = 0; round < 200; round++)
    {
      AtlasSwarmDot dots[60];
      guint n = (guint) g_test_rand_int_range (1, 61);

      for (guint i = 0; i < n; i++)
        dots[i].along = g_test_rand_double_range (0.0, 100.0);
      qsort (dots, n, sizeof *dots, ascending);
      atlas_swarm_pack (dots, n, 8.0);
      for (guint i = 0; i < n; i++)
        {
          gboolean is_held = dots[i].across == 0.0;

          for (guint k = 0; k < i; k++)
            {
              double apart = hypot (dots[i].along - dots[k].along, dots[i].across - dots[k].across);

              g_assert_cmpfloat (apart, >=, 8.0 - 1e-6);
              is_held |= apart < 8.0 + 1e-6;
            }
          g_assert_true (is_held);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/swarm/known", test_known);
  g_test_add_func ("/charts/swarm/equal", test_equal);
  g_test_add_func ("/charts/swarm/empty", test_empty);
  g_test_add_func ("/charts/swarm/properties", test_properties);
  return g_test_run ();
}
