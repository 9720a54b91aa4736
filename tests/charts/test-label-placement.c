/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/label-placement.h"

static void
assert_no_overlap (const AtlasLabelSlot *labels,
                   guint                 n,
                   double                low,
                   double                high)
{
  for (guint i = 0; i < n; i++)
    {
      if (labels[i].dropped)
        continue;
      g_assert_cmpfloat (labels[i].placed - labels[i].size / 2.0, >=, low - 1e-6);
      g_assert_cmpfloat (labels[i].placed + labels[i].size / 2.0, <=, high + 1e-6);
      for (guint k = 0; k < i; k++)
        if (!labels[k].dropped)
          g_assert_cmpfloat (fabs (labels[i].placed - labels[k].placed), >=,
                             (labels[i].size + labels[k].size) / 2.0 - 1e-6);
    }
}

/* Two that want the same place part evenly; a third, far away, stays. */
static void
test_spread_known (void)
{
  AtlasLabelSlot labels[] = { { 50, 10, 1 }, { 50, 10, 1 }, { 90, 10, 1 } };

  g_assert_cmpuint (atlas_labels_spread (labels, 3, 0, 100), ==, 0);
  g_assert_cmpfloat_with_epsilon (labels[0].placed, 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (labels[1].placed, 55, 1e-9);
  g_assert_cmpfloat_with_epsilon (labels[2].placed, 90, 1e-9);
}

static void
test_spread_at_edge (void)
{
  AtlasLabelSlot labels[] = { { 99, 10, 1 }, { 98, 10, 1 } };

  g_assert_cmpuint (atlas_labels_spread (labels, 2, 0, 100), ==, 0);
  g_assert_cmpfloat_with_epsilon (labels[0].placed, 95, 1e-9);
  g_assert_cmpfloat_with_epsilon (labels[1].placed, 85, 1e-9);
}

/* No room for all: the least important goes. */
static void
test_spread_drops_least (void)
{
  AtlasLabelSlot labels[] = { { 5, 10, 3 }, { 6, 10, 1 }, { 7, 10, 2 } };

  g_assert_cmpuint (atlas_labels_spread (labels, 3, 0, 20), ==, 1);
  g_assert_false (labels[0].dropped);
  g_assert_true (labels[1].dropped);
  g_assert_false (labels[2].dropped);
}

static void
test_thin_known (void)
{
  AtlasLabelSlot labels[] = { { 10, 8, 1 }, { 14, 8, 5 }, { 30, 8, 1 }, { 99, 8, 9 } };

  g_assert_cmpuint (atlas_labels_thin (labels, 4, 0, 100), ==, 2);
  g_assert_true (labels[0].dropped);
  g_assert_false (labels[1].dropped);
  g_assert_false (labels[2].dropped);
  g_assert_true (labels[3].dropped);
}

static void
test_properties (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      AtlasLabelSlot labels[40];
      guint n = g_test_rand_int_range (1, 41), dropped = 0, n_dropped;
      double high = g_test_rand_double_range (20, 400);

      for (guint i = 0; i < n; i++)
        labels[i] = (AtlasLabelSlot) { g_test_rand_double_range (-20, high + 20), g_test_rand_double_range (2, 20),
                                       g_test_rand_double_range (0, 1) };
      n_dropped = g_test_rand_bit () ? atlas_labels_spread (labels, n, 0, high) : atlas_labels_thin (labels, n, 0, high);
      assert_no_overlap (labels, n, 0, high);
      for (guint i = 0; i < n; i++)
        dropped += labels[i].dropped;
      g_assert_cmpuint (dropped, ==, n_dropped);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/label-placement/spread/known", test_spread_known);
  g_test_add_func ("/charts/label-placement/spread/at-edge", test_spread_at_edge);
  g_test_add_func ("/charts/label-placement/spread/drops-least", test_spread_drops_least);
  g_test_add_func ("/charts/label-placement/thin/known", test_thin_known);
  g_test_add_func ("/charts/label-placement/properties", test_properties);
  return g_test_run ();
}
