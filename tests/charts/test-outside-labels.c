/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/outside-labels.h"

/* From 0 to 200, values 0 to 10: 20 left of the lowest and 30 right of the highest leave 150. */
static void
test_ends (void)
{
  static const AtlasOutside rows[] = { { 0.0, 10.0, 20.0, 30.0 } };
  double start, end;

  atlas_outside_fit (rows, 1, 0.0, 10.0, 0.0, 200.0, &start, &end);
  g_assert_cmpfloat_with_epsilon (start, 20.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (end, 170.0, 1e-6);
}

/* A wide label in the middle of the axis takes nothing from its ends: 60 at half of 200 is free. */
static void
test_middle (void)
{
  static const AtlasOutside rows[] = { { 5.0, 5.0, 60.0, 60.0 } };
  double start, end;

  atlas_outside_fit (rows, 1, 0.0, 10.0, 0.0, 200.0, &start, &end);
  g_assert_cmpfloat_with_epsilon (start, 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (end, 200.0, 1e-6);
}

/* Whatever the labels, none leaves the room, and the axis could not be longer by a point. */
static void
test_random (void)
{
  for (guint n = 0; n < 200; n++)
    {
      AtlasOutside rows[20];
      double start, end, first, last;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          rows[i].low = g_test_rand_double_range (0.0, 100.0);
          rows[i].high = g_test_rand_double_range (rows[i].low, 100.0);
          rows[i].before = g_test_rand_double_range (0.0, 100.0);
          rows[i].after = g_test_rand_double_range (0.0, 100.0);
        }
      atlas_outside_fit (rows, G_N_ELEMENTS (rows), 0.0, 100.0, 50.0, 350.0, &start, &end);
      g_assert_cmpfloat (start, >=, 50.0 - 1e-6);
      g_assert_cmpfloat (end, <=, 350.0 + 1e-6);
      first = start;
      last = end;
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          first = MIN (first, start + (end - start) * rows[i].low / 100.0 - rows[i].before);
          last = MAX (last, start + (end - start) * rows[i].high / 100.0 + rows[i].after);
        }
      g_assert_cmpfloat_with_epsilon (first, 50.0, 1e-3);
      g_assert_cmpfloat_with_epsilon (last, 350.0, 1e-3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/outside-labels/ends", test_ends);
  g_test_add_func ("/charts/outside-labels/middle", test_middle);
  g_test_add_func ("/charts/outside-labels/random", test_random);
  return g_test_run ();
}
