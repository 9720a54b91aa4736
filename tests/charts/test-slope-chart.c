/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

static AtlasChartLayout *
lay_out (AtlasTable *table)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_SLOPE, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 720.0, 400.0);
}

/* Three regions over two years, and one whose second year is missing. */
static AtlasTable *
make_four (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 400 }, { "640000", NULL, 2023, 500 },
    { "640300", NULL, 2022, 300 }, { "640300", NULL, 2023, 100 },
    { "532900", NULL, 2022, 200 }, { "532900", NULL, 2023, 200, ATLAS_QUALIFIER_AT_LEAST },
    { "500110", NULL, 2022, 250 }, { "500110", NULL, 2023, NAN, .missing = ATLAS_MISSING_OTHER_YEARS },
  };

  return sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
}

static const AtlasChartMark *
mark_of (const AtlasChartLayout *layout,
         const char             *code,
         int                     year)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      if (mark->observation->year == year && strcmp (mark->observation->region->code, code) == 0)
        return mark;
    }
  return NULL;
}

static double
middle_y (const AtlasChartMark *mark)
{
  return mark->bounds.y + mark->bounds.height / 2.0;
}

/* A year between the two is not shown: its 90,000 neither stretches the axis nor is the highest value that is told of. */
static void
test_between (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 400 }, { "640000", NULL, 2022, 90000 }, { "640000", NULL, 2023, 500 },
    { "640300", NULL, 2021, 300 }, { "640300", NULL, 2022, 200 },   { "640300", NULL, 2023, 100 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *text = atlas_chart_layout_dup_description (layout);
  double top = middle_y (mark_of (layout, "640000", 2023)), bottom = middle_y (mark_of (layout, "640300", 2023));

  g_assert_null (mark_of (layout, "640000", 2022));
  g_assert_cmpfloat (bottom - top, >, 200.0);
  g_assert_nonnull (strstr (text, "4 values. Highest: Ningxia Hui Autonomous Region 500 people; lowest: Wuzhong"));
}

/* The years stand at two places, and heights are to scale: 500 is twice as far from 100 as 300 is. */
static void
test_positions (void)
{
  g_autoptr (AtlasTable) table = make_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  const AtlasChartMark *low = mark_of (layout, "640300", 2023), *high = mark_of (layout, "640000", 2023);
  const AtlasChartMark *left = mark_of (layout, "640300", 2022);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 7);
  g_assert_null (mark_of (layout, "500110", 2023));
  g_assert_cmpfloat (low->bounds.x, ==, high->bounds.x);
  g_assert_cmpfloat (left->bounds.x, ==, mark_of (layout, "640000", 2022)->bounds.x);
  g_assert_cmpfloat (left->bounds.x, <, low->bounds.x);
  g_assert_cmpfloat_with_epsilon (middle_y (low) - middle_y (high), 2.0 * (middle_y (low) - middle_y (left)), 1e-6);
}

/* Both ends are named, the value next to its point, on the line of the point. */
static void
test_labels (void)
{
  g_autoptr (AtlasTable) table = make_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *left = sample_find_text (shapes, "Wuzhong City 300");
  const SampleShape *right = sample_find_text (shapes, "100 Wuzhong City");

  g_assert_nonnull (sample_find_text (shapes, "2022"));
  g_assert_nonnull (sample_find_text (shapes, "2023"));
  g_assert_cmpfloat (left->box.x + left->box.width, <, mark_of (layout, "640300", 2022)->bounds.x);
  g_assert_cmpfloat (right->box.x, >, mark_of (layout, "640300", 2023)->bounds.x);
  g_assert_cmpfloat_with_epsilon (right->box.y + right->box.height / 2.0, middle_y (mark_of (layout, "640300", 2023)), 3.0);
}

static guint
count_lines (GPtrArray  *shapes,
             double      left,
             double      right)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      n += strcmp (shape->kind, "line") == 0 && fabs (shape->box.x - left) < 0.2 &&
           fabs (shape->box.x + shape->box.width - right) < 0.2;
    }
  return n;
}

/* C7, C10: a missing end has no line and is named; an end that is only at least so much makes no change. */
static void
test_missing_and_at_least (void)
{
  g_autoptr (AtlasTable) table = make_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  AtlasRect left = mark_of (layout, "640300", 2022)->bounds, right = mark_of (layout, "640300", 2023)->bounds;

  g_assert_cmpuint (count_lines (shapes, left.x + left.width / 2.0, right.x + right.width / 2.0), ==, 3);
  g_assert_nonnull (strstr (dump, "2023, only other years: Qijiang District"));
  g_assert_nonnull (strstr (dump, " dashed [neutral]"));
  g_assert_nonnull (strstr (dump, "Dashed: the two figures do not make a change"));
  g_assert_nonnull (strstr (dump, "≥ 200 Dali"));
  g_assert_nonnull (strstr (dump, "≥ and an arrow up: at least"));
}

