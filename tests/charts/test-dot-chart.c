/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/shape-list.h"

static AtlasChartLayout *
lay_out (AtlasTable *table)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_DOT, table);

  sample_set_slots (spec);
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
}

static double
x_of (const AtlasChartLayout *layout,
      guint                   mark)
{
  AtlasRect bounds = atlas_chart_layout_get_mark (layout, mark)->bounds;

  return bounds.x + bounds.width / 2.0;
}

static gboolean
says (const AtlasChartLayout *layout,
      const char             *text)
{
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  return strstr (dump, text) != NULL;
}

/* C2: by value; linear where sizes are alike, and then 0 is at the left end. */
static void
test_order (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  const double values[] = { 4072, 810, 753, 477 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double share = (values[i] - 477.0) / (4072.0 - 477.0);

      g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, i)->observation->value, ==, values[i]);
      g_assert_cmpfloat_with_epsilon (x_of (layout, i), x_of (layout, 3) + share * (x_of (layout, 0) - x_of (layout, 3)),
                                      1e-6);
    }
  g_assert_false (says (layout, "ogarithmic"));
}

/* Sizes over powers of ten: equal multiples lie equally far apart, which is said beside the axis and below. */
static void
test_log (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 10000 }, { "640300", NULL, 2023, 1000 }, { "532900", NULL, 2023, 100 },
    { "500110", NULL, 2023, 10 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);

  for (guint i = 1; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (x_of (layout, i), x_of (layout, 3) + (3 - i) * (x_of (layout, 0) - x_of (layout, 3)) / 3.0,
                                    1e-6);
  g_assert_true (says (layout, "Certified social workers (people, logarithmic)"));
  g_assert_true (says (layout, "Logarithmic axis: equal distances are equal multiples"));
}

/* C10: "at least" points to the right, a stand-in is lighter and dated; both are explained. */
static void
test_signs (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  guint n_pointed = 0;

  for (guint i = 0; i < shapes->len; i++)
    n_pointed += strcmp (((SampleShape *) g_ptr_array_index (shapes, i))->kind, "polygon") == 0;
  g_assert_cmpuint (n_pointed, ==, 1);
  g_assert_nonnull (sample_find_text (shapes, "≥ 810"));
  g_assert_nonnull (sample_find_text (shapes, "477 (undated)"));
  g_assert_true (says (layout, "≥ and a point to the right: at least"));
  g_assert_true (says (layout, "[lighter]"));
}

/* C7: in words where the dot would be. */
static void
test_missing (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 3)->label, ==, "not published");
  g_assert_true (says (layout, "not published"));
}

/* Dots may begin elsewhere than at 0, unlike bars, and then it is said. */
static void
test_cut_axis (void)
{
  static const SampleRow rows[] = { { "640000", NULL, 2023, 96 }, { "640300", NULL, 2023, 90 } };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);

  g_assert_true (says (layout, "The horizontal axis does not begin at 0"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/dot/order", test_order);
  g_test_add_func ("/charts/dot/log", test_log);
  g_test_add_func ("/charts/dot/signs", test_signs);
  g_test_add_func ("/charts/dot/missing", test_missing);
  g_test_add_func ("/charts/dot/cut-axis", test_cut_axis);
  return g_test_run ();
}
