/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "chart-samples.h"

#define SQUARE(code, name, west, east) \
  "{\"properties\":{\"adcode\":" code ",\"name\":\"" name "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" \
  "[[[" west ",-0.5],[" east ",-0.5],[" east ",0.5],[" west ",0.5]]]}}"

/* Four squares of a degree side by side on the equator, where a degree is as long either way. */
static const char squares[] =
  "{\"features\":[" SQUARE ("640000", "宁夏", "0", "1") "," SQUARE ("640300", "吴忠", "1", "2") ","
  SQUARE ("500110", "綦江", "2", "3") "," SQUARE ("110000", "北京", "3", "4") "]}";

static AtlasChartLayout *
lay_out_wide (AtlasTable *table,
              double      width)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_CHOROPLETH, table);
  g_autoptr (GError) error = NULL;

  spec->boundaries = atlas_boundaries_parse (squares, strlen (squares), "squares", &error);
  g_assert_no_error (error);
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
}

static AtlasChartLayout *
lay_out (AtlasTable *table)
{
  return lay_out_wide (table, 400.0);
}

static const SampleShape *
find_polygon (GPtrArray  *shapes,
              const char *paint,
              double      x,
              double      width)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "polygon") == 0 && strcmp (shape->paint, paint) == 0 &&
          ABS (shape->box.x - x) < 0.2 && ABS (shape->box.width - width) < 0.2)
        return shape;
    }
  return NULL;
}

/* The years of a figure go before the figure: squares of 100 and 80 points. */
static void
test_labels (void)
{
  static const SampleRow rows[] = { { "640300", NULL, 2023, 31.3, .period = "2019/2021", .stand_in = TRUE },
                                    { "640000", NULL, 2023, 24.0 }, { "500110", NULL, 2023, 11.0 } };
  static const struct { double width; const char *value; } cases[] = {
    { 400.0, "31.3% (2019–2021)" }, { 320.0, "31.3% *" },
  };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasChartLayout) layout = lay_out_wide (table, cases[i].width);
      g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
      g_autofree char *dump = atlas_chart_layout_dump (layout);

      g_assert_nonnull (sample_find_text (shapes, "Wuzhong"));
      g_assert_nonnull (sample_find_text (shapes, cases[i].value));
      g_assert_cmpint (strstr (dump, "*: of another period") != NULL, ==, i == 1);
    }
}

/* C16: rates 31.3, 24.0 and 11.0 in three classes; what is missing is hatched; 大理, without borders, and 北京, not asked for,
 * are named. A degree is 100 points. */
static void
test_rates (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_nonnull (find_polygon (shapes, "class 3", 0.0, 100.0));
  g_assert_nonnull (find_polygon (shapes, "class 2", 100.0, 100.0));
  g_assert_nonnull (find_polygon (shapes, "grid", 200.0, 100.0));
  g_assert_null (find_polygon (shapes, "grid", 300.0, 100.0));
  g_assert_nonnull (strstr (dump, "hatch 200.0"));
  g_assert_nonnull (sample_find_text (shapes, "24.0% ①"));
  g_assert_nonnull (strstr (dump, "—: not published"));
  g_assert_nonnull (strstr (dump, "Without borders in the file: Dali Bai Autonomous Prefecture"));
  g_assert_nonnull (strstr (dump, "Not asked for: 北京"));
  /* The edges of the classes are printed. */
  g_assert_nonnull (sample_find_text (shapes, "20"));
  g_assert_nonnull (sample_find_text (shapes, "30"));
  for (guint m = 0; m < 3; m++)
    {
      AtlasRect bounds = atlas_chart_layout_get_mark (layout, m)->bounds;

      g_assert_cmpfloat_with_epsilon (bounds.width, 100.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (bounds.height, 100.0, 1e-6);
      g_assert_cmpint (atlas_chart_layout_find_mark (layout, bounds.x + 50.0, bounds.y + 50.0), ==, (int) m);
    }
}

/* C16: counts have circles in proportion at the middle of their squares, and no colours by class: 4,072, 753 and 810. */
static void
test_counts (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_null (strstr (dump, "[class"));
  g_assert_nonnull (strstr (dump, "circle 50.0,"));
  g_assert_nonnull (strstr (dump, "circle 150.0,"));
  g_assert_nonnull (strstr (dump, "circle 250.0,"));
  g_assert_nonnull (strstr (dump, "Circles in proportion to the values"));
}

/* Never with borders of our own. */
static void
test_without_borders (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_CHOROPLETH, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 400.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 0);
  g_assert_nonnull (sample_find_text (shapes, "No borders: a map needs those of a GeoJSON file"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/choropleth/rates", test_rates);
  g_test_add_func ("/charts/choropleth/counts", test_counts);
  g_test_add_func ("/charts/choropleth/labels", test_labels);
  g_test_add_func ("/charts/choropleth/without-borders", test_without_borders);
  return g_test_run ();
}
