/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

static const SampleRow grades[] = {
  { "640000", "assistant", 2023, 3202 },
  { "640000", "intermediate", 2023, 868 },
  { "640000", "senior", 2023, 2 },
  { "640300", "assistant", 2023, 500 },
  { "640300", "intermediate", 2023, 253 },
  { "640300", "senior", 2023, NAN },
};

static AtlasChartLayout *
lay_out (AtlasChartKind   kind,
         const SampleRow *rows,
         guint            n_rows,
         double           width)
{
  g_autoptr (AtlasTable) table = sample_table ("people", "grade", 2023, 2023, rows, n_rows);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
}

/* Parts lie side by side, each as long as its value, and the total stands at the end. */
static void
test_parts (void)
{
  g_autoptr (AtlasChartLayout) layout = lay_out (ATLAS_CHART_STACKED_BAR, grades, 6, 600.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  AtlasRect first = atlas_chart_layout_get_mark (layout, 0)->bounds;
  AtlasRect second = atlas_chart_layout_get_mark (layout, 1)->bounds;
  AtlasRect third = atlas_chart_layout_get_mark (layout, 2)->bounds;

  g_assert_cmpfloat_with_epsilon (second.width / first.width, 868.0 / 3202.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (second.x, first.x + first.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (third.x, second.x + second.width, 1e-6);
  g_assert_nonnull (sample_find_text (shapes, "4,072"));
}

/* The end of a bar that is at least so long has room, and its text stays inside, at every height of the rows. */
static void
test_ends_inside (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 90000, ATLAS_QUALIFIER_AT_LEAST, .period = "2021" },
    { "640000", "intermediate", 2023, 8000, ATLAS_QUALIFIER_AT_LEAST },
    { "640000", "senior", 2023, 2000, ATLAS_QUALIFIER_AT_LEAST },
    { "640300", "assistant", 2023, 500 },
    { "640300", "intermediate", 2023, 253 },
    { "640300", "senior", 2023, 4 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STACKED_BAR, table);

  for (double height = 130.0; height < 300.0; height += 1.0)
    {
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 620.0, height);
      g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
      const SampleShape *end = sample_find_text (shapes, "different dates, no total");

      g_assert_nonnull (end);
      /* The dump has tenths. */
      g_assert_cmpfloat (end->box.x + end->box.width, <=, 620.0 + 0.1);
    }
}

/* The third grade is missing: the total is unknown, in both kinds, and no share can be said. */
static void
test_missing_part (void)
{
  g_autoptr (AtlasChartLayout) stacked = lay_out (ATLAS_CHART_STACKED_BAR, grades, 6, 600.0);
  g_autoptr (AtlasChartLayout) percent = lay_out (ATLAS_CHART_PERCENT_BAR, grades, 6, 600.0);
  g_autoptr (GPtrArray) stacked_shapes = sample_list_shapes (stacked);
  g_autoptr (GPtrArray) percent_shapes = sample_list_shapes (percent);

  g_assert_nonnull (sample_find_text (stacked_shapes, "total unknown"));
  g_assert_nonnull (sample_find_text (percent_shapes, "total unknown, no figure for: Senior"));
  g_assert_null (sample_find_text (stacked_shapes, "753"));
  for (guint m = 3; m < 6; m++)
    {
      g_assert_cmpfloat (atlas_chart_layout_get_mark (percent, m)->bounds.width, ==, 0.0);
      if (m < 5)
        g_assert_cmpfloat (atlas_chart_layout_get_mark (stacked, m)->bounds.width, >, 0.0);
    }
}

/* Shares of 4,072: 3,202 is 78.6 %, 868 is 21.3 %. All bars that are drawn are of one length, whose n is said. */
static void
test_percent (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 3202 }, { "640000", "intermediate", 2023, 868 }, { "640000", "senior", 2023, 2 },
    { "640300", "assistant", 2023, 1 },    { "640300", "intermediate", 2023, 1 },   { "640300", "senior", 2023, 2 },
  };
  g_autoptr (AtlasChartLayout) layout = lay_out (ATLAS_CHART_PERCENT_BAR, rows, 6, 700.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  double lengths[2] = { 0.0, 0.0 };

  g_assert_nonnull (sample_find_text (shapes, "78.6%"));
  g_assert_nonnull (sample_find_text (shapes, "21.3%"));
  g_assert_nonnull (sample_find_text (shapes, "n = 4,072"));
  g_assert_nonnull (sample_find_text (shapes, "n = 4"));
  g_assert_nonnull (strstr (dump, "n = 100%"));
  for (guint m = 0; m < 6; m++)
    lengths[m / 3] += atlas_chart_layout_get_mark (layout, m)->bounds.width;
  g_assert_cmpfloat_with_epsilon (lengths[0], lengths[1], 1e-6);
}

