/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/kinds/squarify.h"

static AtlasTable *
make_purposes (void)
{
  static const SampleRow rows[] = {
    { "640000", "training", 2023, 1000 },
    { "640000", "service_purchase", 2023, 6000, ATLAS_QUALIFIER_AT_LEAST },
    { "640000", "incentives", 2023, 3000 },
    { "640000", "stipends", 2023, NAN },
  };

  return sample_table ("money", "purpose", 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width,
         double      height)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_TREEMAP, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, height);
}

/* The example of Bruls, Huizing and van Wijk: 6 × 4 for 6, 6, 4, 3, 2, 2, 1. */
static void
test_squarify (void)
{
  static const double values[] = { 6, 6, 4, 3, 2, 2, 1 };
  AtlasRect areas[G_N_ELEMENTS (values)];
  AtlasRect room = { 0, 0, 6, 4 };

  atlas_squarify (values, G_N_ELEMENTS (values), room, areas);
  /* Two sixes beside each other in a column of 3, then 4 and 3 in a row on top of the rest. */
  g_assert_cmpfloat_with_epsilon (areas[0].width, 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (areas[0].height, 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (areas[1].y, 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (areas[2].x, 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (areas[2].width, 12.0 / 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (areas[2].height, 7.0 / 3.0, 1e-9);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpfloat_with_epsilon (areas[i].width * areas[i].height, values[i], 1e-9);
}

static void
assert_exact (const AtlasChartLayout *layout)
{
  const AtlasChartMark *first = atlas_chart_layout_get_mark (layout, 0);
  double scale = first->bounds.width * first->bounds.height / first->observation->value;

  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);
      double area = mark->bounds.width * mark->bounds.height;

      g_assert_cmpfloat_with_epsilon (area / (mark->observation->value * scale), 1.0, 1e-6);
    }
}

/* Areas are exact; what is at least says so; there may be more parts than are published; the missing one is named. */
static void
test_parts (void)
{
  g_autoptr (AtlasTable) table = make_purposes ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 0)->label, ==, "≥ 6,000");
  assert_exact (layout);
  g_assert_nonnull (strstr (dump, "Parts published: more than 10,000 yuan"));
  g_assert_null (strstr (dump, "Total:"));
  g_assert_nonnull (strstr (dump, "≥: at least"));
  g_assert_nonnull (strstr (dump, "Not published: Stipends"));
}

/* The grades are all there can be: their sum is the total. */
static void
test_total (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 3202 },
    { "640000", "intermediate", 2023, 868 },
    { "640000", "senior", 2023, 2 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_nonnull (strstr (dump, "Total: 4,072 people"));
  assert_exact (layout);
  /* Two of 4,072 have no room for a name: they are named below. */
  g_assert_nonnull (strstr (dump, "1 Senior 2"));
}

/* Of the area that TEXT stands in. */
static const char *
find_paint (GPtrArray         *shapes,
            const SampleShape *text)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "polygon") == 0 && shape->box.x <= text->box.x && shape->box.y <= text->box.y &&
          shape->box.x + shape->box.width > text->box.x && shape->box.y + shape->box.height > text->box.y)
        return shape->paint;
    }
  return NULL;
}

/* Parts within parts: each lies in its group, the larger first, in the colour that the group has by its place in the table, as
 * in a stacked bar; each group is named. */
