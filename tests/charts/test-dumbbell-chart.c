/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_DUMBBELL, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
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
  g_assert_not_reached ();
}

static double
middle_x (const AtlasChartMark *mark)
{
  return mark->bounds.x + mark->bounds.width / 2.0;
}

static AtlasTable *
make_shares (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 20.0 }, { "640000", NULL, 2023, 30.0 },
    { "640300", NULL, 2022, 25.0 }, { "640300", NULL, 2023, 17.7 },
    { "532900", NULL, 2022, 10.0 }, { "532900", NULL, 2023, 12.0, ATLAS_QUALIFIER_AT_LEAST },
    { "500110", NULL, 2022, NAN, .missing = ATLAS_MISSING_SUPPRESSED }, { "500110", NULL, 2023, 15.0 },
  };

  return sample_table ("share", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
}

/* Two dots a row on one axis, to scale: from 20 to 30 is as far as from 10 to 20. */
static void
test_positions (void)
{
  g_autoptr (AtlasTable) table = make_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0);
  const AtlasChartMark *a = mark_of (layout, "640000", 2022), *b = mark_of (layout, "640000", 2023);
  const AtlasChartMark *c = mark_of (layout, "532900", 2022);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 8);
  g_assert_cmpfloat_with_epsilon (middle_x (b) - middle_x (a), middle_x (a) - middle_x (c), 1e-6);
  g_assert_cmpfloat (a->bounds.y, ==, b->bounds.y);
  g_assert_cmpfloat (a->bounds.y, !=, c->bounds.y);
}

/* The lower value stands left of its dot, the higher right of it, whichever year it is. */
static void
test_labels (void)
{
  g_autoptr (AtlasTable) table = make_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *low = sample_find_text (shapes, "17.7%"), *high = sample_find_text (shapes, "25.0%");

  g_assert_cmpfloat (low->box.x + low->box.width, <, mark_of (layout, "640300", 2023)->bounds.x);
  g_assert_cmpfloat (high->box.x, >, mark_of (layout, "640300", 2022)->bounds.x);
}

/* C24: differences of per cent are in percentage points; where a figure is only at least so much, there is none. */
static void
test_differences (void)
{
  g_autoptr (AtlasTable) table = make_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  g_autoptr (AtlasChartLayout) narrow = lay_out (table, 300.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_autofree char *narrow_dump = atlas_chart_layout_dump (narrow);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *up = sample_find_text (shapes, "+10.0 percentage points");
  const SampleShape *down = sample_find_text (shapes, "−7.3 percentage points");

  g_assert_cmpfloat_with_epsilon (up->box.x + up->box.width, down->box.x + down->box.width, 0.21);
  g_assert_null (strstr (dump, "2.0 percentage points"));
  g_assert_null (strstr (narrow_dump, "percentage points"));
  g_assert_nonnull (strstr (dump, "≥: at least"));
  g_assert_nonnull (strstr (dump, "Dashed: the two figures do not make a change"));
  g_assert_null (strstr (dump, "arrow"));
}

/* A line between two parts of one year is solid where both are exact. */
static void
test_parts (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 30 }, { "640000", "senior", 2023, 20 },
    { "640300", "assistant", 2023, 10 }, { "640300", "senior", 2023, 8, ATLAS_QUALIFIER_AT_LEAST },
  };
  g_autoptr (AtlasTable) all = sample_table ("people", "grade", 2023, 2023, rows, 4);
  g_autoptr (AtlasTable) exact = sample_table ("people", "grade", 2023, 2023, rows, 2);
  g_autoptr (AtlasChartLayout) layout = lay_out (all, 600.0);
  g_autoptr (AtlasChartLayout) exact_layout = lay_out (exact, 600.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_autofree char *exact_dump = atlas_chart_layout_dump (exact_layout);

  g_assert_nonnull (strstr (dump, "Dashed: no difference is stated between the two figures"));
  g_assert_null (strstr (exact_dump, "Dashed"));
}

/* C7, C8: where one of two is missing, its sign stands left of the other dot, and is explained. */
static void
test_missing (void)
{
  g_autoptr (AtlasTable) table = make_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *sign = sample_find_text (shapes, "※");

  g_assert_cmpfloat (sign->box.x + sign->box.width, <, mark_of (layout, "500110", 2023)->bounds.x);
  g_assert_cmpstr (mark_of (layout, "500110", 2022)->label, ==, "suppressed");
  g_assert_nonnull (sample_find_text (shapes, "≥: at least   ※: suppressed"));
}

/* Of twelve years the first and the last are shown, in the two colours and forms that two years have. */
static void
test_years_between (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_nonnull (strstr (dump, "[ramp 1]"));
  g_assert_nonnull (strstr (dump, "[ramp 2]"));
  g_assert_null (strstr (dump, "[slot"));
  g_assert_nonnull (strstr (dump, "Not shown, as they lie between: 2013–2022"));
}

/* C2: rows stand by the latest year, those without it last; or by the difference, which is then said. */
static void
test_order (void)
{
  static const char *const by_value[] = { "640000", "640300", "500110", "532900" };
  static const char *const by_gap[] = { "640000", "640300", "532900", "500110" };
  g_autoptr (AtlasTable) table = make_shares ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_DUMBBELL, table);
  g_autoptr (AtlasChartLayout) value_layout = lay_out (table, 600.0);
  g_autoptr (AtlasChartLayout) gap_layout = NULL;
  g_autofree char *value_dump = atlas_chart_layout_dump (value_layout);
  g_autofree char *gap_dump = NULL;

  spec->by_gap = TRUE;
  gap_layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  gap_dump = atlas_chart_layout_dump (gap_layout);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (atlas_chart_layout_get_mark (value_layout, 2 * i)->observation->region->code, ==, by_value[i]);
      g_assert_cmpstr (atlas_chart_layout_get_mark (gap_layout, 2 * i)->observation->region->code, ==, by_gap[i]);
    }
  g_assert_null (strstr (value_dump, "In the order of the difference"));
  g_assert_nonnull (strstr (gap_dump, "In the order of the difference"));
}

/* Either dot is found on its side of the middle, anywhere in the row. */
static void
test_hit (void)
{
  g_autoptr (AtlasTable) table = make_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0);
  const AtlasChartMark *low = mark_of (layout, "640300", 2023), *high = mark_of (layout, "640300", 2022);
  double middle = (middle_x (low) + middle_x (high)) / 2.0, y = low->hit.y + 2.0;

  g_assert_true (atlas_chart_layout_get_mark (layout, (guint) atlas_chart_layout_find_mark (layout, middle - 1.0, y)) == low);
  g_assert_true (atlas_chart_layout_get_mark (layout, (guint) atlas_chart_layout_find_mark (layout, middle + 1.0, y)) == high);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/dumbbell/positions", test_positions);
  g_test_add_func ("/charts/dumbbell/labels", test_labels);
  g_test_add_func ("/charts/dumbbell/differences", test_differences);
  g_test_add_func ("/charts/dumbbell/parts", test_parts);
  g_test_add_func ("/charts/dumbbell/missing", test_missing);
  g_test_add_func ("/charts/dumbbell/years-between", test_years_between);
  g_test_add_func ("/charts/dumbbell/order", test_order);
  g_test_add_func ("/charts/dumbbell/hit", test_hit);
  return g_test_run ();
}
