/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/shape-list.h"

static const char *const regions[] = { "640000", "640300", "532900", "500110" };

/* INDICATOR of the first N sample regions. */
static AtlasTable *
make_part (const char   *indicator,
           const double *values,
           guint         n)
{
  SampleRow rows[G_N_ELEMENTS (regions)];

  for (guint i = 0; i < n; i++)
    rows[i] = (SampleRow) { regions[i], NULL, 2023, values[i] };
  return sample_table (indicator, NULL, 2023, 2023, rows, n);
}

static AtlasTable *
make_joined (const char   *x_indicator,
             const double *x,
             const char   *y_indicator,
             const double *y,
             guint         n)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  g_ptr_array_add (parts, make_part (x_indicator, x, n));
  g_ptr_array_add (parts, make_part (y_indicator, y, n));
  return atlas_table_join (parts);
}

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      reference,
         const char *label)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_SCATTER, table);

  atlas_chart_spec_set_reference (spec, reference, label);
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
}

static AtlasPoint
middle_of (const AtlasChartLayout *layout,
           const char             *region)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      if (strcmp (mark->observation->region->code, region) == 0)
        return (AtlasPoint) { mark->bounds.x + mark->bounds.width / 2.0, mark->bounds.y + mark->bounds.height / 2.0 };
    }
  g_assert_not_reached ();
}

/* The n-th dashed line. */
static AtlasRect
dashed (const AtlasChartLayout *layout,
        guint                   n)
{
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "line") == 0 && strcmp (shape->paint, "text") == 0 && n-- == 0)
        return shape->box;
    }
  g_assert_not_reached ();
}

static gboolean
says (const AtlasChartLayout *layout,
      const char             *text)
{
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  return strstr (dump, text) != NULL;
}

/* Both axes begin at 0 and are linear, and the line of the rate of all (7,000 ÷ 700) goes through the origin until it
 * leaves the top at 300 people. */
static void
test_rate (void)
{
  const double people[] = { 100, 200, 400 }, money[] = { 1000, 3000, 3000 };
  g_autoptr (AtlasTable) table = make_joined ("people", people, "money", money, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);
  AtlasPoint one = middle_of (layout, "640000"), two = middle_of (layout, "640300"), four = middle_of (layout, "532900");
  double hundred = two.x - one.x, thousand = (one.y - two.y) / 2.0;
  AtlasRect line = dashed (layout, 0);

  g_assert_cmpfloat_with_epsilon (four.x - one.x, 3.0 * hundred, 1e-6);
  g_assert_cmpfloat_with_epsilon (four.y, two.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (line.x, one.x - hundred, 0.1);
  g_assert_cmpfloat_with_epsilon (line.y + line.height, one.y + thousand, 0.1);
  g_assert_cmpfloat_with_epsilon (line.x + line.width, one.x + 2.0 * hundred, 0.1);
  g_assert_cmpfloat_with_epsilon (line.y, two.y, 0.1);
  g_assert_true (says (layout, "All shown together: 100 yuan per 10 people"));
}

/* A rate that is given, such as the parent's, takes its place: 20 yuan a person leave the top at 150 people. */
static void
test_reference (void)
{
  const double people[] = { 100, 200, 400 }, money[] = { 1000, 3000, 3000 };
  g_autoptr (AtlasTable) table = make_joined ("people", people, "money", money, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 20.0, "Ningxia: 20 yuan");
  AtlasPoint one = middle_of (layout, "640000"), two = middle_of (layout, "640300");
  AtlasRect line = dashed (layout, 0);

  g_assert_cmpfloat_with_epsilon (line.x + line.width, (one.x + two.x) / 2.0, 0.1);
  g_assert_true (says (layout, "Ningxia: 20 yuan"));
  g_assert_false (says (layout, "All shown together"));
}

/* A count against a share: quadrants at the medians 753 and 24.0 %, which are both Wuzhong's. */
static void
test_medians (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);
  AtlasPoint middle = middle_of (layout, "640300");

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpfloat_with_epsilon (dashed (layout, 0).x, middle.x, 0.1);
  g_assert_cmpfloat_with_epsilon (dashed (layout, 1).y, middle.y, 0.1);
  g_assert_true (says (layout, "Median 753"));
  g_assert_true (says (layout, "Median 24.0%"));
  g_assert_true (says (layout, "Certified social workers (people)"));
  g_assert_true (says (layout, "Certified share (%)"));
}

/* C28: who has one value only is named, with the reason. */
static void
test_one_missing (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);

  g_assert_true (says (layout, "Certified share, not published: Qijiang"));
  g_assert_false (says (layout, "Certified social workers, not published"));
}

/* Nothing is lost of random tables: each region is a point or is named. */
static void
test_all_named (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (AtlasTable) table = sample_for (ATLAS_CHART_SCATTER, 30);
      g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);
      g_autofree char *dump = atlas_chart_layout_dump (layout);
      guint n_named = 0;

      for (guint i = 0; i < 30; i++)
        {
          const AtlasObservation *x = atlas_table_get_row (table, i), *y = atlas_table_get_row (table, 30 + i);
          g_autofree char *name = atlas_region_dup_short_name (x->region);

          if (!atlas_observation_is_missing (x) && !atlas_observation_is_missing (y))
            continue;
          g_assert_nonnull (strstr (dump, name));
          n_named++;
        }
      g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout) + n_named, ==, 30);
    }
}