static void
test_groups (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 100 }, { "640000", "intermediate", 2023, 50 },
    { "640300", "assistant", 2023, 300 }, { "640300", "intermediate", 2023, 250 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *first = sample_find_text (shapes, "Wuzhong City");
  const SampleShape *other = sample_find_text (shapes, "Ningxia Hui Autonomous Region");
  static const guint rows_drawn[] = { 2, 3, 0, 1 };
  double boundary = 700.0 * 550.0 / 700.0;

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
  assert_exact (layout);
  for (guint m = 0; m < 4; m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      g_assert_cmpuint (mark->row, ==, rows_drawn[m]);
      if (m < 2)
        g_assert_cmpfloat (mark->bounds.x + mark->bounds.width, <=, boundary + 1e-6);
      else
        g_assert_cmpfloat (mark->bounds.x, >=, boundary - 1e-6);
    }
  g_assert_nonnull (first);
  g_assert_nonnull (other);
  g_assert_cmpfloat (first->box.x, <, other->box.x);
  g_assert_cmpstr (find_paint (shapes, first), ==, "slot 1");
  g_assert_cmpstr (find_paint (shapes, other), ==, "slot 0");
}

/* The colours of purposes stay with them where the first has no money: in a treemap, and in the bars beside it. */
static void
test_colour_of_value (void)
{
  static const SampleRow rows[] = {
    { "640000", "training", 2023, 300, .further_by = "assistant" }, { "640000", "training", 2023, 200, .further_by = "senior" },
    { "640000", "stipends", 2023, 500, .further_by = "assistant" }, { "640000", "stipends", 2023, 400, .further_by = "senior" },
  };
  static const SampleRow years[] = {
    { "640000", "training", 2022, 400 }, { "640000", "stipends", 2022, 500 }, { "640000", "training", 2023, 500 },
    { "640000", "stipends", 2023, 900 },
  };
  g_autoptr (AtlasTable) table = sample_table ("money", "purpose,grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasTable) bars = sample_table ("money", "purpose", 2022, 2023, years, G_N_ELEMENTS (years));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STACKED_BAR, bars);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0, 0.0);
  g_autoptr (AtlasChartLayout) bar_layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *bar_dump = atlas_chart_layout_dump (bar_layout);

  /* The second and the fourth of the four in the catalogue. */
  g_assert_cmpstr (find_paint (shapes, sample_find_text (shapes, "Training")), ==, "slot 1");
  g_assert_cmpstr (find_paint (shapes, sample_find_text (shapes, "Stipends")), ==, "slot 3");
  g_assert_nonnull (strstr (bar_dump, "[slot 1]"));
  g_assert_nonnull (strstr (bar_dump, "[slot 3]"));
  g_assert_null (strstr (bar_dump, "[slot 0]"));
}

/* What has no area is named: zero and below. */
static void
test_without_area (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 10 }, { "640300", NULL, 2023, 0 }, { "532900", NULL, 2023, -5 },
    { "500110", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_REPORTED },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 1);
  g_assert_nonnull (strstr (dump, "No value: Qijiang District"));
  g_assert_nonnull (strstr (dump, "Zero: Wuzhong City"));
  g_assert_nonnull (strstr (dump, "Below zero, and so without an area: Dali Bai Autonomous Prefecture"));
}

/* On a wide screen it grows in width only: 1,900 pixels at its usual proportions would be taller than the window. */
static void
test_not_too_high (void)
{
  g_autoptr (AtlasTable) table = make_purposes ();
  g_autoptr (AtlasChartLayout) wide = lay_out (table, 1900.0, 0.0);
  g_autoptr (AtlasChartLayout) narrow = lay_out (table, 500.0, 0.0);

  g_assert_cmpfloat (atlas_chart_layout_get_height (wide), <, 600.0);
  g_assert_cmpfloat (atlas_chart_layout_get_height (wide), >, atlas_chart_layout_get_height (narrow));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/treemap/squarify", test_squarify);
  g_test_add_func ("/charts/treemap/parts", test_parts);
  g_test_add_func ("/charts/treemap/total", test_total);
  g_test_add_func ("/charts/treemap/groups", test_groups);
  g_test_add_func ("/charts/treemap/colour-of-value", test_colour_of_value);
  g_test_add_func ("/charts/treemap/without-area", test_without_area);
  g_test_add_func ("/charts/treemap/not-too-high", test_not_too_high);
  return g_test_run ();
}
