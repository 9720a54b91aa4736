/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/class-scale.h"

typedef struct {
  guint n_values;
  double values[12];
  guint n_classes;
  double edges[ATLAS_N_CLASSES - 1];
} Case;

static const Case cases[] = {
  { 0, { 0 }, 0, { 0 } },
  /* All equal: one class, without an edge. */
  { 3, { 7, 7, 7 }, 1, { 0 } },
  { 2, { 30, 10 }, 2, { 20 } },
  /* Two values in each class. */
  { 10, { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 5, { 3, 5, 7, 9 } },
  { 6, { 12.1, 18.3, 24.0, 31.3, 47.7, 62.0 }, 5, { 15, 20, 40, 50 } },
  /* An edge is the number that is written so: 0.3 belongs to the class that begins with it. */
  { 3, { 0.1, 0.2, 0.3 }, 3, { 0.2, 0.3 } },
  /* Equal values stay together, however many: the zeros have a class to themselves. */
  { 12, { 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4 }, 5, { 1, 2, 3, 4 } },
  /* Nothing is rounder than zero. */
  { 4, { -8, -3, 4, 9 }, 4, { -5, 0, 5 } },
  { 3, { 4e11, 6e11, 1e12 }, 3, { 5e11, 1e12 } },
};

static void
test_edges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasClassScale scale = atlas_class_scale_choose (cases[i].values, cases[i].n_values);

      g_assert_cmpuint (scale.n_classes, ==, cases[i].n_classes);
      for (guint k = 0; k + 1 < scale.n_classes; k++)
        g_assert_cmpfloat (scale.edges[k], ==, cases[i].edges[k]);
    }
}

/* A value on an edge is of the class above; one outside all values is of the first or last. */
static void
test_find (void)
{
  AtlasClassScale scale = { 3, { 20, 50 } };
  AtlasClassScale one = { 1 };

  g_assert_cmpuint (atlas_class_scale_find (&scale, -5), ==, 0);
  g_assert_cmpuint (atlas_class_scale_find (&scale, 19.9), ==, 0);
  g_assert_cmpuint (atlas_class_scale_find (&scale, 20), ==, 1);
  g_assert_cmpuint (atlas_class_scale_find (&scale, 50), ==, 2);
  g_assert_cmpuint (atlas_class_scale_find (&scale, 1e12), ==, 2);
  g_assert_cmpuint (atlas_class_scale_find (&one, 3), ==, 0);
}

static void
fill_at_random (double *values,
                guint   n)
{
  gboolean coarse = g_test_rand_bit ();

  for (guint i = 0; i < n; i++)
    {
      double value = pow (10.0, g_test_rand_double_range (-3.0, 12.0)) * (g_test_rand_int_range (0, 9) == 0 ? -1 : 1);

      values[i] = coarse ? g_test_rand_int_range (0, 8) : value;
    }
}

/* Whatever the values: at most five classes, ascending edges, none empty. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      double values[200];
      guint n = (guint) g_test_rand_int_range (1, 201), counts[ATLAS_N_CLASSES] = { 0 };
      AtlasClassScale scale;

      fill_at_random (values, n);
      scale = atlas_class_scale_choose (values, n);
      g_assert_cmpuint (scale.n_classes, >=, 1);
      g_assert_cmpuint (scale.n_classes, <=, ATLAS_N_CLASSES);
      for (guint i = 0; i < n; i++)
        counts[atlas_class_scale_find (&scale, values[i])]++;
      for (guint i = 0; i < scale.n_classes; i++)
        {
          g_assert_cmpuint (counts[i], >, 0);
          g_assert_true (i < 1 || i + 1 >= scale.n_classes || scale.edges[i] > scale.edges[i - 1]);
        }
    }
}

/* A missing number is of no class. */
static void
test_not_finite (void)
{
  double values[] = { NAN, 1, INFINITY, 3 };
  AtlasClassScale scale = atlas_class_scale_choose (values, G_N_ELEMENTS (values));

  g_assert_cmpuint (scale.n_classes, ==, 2);
  g_assert_cmpfloat (scale.edges[0], ==, 2.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/class-scale/edges", test_edges);
  g_test_add_func ("/charts/class-scale/find", test_find);
  g_test_add_func ("/charts/class-scale/random", test_random);
  g_test_add_func ("/charts/class-scale/not-finite", test_not_finite);
  return g_test_run ();
}