/* A limit may leave a region out of one of the two: that is not said to be unpublished. */
static void
test_limited (void)
{
  const double people[] = { 100, 200 }, money[] = { 1000, 3000, 500 };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;

  g_ptr_array_add (parts, make_part ("people", people, 2));
  g_ptr_array_add (parts, make_part ("money", money, 3));
  table = atlas_table_join (parts);
  layout = lay_out (table, NAN, NULL);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_true (says (layout, "Certified social workers, not among those asked for: Dali"));
}

/* C10: of Dali the share is at most so much, and its people stand in from another time. */
static void
test_signs (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);

  g_assert_true (says (layout, "Dali Prefecture (across: undated)"));
  g_assert_true (says (layout, "Arrow down or to the left: at most"));
  g_assert_true (says (layout, "[background]"));
}

/* A mark is of the value up, and tells both. */
static void
test_texts (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);
  int found;
  AtlasPoint at = middle_of (layout, "640300");
  g_autofree char *text = NULL;
  g_autofree char *description = atlas_chart_layout_dup_description (layout);

  found = atlas_chart_layout_find_mark (layout, at.x + 3.0, at.y - 3.0);
  g_assert_cmpint (found, >=, 0);
  text = atlas_chart_layout_dup_mark_text (layout, (guint) found);
  g_assert_cmpstr (text, ==, "Wuzhong City · Certified social workers 753 people, 2023; Certified share 24.0%, 2023");
  g_assert_nonnull (strstr (description, "Certified social workers: 4 values. Highest: Ningxia"));
  g_assert_nonnull (strstr (description, "Certified share: 3 values."));
}

/* The arrow keys go from left to right, whichever pair is pressed. */
static void
test_step (void)
{
  const double people[] = { 100, 400, 200 }, money[] = { 1000, 3000, 3000 };
  g_autoptr (AtlasTable) table = make_joined ("people", people, "money", money, 3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpint (atlas_chart_layout_step (layout, 0, 1, 0), ==, 1);
  g_assert_cmpint (atlas_chart_layout_step (layout, 1, 0, 1), ==, 2);
  for (guint m = 0; m < 2; m++)
    g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, m)->bounds.x, <,
                       atlas_chart_layout_get_mark (layout, m + 1)->bounds.x);
}

/* Sizes over powers of ten: both axes logarithmic, said beside them and below, and a line of one rate at their slope. */
static void
test_log (void)
{
  const double people[] = { 10, 100, 1000, 10000 }, money[] = { 1e3, 1e4, 1e5, 1e6 };
  g_autoptr (AtlasTable) table = make_joined ("people", people, "money", money, 4);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);
  AtlasPoint first = middle_of (layout, regions[0]), last = middle_of (layout, regions[3]);
  AtlasRect line = dashed (layout, 0);

  for (guint i = 1; i < 3; i++)
    {
      AtlasPoint at = middle_of (layout, regions[i]);

      g_assert_cmpfloat_with_epsilon (at.x, first.x + (last.x - first.x) * i / 3.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (at.y, first.y + (last.y - first.y) * i / 3.0, 1e-6);
    }
  g_assert_cmpfloat_with_epsilon (line.width, last.x - first.x, 0.2);
  g_assert_cmpfloat_with_epsilon (line.height, first.y - last.y, 0.2);
  g_assert_true (says (layout, "Certified social workers (people, logarithmic)"));
  g_assert_true (says (layout, "Logarithmic axis: equal distances are equal multiples"));
}

/* A 0 among them has no place on such an axis: then it is linear. */
static void
test_zero (void)
{
  const double people[] = { 0, 100, 1000, 10000 }, money[] = { 1e3, 1e4, 1e5, 1e6 };
  g_autoptr (AtlasTable) table = make_joined ("people", people, "money", money, 4);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, NAN, NULL);

  g_assert_false (says (layout, "ogarithmic"));
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
}

static void
test_few (void)
{
  const double one[] = { 5 }, none[] = { NAN };
  g_autoptr (AtlasTable) single = make_joined ("people", one, "money", one, 1);
  g_autoptr (AtlasTable) half = make_joined ("people", one, "money", none, 1);
  g_autoptr (AtlasChartLayout) layout = lay_out (single, NAN, NULL);
  g_autoptr (AtlasChartLayout) empty = lay_out (half, NAN, NULL);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 1);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (empty), ==, 0);
  g_assert_true (says (empty, "No region has both figures"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/scatter/rate", test_rate);
  g_test_add_func ("/charts/scatter/reference", test_reference);
  g_test_add_func ("/charts/scatter/medians", test_medians);
  g_test_add_func ("/charts/scatter/one-missing", test_one_missing);
  g_test_add_func ("/charts/scatter/all-named", test_all_named);
  g_test_add_func ("/charts/scatter/limited", test_limited);
  g_test_add_func ("/charts/scatter/signs", test_signs);
  g_test_add_func ("/charts/scatter/texts", test_texts);
  g_test_add_func ("/charts/scatter/step", test_step);
  g_test_add_func ("/charts/scatter/log", test_log);
  g_test_add_func ("/charts/scatter/zero", test_zero);
  g_test_add_func ("/charts/scatter/few", test_few);
  return g_test_run ();
}
