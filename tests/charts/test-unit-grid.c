/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

static AtlasTable *
make_table (void)
{
  static const SampleRow rows[] = {
    { "640303101", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_REPORTED },
    { "640302100", NULL, 2023, 1 },
    { "640303100", NULL, 2023, 3 },
    { "640302400", NULL, 2023, 2 },
    { "640302101", NULL, 2023, 0 },
  };

  return sample_table ("stations", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width,
         double      height)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_UNIT_GRID, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, height);
}

/* By county, in the order of codes, a cell each; the title counts those that have one among those that count. */
static void
test_groups (void)
{
  static const char *const codes[] = { "640302100", "640302101", "640302400", "640303100", "640303101" };
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  AtlasRect first, cell;

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 5);
  first = atlas_chart_layout_get_mark (layout, 0)->bounds;
  for (guint m = 0; m < 5; m++)
    {
      g_assert_cmpstr (atlas_chart_layout_get_mark (layout, m)->observation->region->code, ==, codes[m]);
      cell = atlas_chart_layout_get_mark (layout, m)->bounds;
      g_assert_cmpfloat_with_epsilon (cell.x, first.x + 15.5 * (m < 3 ? m : m - 3), 1e-6);
      g_assert_true (m < 3 ? cell.y == first.y : cell.y > first.y + 14.0);
      g_assert_cmpfloat (cell.width, ==, 14.0);
      g_assert_cmpfloat (cell.height, ==, 14.0);
    }
  g_assert_nonnull (sample_find_text (shapes, "Litong District 1/2"));
  g_assert_nonnull (sample_find_text (shapes, "Hongsibao District 1/2"));
}

/* Where there is more room than a page has, the second county stands beside the first, half the width and half the gap on. */
static void
test_lanes (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 1000.0, 0.0);
  AtlasRect first = atlas_chart_layout_get_mark (layout, 0)->bounds, beside = atlas_chart_layout_get_mark (layout, 3)->bounds;

  g_assert_cmpfloat (beside.y, ==, first.y);
  g_assert_cmpfloat_with_epsilon (beside.x, first.x + 514.0, 1e-6);
}

static guint
count (GPtrArray  *shapes,
       const char *kind,
       const char *paint)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      n += strcmp (shape->kind, kind) == 0 && strcmp (shape->paint, paint) == 0;
    }
  return n;
}

/* C8, C19: a true zero, what is not known, and what does not count are told apart by form, and counted in the legend. */
static void
test_kinds (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *first = atlas_chart_layout_dup_mark_text (layout, 0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  /* Each once more in the legend. */
  g_assert_cmpuint (count (shapes, "polygon", "neutral"), ==, 2 + 1);
  g_assert_cmpuint (count (shapes, "line", "neutral"), ==, 1 + 1);
  g_assert_cmpuint (count (shapes, "hatch", "axis"), ==, 1 + 1);
  g_assert_cmpuint (count (shapes, "line", "dim"), ==, 1 + 1);
  g_assert_nonnull (sample_find_text (shapes, "above zero: 2"));
  g_assert_nonnull (sample_find_text (shapes, "zero: 1"));
  g_assert_nonnull (sample_find_text (shapes, "no value: 1"));
  g_assert_nonnull (sample_find_text (shapes, "not counted: 1"));
  g_assert_null (sample_find_text (shapes, "not applicable"));
  g_assert_nonnull (strstr (dump, "Not counted: development zones and the like, which are no statutory divisions"));
  g_assert_null (strstr (dump, "administered elsewhere"));
  g_assert_cmpstr (first, ==, "Shengli Town · Stations 1 station, 2023");
}

/* Cells shrink before anything is left out: 200 of them stay in a place for 40 of full size. */
static void
test_shrinks (void)
{
  g_autoptr (AtlasTable) table = sample_random (200, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_UNIT_GRID, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autofree char *dump = NULL;

  spec->show_titles = spec->show_source = FALSE;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 280.0, 130.0);
  dump = atlas_chart_layout_dump (layout);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 200);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, 0)->bounds.width, <, 14.0);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, 0)->bounds.width, >=, 4.0);
  g_assert_null (strstr (dump, "Only in sum"));
}

static AtlasTable *
make_two_counties (void)
{
  static const SampleRow rows[] = {
    { "640302100", NULL, 2023, 1 },
    { "640302101", NULL, 2023, 1 },
    { "640303100", NULL, 2023, 1 },
    { "640303101", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_REPORTED },
  };

  return sample_table ("stations", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

/* Where two groups do not fit, all stand in one of the prefecture, none is lost. */
static void
test_coarser (void)
{
  g_autoptr (AtlasTable) table = make_two_counties ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_UNIT_GRID, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  spec->show_titles = FALSE;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 45.0);
  shapes = sample_list_shapes (layout);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
  g_assert_nonnull (sample_find_text (shapes, "Wuzhong City 3/4"));
  g_assert_null (sample_find_text (shapes, "Litong District"));
}

/* Where not even the smallest fit, however they are grouped, a group of which least is to be seen is named with its sum: here
 * that of a county, since none of the others has any. */
static void
test_sums_up (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 202; i++)
    {
      g_autofree char *code = i < 2 ? g_strdup_printf ("64030210%u", i) : g_strdup_printf ("900%03u", i - 1);
      SampleRow row = { sample_region (code)->code, NULL, 2023, i < 2 ? 1.0 : 0.0 };

      g_array_append_val (rows, row);
    }
  table = sample_table ("stations", NULL, 2023, 2023, (const SampleRow *) rows->data, rows->len);
  spec = atlas_chart_spec_new (ATLAS_CHART_UNIT_GRID, table);
  spec->show_titles = FALSE;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 36.0);
  dump = atlas_chart_layout_dump (layout);
  g_assert_true (g_str_has_prefix (atlas_chart_layout_get_mark (layout, 0)->observation->region->code, "900"));
  g_assert_nonnull (strstr (dump, "one by one in the table: Litong District 2/2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/unit-grid/groups", test_groups);
  g_test_add_func ("/charts/unit-grid/lanes", test_lanes);
  g_test_add_func ("/charts/unit-grid/kinds", test_kinds);
  g_test_add_func ("/charts/unit-grid/shrinks", test_shrinks);
  g_test_add_func ("/charts/unit-grid/coarser", test_coarser);
  g_test_add_func ("/charts/unit-grid/sums-up", test_sums_up);
  return g_test_run ();
}