/* Of the lines between the axes the last is drawn in colour, and all others are dim. */
static void
assert_last_in_colour (const AtlasChartLayout *layout)
{
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < shapes->len; i++)
    {
      SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "line") == 0 && shape->box.width > 100.0)
        g_ptr_array_add (lines, shape);
    }
  g_assert_cmpuint (lines->len, ==, 40);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (((SampleShape *) g_ptr_array_index (lines, i))->paint, ==, i < 39 ? "dim" : "neutral");
}

/* Of many lines, the one that falls is drawn in colour and over the others, and keeps its label where there is no room for
 * all. */
static void
test_falling (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autofree char *dump = NULL;

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *code = g_strdup_printf ("900%03u", i);
      SampleRow before = { sample_region (code)->code, NULL, 2022, 1000 + 10 * i };
      SampleRow after = { before.region, NULL, 2023, before.value + (i == 1 ? -5.0 : 5.0) };

      g_array_append_val (rows, before);
      g_array_append_val (rows, after);
    }
  table = sample_table ("people", NULL, 2022, 2023, (const SampleRow *) rows->data, rows->len);
  spec = atlas_chart_spec_new (ATLAS_CHART_SLOPE, table);
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 720.0, 300.0);
  dump = atlas_chart_layout_dump (layout);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 80);
  g_assert_nonnull (strstr (dump, "1,005 Sample"));
  g_assert_nonnull (strstr (dump, "Thick: falling"));
  g_assert_nonnull (strstr (dump, " labels"));
  g_assert_nonnull (strstr (dump, "The vertical axis does not begin at 0"));
  assert_last_in_colour (layout);
}

/* A chart of two regions, of which the lower one has LOWEST: where it ends, and whether the chart says that 0 is not on its axis. */
static double
find_lowest (double    lowest,
             gboolean *out_says)
{
  const SampleRow rows[] = {
    { "640000", NULL, 2022, 400 }, { "640000", NULL, 2023, 500 },
    { "640300", NULL, 2022, 300 }, { "640300", NULL, 2023, lowest },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  *out_says = strstr (dump, "The vertical axis does not begin at 0") != NULL;
  return middle_y (mark_of (layout, "640300", 2023));
}

/* The lines take all the height, whatever the lowest value, and the chart says so; of 500 a lowest value of 40 leaves 0 where it is. */
static void
test_zero (void)
{
  gboolean says_of_half, says_of_fifth, says_of_little;
  double half = find_lowest (240, &says_of_half), fifth = find_lowest (100, &says_of_fifth);

  find_lowest (40, &says_of_little);
  g_assert_cmpfloat_with_epsilon (half, fifth, 0.01);
  g_assert_true (says_of_half && says_of_fifth);
  g_assert_false (says_of_little);
}

/* Years between are named, not drawn; a single one has nothing to be set against. */
static void
test_number_of_years (void)
{
  static const SampleRow rows[] = { { "640000", NULL, 2023, 400 }, { "640300", NULL, 2023, 300 } };
  g_autoptr (AtlasTable) many = sample_years (2);
  g_autoptr (AtlasTable) one = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) many_layout = lay_out (many);
  g_autoptr (AtlasChartLayout) one_layout = lay_out (one);
  g_autofree char *many_dump = atlas_chart_layout_dump (many_layout);
  g_autofree char *one_dump = atlas_chart_layout_dump (one_layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (many_layout), ==, 4);
  g_assert_nonnull (strstr (many_dump, "Not shown, as they lie between: 2013–2022"));
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (one_layout), ==, 2);
  g_assert_nonnull (strstr (one_dump, "There is nothing to set it against"));
}

/* C22: people and per cent have no axis in common. */
static void
test_units (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 0);
  g_assert_nonnull (strstr (dump, "Indicators in different units have no axis in common"));
}

/* In a narrow chart names are not cut to nothing on both sides: they stand on the right alone, in full. */
static void
test_narrow (void)
{
  static const SampleRow rows[] = {
    { "640300", NULL, 2022, 700 }, { "640300", NULL, 2023, 753 },
    { "500110", NULL, 2022, 400 }, { "500110", NULL, 2023, 810 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_SLOPE, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 264.0, 144.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_nonnull (sample_find_text (shapes, "700"));
  g_assert_nonnull (sample_find_text (shapes, "400"));
  g_assert_cmpstr (sample_find_text (shapes, "753")->text, ==, "753 Wuzhong City");
  g_assert_cmpstr (sample_find_text (shapes, "810")->text, ==, "810 Qijiang District");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/slope/positions", test_positions);
  g_test_add_func ("/charts/slope/zero", test_zero);
  g_test_add_func ("/charts/slope/between", test_between);
  g_test_add_func ("/charts/slope/labels", test_labels);
  g_test_add_func ("/charts/slope/missing-and-at-least", test_missing_and_at_least);
  g_test_add_func ("/charts/slope/falling", test_falling);
  g_test_add_func ("/charts/slope/number-of-years", test_number_of_years);
  g_test_add_func ("/charts/slope/units", test_units);
  g_test_add_func ("/charts/slope/narrow", test_narrow);
  return g_test_run ();
}
