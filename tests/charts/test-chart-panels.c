/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

/* Two regions, one ten times the other, in three years; the last of the smaller one missing. */
static AtlasTable *
two_regions (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 4000 }, { "640000", NULL, 2022, 3000 }, { "640000", NULL, 2021, 2000 },
    { "640300", NULL, 2023, NAN },  { "640300", NULL, 2022, 300 },  { "640300", NULL, 2021, 200 },
  };

  return sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
}

static const AtlasChartMark *
find_mark (const AtlasChartLayout *layout,
           const char             *region,
           int                     year)
{
  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, i);

      if (strcmp (mark->observation->region->code, region) == 0 && mark->observation->year == year)
        return mark;
    }
  g_assert_not_reached ();
}

/* C26: a bar is as long for its value in one panel as in another. */
static void
test_one_scale (void)
{
  static const AtlasChartPanels panels[] = { ATLAS_PANELS_YEAR, ATLAS_PANELS_REGION };
  g_autoptr (AtlasTable) table = two_regions ();

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
      g_autoptr (AtlasChartLayout) layout = NULL;
      double unit;

      spec->panels = panels[i];
      layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
      g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 6);
      unit = find_mark (layout, "640000", 2023)->bounds.width / 4000.0;
      g_assert_cmpfloat (unit, >, 0.0);
      g_assert_cmpfloat_with_epsilon (find_mark (layout, "640000", 2021)->bounds.width, 2000.0 * unit, 0.01);
      g_assert_cmpfloat_with_epsilon (find_mark (layout, "640300", 2022)->bounds.width, 300.0 * unit, 0.01);
    }
}

/* A year is as wide in a panel whose last value has four digits as in one where it has three. */
static void
test_equal_lines (void)
{
  g_autoptr (AtlasTable) table = two_regions ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  double wide, narrow;

  spec->panels = ATLAS_PANELS_REGION;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
  wide = find_mark (layout, "640000", 2022)->bounds.x - find_mark (layout, "640000", 2021)->bounds.x;
  narrow = find_mark (layout, "640300", 2022)->bounds.x - find_mark (layout, "640300", 2021)->bounds.x;
  g_assert_cmpfloat (wide, >, 0.0);
  g_assert_cmpfloat_with_epsilon (wide, narrow, 0.01);
}

/* Panels stand in the order of time from left to right, the rows in them at one height, and the names once. */
static void
test_years (void)
{
  g_autoptr (AtlasTable) table = two_regions ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  guint n_names = 0;

  spec->panels = ATLAS_PANELS_YEAR;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  shapes = sample_list_shapes (layout);
  g_assert_cmpfloat (sample_find_text (shapes, "2021")->box.x, <, sample_find_text (shapes, "2022")->box.x);
  g_assert_cmpfloat (find_mark (layout, "640000", 2021)->bounds.x, <, find_mark (layout, "640000", 2022)->bounds.x);
  g_assert_cmpfloat (find_mark (layout, "640000", 2022)->bounds.x, <, find_mark (layout, "640000", 2023)->bounds.x);
  g_assert_cmpfloat (find_mark (layout, "640300", 2021)->hit.y, ==, find_mark (layout, "640300", 2023)->hit.y);
  for (guint i = 0; i < shapes->len; i++)
    n_names += g_strcmp0 (((const SampleShape *) g_ptr_array_index (shapes, i))->text, "Wuzhong City") == 0;
  g_assert_cmpuint (n_names, ==, 1);
}

/* The pointer and the arrow keys go through all panels. */
static void
test_walk (void)
{
  g_autoptr (AtlasTable) table = two_regions ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  int at = 0;

  spec->panels = ATLAS_PANELS_YEAR;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  for (guint i = 0; i < 6; i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, i);

      g_assert_cmpint (at, ==, (int) i);
      g_assert_cmpint (atlas_chart_layout_find_mark (layout, mark->hit.x + mark->hit.width / 2.0,
                                                     mark->hit.y + mark->hit.height / 2.0), ==, (int) i);
      at = atlas_chart_layout_step (layout, at, 1, 0);
    }
  g_assert_cmpint (at, ==, 5);
}