/* One bar alone: its parts carry their names, and those too narrow stand below with colour and share. */
static void
test_single (void)
{
  g_autoptr (AtlasChartLayout) layout = lay_out (ATLAS_CHART_PERCENT_BAR, grades, 3, 600.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *inside = sample_find_text (shapes, "Assistant 3,202   78.6%");
  const SampleShape *below = sample_find_text (shapes, "Senior 2 (0.05%)");
  AtlasRect first = atlas_chart_layout_get_mark (layout, 0)->bounds;

  g_assert_nonnull (inside);
  g_assert_cmpfloat (inside->box.x, >, first.x);
  g_assert_cmpfloat (inside->box.x + inside->box.width, <, first.x + first.width);
  g_assert_nonnull (below);
  g_assert_cmpfloat (below->box.y, >, first.y + first.height);
  g_assert_nonnull (sample_find_text (shapes, "Intermediate 868"));
}

/* C21: the grades have the steps of the ramp, whatever comes first in the table. */
static void
test_ramp (void)
{
  const SampleRow rows[] = { grades[2], grades[0], grades[1] };
  g_autoptr (AtlasChartLayout) layout = lay_out (ATLAS_CHART_STACKED_BAR, rows, 3, 600.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  const char *one = strstr (dump, "[ramp 0]"), *two = strstr (dump, "[ramp 1]");

  g_assert_nonnull (one);
  g_assert_nonnull (two);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 0)->row, ==, 1);
  g_assert_true (one < two);
}

