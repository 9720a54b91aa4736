/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

/* Actual, target and claim of two regions: Ningxia's coverage is at least 104 %, Wuzhong has no claim. */
static AtlasTable *
make_parts (void)
{
  static const SampleRow actual[] = { { "640000", NULL, 2023, 104.0, ATLAS_QUALIFIER_AT_LEAST },
                                      { "640300", NULL, 2023, 52.0 } };
  static const SampleRow target[] = { { "640000", NULL, 2023, 100.0 }, { "640300", NULL, 2023, 78.0 } };
  static const SampleRow claim[] = { { "640000", NULL, 2023, 110.0 },
                                     { "640300", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_APPLICABLE } };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  g_ptr_array_add (parts, sample_table ("share", NULL, 2023, 2023, actual, 2));
  g_ptr_array_add (parts, sample_table ("share", "grade", 2023, 2023, target, 2));
  g_ptr_array_add (parts, sample_table ("share", NULL, 2023, 2023, claim, 2));
  return atlas_table_join (parts);
}

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BULLET, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
}

static const AtlasChartMark *
mark_at (const AtlasChartLayout *layout,
         guint                   row)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    if (atlas_chart_layout_get_mark (layout, m)->row == row)
      return atlas_chart_layout_get_mark (layout, m);
  g_assert_not_reached ();
}

static double
middle_x (const AtlasChartMark *mark)
{
  return mark->bounds.x + mark->bounds.width / 2.0;
}

/* All three stand on one axis from 0: 78 is at three quarters of 104, 52 at half, 110 a little beyond. Nothing is cut at
 * 100 %, and "at least" is pointed beyond its value. */
static void
test_positions (void)
{
  g_autoptr (AtlasTable) table = make_parts ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  AtlasRect half = mark_at (layout, 1)->bounds;
  double zero = half.x, one = half.width / 52.0;

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 6);
  g_assert_cmpfloat (mark_at (layout, 0)->bounds.x, ==, zero);
  g_assert_cmpfloat (mark_at (layout, 0)->bounds.width, >, 104.0 * one + 3.0);
  g_assert_cmpfloat_with_epsilon (middle_x (mark_at (layout, 3)), zero + 78.0 * one, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle_x (mark_at (layout, 2)), zero + 100.0 * one, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle_x (mark_at (layout, 4)), zero + 110.0 * one, 1e-6);
}

/* The numbers stand behind whatever is outermost, with the signs of the legend; a missing one has its own sign. */
static void
test_labels (void)
{
  g_autoptr (AtlasTable) table = make_parts ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *first = sample_find_text (shapes, "≥ 104%   ┃100.0%   ◇110.0%");
  const SampleShape *second = sample_find_text (shapes, "52.0%   ┃78.0%   ◇×");

  g_assert_cmpfloat (first->box.x, >, middle_x (mark_at (layout, 4)));
  g_assert_cmpfloat (second->box.x, >, middle_x (mark_at (layout, 3)));
  g_assert_nonnull (sample_find_text (shapes, "≥ and a pointed end: at least   ×: not applicable"));
}

/* In little room the actual value stays, and the chart says where the others are. */
static void
test_narrow (void)
{
  g_autoptr (AtlasTable) table = make_parts ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 300.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_null (strstr (dump, "┃"));
  g_assert_nonnull (strstr (dump, " ≥ 104%\n"));
  g_assert_nonnull (strstr (dump, "The numbers of the other signs stand"));
  g_assert_null (strstr (dump, "×: not applicable"));
}

/* C17: between the tick and the bar that it crosses lies background on both sides. */
static void
test_halo (void)
{
  g_autoptr (AtlasTable) table = make_parts ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  AtlasRect tick = mark_at (layout, 2)->bounds;
  gboolean found = FALSE;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      found |= strcmp (shape->paint, "background") == 0 && shape->box.x <= tick.x - 1.3 &&
               shape->box.x + shape->box.width >= tick.x + tick.width + 1.3;
    }
  g_assert_true (found);
}

/* Of two years the later is the bar, and the earlier what it is compared with. */
static void
test_years (void)
{
  static const SampleRow rows[] = { { "640000", NULL, 2022, 40 }, { "640000", NULL, 2023, 60 } };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, 2);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);

  g_assert_cmpfloat (mark_at (layout, 1)->bounds.width, >, 100.0);
  g_assert_cmpfloat_with_epsilon (middle_x (mark_at (layout, 0)),
                                  mark_at (layout, 1)->bounds.x + mark_at (layout, 1)->bounds.width * 40.0 / 60.0, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/bullet/positions", test_positions);
  g_test_add_func ("/charts/bullet/labels", test_labels);
  g_test_add_func ("/charts/bullet/narrow", test_narrow);
  g_test_add_func ("/charts/bullet/halo", test_halo);
  g_test_add_func ("/charts/bullet/years", test_years);
  return g_test_run ();
}