/* Shares of two years as heat tables: the edges of the classes, and what has no value, stand once above both. */
static void
test_class_legend (void)
{
  static const SampleRow rows[] = {
    { "640300", NULL, 2022, 11.0 }, { "640300", NULL, 2023, 24.0 }, { "532900", NULL, 2022, 31.0 },
    { "532900", NULL, 2023, 44.0 }, { "640000", NULL, 2022, 52.0 }, { "640000", NULL, 2023, NAN },
  };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_HEAT, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  guint n_legends = 0;

  spec->panels = ATLAS_PANELS_YEAR;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
  shapes = sample_list_shapes (layout);
  for (guint i = 0; i < shapes->len; i++)
    n_legends += g_strcmp0 (((const SampleShape *) g_ptr_array_index (shapes, i))->text, "no value") == 0;
  g_assert_cmpuint (n_legends, ==, 1);
}

/* Four panels with series have one legend, in a place of two by two. */
static void
test_legend (void)
{
  static const char *const grades[] = { "assistant", "intermediate", "senior" };
  static const char *const regions[] = { "640000", "640300", "532900", "500110" };
  SampleRow rows[12];
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  guint n_items = 0;

  for (guint i = 0; i < 12; i++)
    rows[i] = (SampleRow) { regions[i / 3], grades[i % 3], 2023, 100.0 * (i + 1) };
  table = sample_table ("people", "grade", 2023, 2023, rows, 12);
  spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  spec->panels = ATLAS_PANELS_REGION;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  shapes = sample_list_shapes (layout);
  for (guint i = 0; i < shapes->len; i++)
    n_items += g_strcmp0 (((const SampleShape *) g_ptr_array_index (shapes, i))->text, "Intermediate") == 0;
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpfloat (sample_find_text (shapes, "Ningxia")->box.y, ==, sample_find_text (shapes, "Wuzhong")->box.y);
  g_assert_cmpfloat (sample_find_text (shapes, "Dali")->box.y, ==, sample_find_text (shapes, "Qijiang")->box.y);
  g_assert_cmpfloat (sample_find_text (shapes, "Dali")->box.y, >, sample_find_text (shapes, "Ningxia")->box.y);
}

/* C26: indicators of different units have a scale each, which is said, with the unit in the panel's name. */
static void
test_indicators (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  spec->panels = ATLAS_PANELS_INDICATOR;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  shapes = sample_list_shapes (layout);
  g_assert_nonnull (sample_find_text (shapes, "Certified social workers (people)"));
  g_assert_nonnull (sample_find_text (shapes, "Certified share (%)"));
  g_assert_nonnull (sample_find_text (shapes, "31.3%"));
  g_assert_nonnull (strstr (sample_find_text (shapes, "≥ and a pointed")->text, "Each panel has a scale of its own"));
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 8);
}

/* Where not all panels fit, those left out are counted. */
static void
test_no_room (void)
{
  g_autoptr (AtlasTable) table = sample_random (40, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  const SampleShape *note = NULL;
  guint n_shown;

  spec->panels = ATLAS_PANELS_REGION;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 300.0);
  shapes = sample_list_shapes (layout);
  n_shown = atlas_chart_layout_get_n_marks (layout);
  for (guint i = 0; i < shapes->len && note == NULL; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (shape->text != NULL && g_str_has_prefix (shape->text, "Only in the table: "))
        note = shape;
    }
  g_assert_nonnull (note);
  g_assert_cmpuint (n_shown, <, 40);
  g_assert_cmpuint (g_ascii_strtoull (note->text + strlen ("Only in the table: "), NULL, 10), ==, 40 - n_shown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/panels/one-scale", test_one_scale);
  g_test_add_func ("/charts/panels/equal-lines", test_equal_lines);
  g_test_add_func ("/charts/panels/years", test_years);
  g_test_add_func ("/charts/panels/walk", test_walk);
  g_test_add_func ("/charts/panels/legend", test_legend);
  g_test_add_func ("/charts/panels/class-legend", test_class_legend);
  g_test_add_func ("/charts/panels/indicators", test_indicators);
  g_test_add_func ("/charts/panels/no-room", test_no_room);
  return g_test_run ();
}
