/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/chart-split.h"

static AtlasChartLayout *
lay_out (AtlasChartKind  kind,
         AtlasTable     *table,
         guint           first,
         guint           n)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);

  spec->first_category = first;
  spec->n_categories = n;
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
}

static const AtlasChartMark *
find_row (const AtlasChartLayout *layout,
          guint                   row)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    if (atlas_chart_layout_get_mark (layout, m)->row == row)
      return atlas_chart_layout_get_mark (layout, m);
  return NULL;
}

/* C1, C26: of every kind that has rows, those of a range stand across where they stand in the whole, as far from each
 * other, and the first of them where the first of all stands. */
static void
test_axis_stays (void)
{
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autoptr (AtlasTable) table = sample_for (kind, 50);
      g_autoptr (AtlasChartLayout) whole = lay_out (kind, table, 0, 0);
      g_autoptr (AtlasChartLayout) part = lay_out (kind, table, 20, 10);
      double shift = NAN;

      if (!atlas_chart_kind_get_traits (kind)->has_rows)
        continue;
      g_assert_cmpuint (atlas_chart_layout_get_n_marks (part), ==, atlas_chart_layout_get_n_marks (whole) / 5);
      g_assert_cmpfloat (atlas_chart_layout_get_height (part), <, atlas_chart_layout_get_height (whole) / 2.0);
      for (guint m = 0; m < atlas_chart_layout_get_n_marks (part); m++)
        {
          const AtlasChartMark *mark = atlas_chart_layout_get_mark (part, m), *same = find_row (whole, mark->row);

          if (isnan (shift))
            shift = same->bounds.y - mark->bounds.y;
          g_assert_cmpfloat (mark->bounds.x, ==, same->bounds.x);
          g_assert_cmpfloat (mark->bounds.width, ==, same->bounds.width);
          g_assert_cmpfloat_with_epsilon (same->bounds.y - mark->bounds.y, shift, 1e-6);
          g_assert_cmpfloat_with_epsilon (same->hit.y - mark->hit.y, shift, 1e-6);
        }
    }
}

/* Rows 3 and 4 of six: their names stay, the others go, legend and ticks stay, and the chart says what it shows. */
static void
test_shapes (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  g_autofree char *description = NULL;

  for (guint i = 1; i <= 6; i++)
    for (guint g = 0; g < 2; g++)
      {
        g_autofree char *code = g_strdup_printf ("900%03u", i);
        SampleRow row = { sample_region (code)->code, g == 0 ? "assistant" : "intermediate", 2023, 700 - 100 * i };

        g_array_append_val (rows, row);
      }
  table = sample_table ("people", "grade", 2023, 2023, (const SampleRow *) rows->data, rows->len);
  layout = lay_out (ATLAS_CHART_GROUPED_BAR, table, 2, 2);
  shapes = sample_list_shapes (layout);
  description = atlas_chart_layout_dup_description (layout);
  g_assert_nonnull (sample_find_text (shapes, "Assistant"));
  g_assert_nonnull (sample_find_text (shapes, "600"));
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sample county number %u", i);

      g_assert_cmpint (sample_find_text (shapes, name) != NULL, ==, i == 3 || i == 4);
    }
  g_assert_nonnull (sample_find_text (shapes, "Rows 3 to 4 of 6"));
  g_assert_nonnull (strstr (description, "Rows 3 to 4 of 6."));
}

/* A range beyond the end is what there is of it; one of all rows is the whole, and says nothing. */
static void
test_bounds (void)
{
  g_autoptr (AtlasTable) table = sample_random (10, FALSE);
  g_autoptr (AtlasChartLayout) beyond = lay_out (ATLAS_CHART_BAR, table, 8, 100);
  g_autoptr (AtlasChartLayout) far_beyond = lay_out (ATLAS_CHART_BAR, table, 1000, 5);
  g_autoptr (AtlasChartLayout) all = lay_out (ATLAS_CHART_BAR, table, 0, 10);
  g_autofree char *dump = atlas_chart_layout_dump (all);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (beyond), ==, 2);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (far_beyond), ==, 1);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (all), ==, 10);
  g_assert_null (strstr (dump, "Rows "));
}

/* The parts hold every row once, in order, and none is higher than asked; there are no more than needed. */
static void
test_split (void)
{
  const AtlasChartStyle *style = atlas_chart_style_print ();

  for (guint i = 0; i < 6; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 201), next = 0;
      g_autoptr (AtlasTable) table = sample_random (n, i % 2 == 0);
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (i % 2 == 0 ? ATLAS_CHART_STACKED_BAR : ATLAS_CHART_BAR, table);
      g_autoptr (GArray) ranges = atlas_chart_split (spec, style, 440.0, 560.0);
      double whole = atlas_chart_measure_height (spec, style, 440.0);

      g_assert_cmpint (ranges->len > 1, ==, whole > 560.0);
      for (guint k = 0; k < ranges->len; k++)
        {
          AtlasChartRange range = g_array_index (ranges, AtlasChartRange, k);

          g_assert_cmpuint (range.first, ==, next);
          next += range.n;
          spec->first_category = range.first;
          spec->n_categories = range.n;
          g_assert_cmpfloat (atlas_chart_measure_height (spec, style, 440.0), <=, 560.0);
        }
      g_assert_cmpuint (next, ==, n);
      g_assert_cmpuint (ranges->len, <=, (guint) (whole / 560.0) + 3);
    }
}

/* What shows 30 of 200 rows is cut into parts of these. */
static void
test_split_of_part (void)
{
  g_autoptr (AtlasTable) table = sample_random (200, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (GArray) ranges = NULL;
  guint next = 10;

  spec->first_category = 10;
  spec->n_categories = 30;
  ranges = atlas_chart_split (spec, atlas_chart_style_print (), 440.0, 300.0);
  g_assert_cmpuint (ranges->len, >, 1);
  for (guint k = 0; k < ranges->len; k++)
    {
      AtlasChartRange range = g_array_index (ranges, AtlasChartRange, k);

      g_assert_cmpuint (range.first, ==, next);
      next += range.n;
    }
  g_assert_cmpuint (next, ==, 40);
}

/* What has no rows is never cut. */
static void
test_no_rows (void)
{
  g_autoptr (AtlasTable) table = sample_years (4);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (GArray) ranges = atlas_chart_split (spec, atlas_chart_style_print (), 440.0, 60.0);

  g_assert_cmpuint (ranges->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/range/axis-stays", test_axis_stays);
  g_test_add_func ("/charts/range/shapes", test_shapes);
  g_test_add_func ("/charts/range/bounds", test_bounds);
  g_test_add_func ("/charts/range/split", test_split);
  g_test_add_func ("/charts/range/split-of-part", test_split_of_part);
  g_test_add_func ("/charts/range/no-rows", test_no_rows);
  return g_test_run ();
}
