/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

static AtlasChartLayout *
lay_out (AtlasTable *table)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_FUNNEL, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
}

/* Stages in their order, each as long as its value: 800, then 600, then 900 is not put first. */
static void
test_order_and_lengths (void)
{
  static const double values[] = { 800, 600, 900 };
  g_autoptr (AtlasTable) table = sample_stages (values, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  AtlasRect first = atlas_chart_layout_get_mark (layout, 0)->bounds;

  for (guint i = 0; i < 3; i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, i);

      g_assert_cmpuint (mark->row, ==, i);
      g_assert_cmpfloat (mark->bounds.x, ==, first.x);
      g_assert_cmpfloat_with_epsilon (mark->bounds.width / first.width, values[i] / 800.0, 1e-6);
    }
}

/* 400 of 800 is 50.0 %; 100 of these 25.0 %, and of all 12.5 %. */
static void
test_shares (void)
{
  static const double values[] = { 800, 400, 100 };
  g_autoptr (AtlasTable) table = sample_stages (values, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *quarter = sample_find_text (shapes, "25.0%");
  const SampleShape *eighth = sample_find_text (shapes, "12.5%");
  const SampleShape *before = sample_find_text (shapes, "of stage before");
  const SampleShape *first = sample_find_text (shapes, "of first stage");

  g_assert_cmpfloat_with_epsilon (quarter->box.x + quarter->box.width, before->box.x + before->box.width, 0.21);
  g_assert_cmpfloat_with_epsilon (eighth->box.x + eighth->box.width, first->box.x + first->box.width, 0.21);
  g_assert_cmpfloat (eighth->box.x, >, quarter->box.x + quarter->box.width);
  g_assert_cmpfloat_with_epsilon (eighth->box.y, quarter->box.y, 0.21);
  g_assert_nonnull (sample_find_text (shapes, "50.0%"));
}

/* A stage without a figure keeps its place, and what comes after it has no share of it, but one of the first. */
static void
test_missing (void)
{
  static const double values[] = { 800, NAN, 100 };
  g_autoptr (AtlasTable) table = sample_stages (values, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 1)->label, ==, "not published");
  g_assert_nonnull (strstr (dump, "] 12.5%\n"));
  g_assert_null (strstr (dump, "] 100.0%"));
  g_assert_nonnull (strstr (dump, "–: no share, since a figure is missing"));
}

/* C10: of at least 2,000, 288 are at most 14.4 %; of two that are at least so many there is no share. */
static void
test_qualifiers (void)
{
  static const SampleRow rows[] = {
    { "640300", "registered", 2023, 3000, ATLAS_QUALIFIER_AT_LEAST },
    { "640300", "sat", 2023, 2000, ATLAS_QUALIFIER_AT_LEAST },
    { "640300", "passed", 2023, 288 },
  };
  g_autoptr (AtlasTable) table = sample_table ("exam", "stage", 2023, 2023, rows, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_nonnull (strstr (dump, "] ≤ 14.4%\n"));
  g_assert_nonnull (strstr (dump, "] ≤ 9.6%\n"));
  g_assert_null (strstr (dump, "66.7%"));
  g_assert_nonnull (strstr (dump, "] –\n"));
}

/* Two stages have one share; several regions are not mixed. */
static void
test_few_and_many (void)
{
  static const double values[] = { 800, 400 };
  g_autoptr (AtlasTable) two = sample_stages (values, 2);
  g_autoptr (AtlasTable) regions = sample_random (3, TRUE);
  g_autoptr (AtlasChartLayout) two_layout = lay_out (two);
  g_autoptr (AtlasChartLayout) regions_layout = lay_out (regions);
  g_autofree char *two_dump = atlas_chart_layout_dump (two_layout);
  g_autofree char *regions_dump = atlas_chart_layout_dump (regions_layout);

  g_assert_nonnull (strstr (two_dump, "of stage before"));
  g_assert_null (strstr (two_dump, "of first stage"));
  g_assert_nonnull (strstr (regions_dump, "A funnel shows the stages of one region"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/funnel/order-and-lengths", test_order_and_lengths);
  g_test_add_func ("/charts/funnel/shares", test_shares);
  g_test_add_func ("/charts/funnel/missing", test_missing);
  g_test_add_func ("/charts/funnel/qualifiers", test_qualifiers);
  g_test_add_func ("/charts/funnel/few-and-many", test_few_and_many);
  return g_test_run ();
}