/* Purposes are no complete set: what is published of them is at least so much. */
static void
test_incomplete_set (void)
{
  static const SampleRow rows[] = {
    { "640000", "service_purchase", 2023, 6000 }, { "640000", "training", 2023, 1500 },
    { "640300", "service_purchase", 2023, 300 },  { "640300", "training", 2023, NAN },
  };
  g_autoptr (AtlasTable) table = sample_table ("money", "purpose", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STACKED_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_nonnull (sample_find_text (shapes, "≥ 7,500"));
  g_assert_nonnull (sample_find_text (shapes, "≥ 300"));
}

/* A ledger names the purpose of every entry: its parts are all there is. Of a region with a published part besides they are not. */
static void
test_counted_parts (void)
{
  static const SampleRow rows[] = {
    { "640000", "service_purchase", 2023, 6000 }, { "640000", "training", 2023, 1500 },
    { "640300", "service_purchase", 2023, 300 },  { "640300", "training", 2023, 82 },
  };
  g_autoptr (AtlasTable) table = sample_table ("money", "purpose", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STACKED_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  for (guint i = 0; i < 3; i++)
    ((AtlasObservation *) atlas_table_get_row (table, i))->basis = ATLAS_BASIS_REGISTERS;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  shapes = sample_list_shapes (layout);
  g_assert_nonnull (sample_find_text (shapes, "7,500"));
  g_assert_null (sample_find_text (shapes, "≥ 7,500"));
  g_assert_nonnull (sample_find_text (shapes, "≥ 382"));
}

/* What was paid in 2023 and what was paid since 2021 make no sum. */
static void
test_different_dates (void)
{
  static const SampleRow rows[] = {
    { "640300", "service_purchase", 2023, 300 },
    { "640300", "training", 2023, 82, .period = "2021/.." },
    { "640000", "service_purchase", 2023, 6000 },
    { "640000", "training", 2023, 1500 },
  };
  g_autoptr (AtlasTable) table = sample_table ("money", "purpose", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STACKED_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_nonnull (sample_find_text (shapes, "≥ 7,500"));
  g_assert_null (sample_find_text (shapes, "≥ 382"));
  g_assert_nonnull (sample_find_text (shapes, "different dates, no total"));
}

/* With rows limited, the second region kept one grade of three: that is no total of its workers. */
static void
test_limited_rows (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 3202 },
    { "640000", "intermediate", 2023, 868 },
    { "640000", "senior", 2023, 2 },
    { "640300", "senior", 2023, 43 },
  };
  g_autoptr (AtlasChartLayout) stacked = lay_out (ATLAS_CHART_STACKED_BAR, rows, G_N_ELEMENTS (rows), 600.0);
  g_autoptr (AtlasChartLayout) percent = lay_out (ATLAS_CHART_PERCENT_BAR, rows, G_N_ELEMENTS (rows), 600.0);
  g_autoptr (GPtrArray) stacked_shapes = sample_list_shapes (stacked);
  g_autoptr (GPtrArray) percent_shapes = sample_list_shapes (percent);

  g_assert_nonnull (sample_find_text (stacked_shapes, "4,072"));
  g_assert_null (sample_find_text (stacked_shapes, "43"));
  g_assert_nonnull (sample_find_text (stacked_shapes, "total unknown"));
  g_assert_null (sample_find_text (percent_shapes, "n = 43"));
}

/* C25: thirds are 33.3 % each, which makes 99.9; halves make 100.0. Whole numbers always add up. */
static void
test_rounding (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 1 },
    { "640000", "intermediate", 2023, 1 },
    { "640000", "senior", 2023, 1 },
    { "640300", "assistant", 2023, 2 },
    { "640300", "intermediate", 2023, 1 },
    { "640300", "senior", 2023, 1 },
  };
  g_autoptr (AtlasChartLayout) thirds = lay_out (ATLAS_CHART_PERCENT_BAR, rows, 6, 900.0);
  g_autoptr (AtlasChartLayout) halves = lay_out (ATLAS_CHART_PERCENT_BAR, rows + 3, 3, 900.0);
  g_autoptr (AtlasChartLayout) counts = lay_out (ATLAS_CHART_STACKED_BAR, rows, 6, 900.0);
  g_autofree char *with = atlas_chart_layout_dump (thirds);
  g_autofree char *without = atlas_chart_layout_dump (halves);
  g_autofree char *exact = atlas_chart_layout_dump (counts);

  g_assert_nonnull (strstr (with, "Parts may not add up to the total as they are rounded"));
  g_assert_null (strstr (without, "Parts may not add up"));
  g_assert_null (strstr (exact, "Parts may not add up"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/stacked-bar/parts", test_parts);
  g_test_add_func ("/charts/stacked-bar/ends-inside", test_ends_inside);
  g_test_add_func ("/charts/stacked-bar/missing-part", test_missing_part);
  g_test_add_func ("/charts/stacked-bar/limited-rows", test_limited_rows);
  g_test_add_func ("/charts/stacked-bar/percent", test_percent);
  g_test_add_func ("/charts/stacked-bar/single", test_single);
  g_test_add_func ("/charts/stacked-bar/ramp", test_ramp);
  g_test_add_func ("/charts/stacked-bar/incomplete-set", test_incomplete_set);
  g_test_add_func ("/charts/stacked-bar/counted-parts", test_counted_parts);
  g_test_add_func ("/charts/stacked-bar/rounding", test_rounding);
  g_test_add_func ("/charts/stacked-bar/different-dates", test_different_dates);
  return g_test_run ();
}
