/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width,
         double      height)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_HEAT, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, height);
}

/* The colour of the area that lies in the place of MARK. */
static const char *
colour_of (GPtrArray            *shapes,
           const AtlasChartMark *mark)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "polygon") == 0 && fabs (shape->box.x - mark->bounds.x) < 0.2 &&
          fabs (shape->box.y - mark->bounds.y) < 0.2 && fabs (shape->box.width - mark->bounds.width) < 0.2)
        return shape->paint;
    }
  return NULL;
}

/* The first text that is no more and no less than TEXT. */
static const SampleShape *
find_exactly (GPtrArray  *shapes,
              const char *text)
{
  for (guint i = 0; i < shapes->len; i++)
    if (g_strcmp0 (((const SampleShape *) g_ptr_array_index (shapes, i))->text, text) == 0)
      return g_ptr_array_index (shapes, i);
  return NULL;
}

/* The marks row by row: 640000, 500110, 640300, 532900 by their people; people, then shares. */
static const char *const joined_labels[] = { "4,072", "31.3%", "≥ 810", "not published", "753", "24.0% ①", "477 (undated)",
                                             "≤ 11.1%" };

/* Each column has classes of its own: of people 477 | 500 | 753 | 800 | 810 | 2000 | 4072, of shares 11.0 | 20 | 24.0 | 30 |
 * 31.3. */
static const char *const joined_colours[] = { "class 3", "class 3", "class 2", "grid", "class 1", "class 2", "class 0",
                                              "class 1" };

static void
test_columns (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 720.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 8);
  for (guint m = 0; m < 8; m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      g_assert_cmpstr (mark->label, ==, joined_labels[m]);
      g_assert_cmpstr (colour_of (shapes, mark), ==, joined_colours[m]);
    }
  /* Each header has its unit, once. */
  g_assert_nonnull (find_exactly (shapes, "people"));
  g_assert_nonnull (find_exactly (shapes, "%"));
  g_assert_nonnull (sample_find_text (shapes, "lowest of the column"));
}

/* All cells are alike, in a grid, with white of 1.5 between them (C17); the arrow keys go through it. */
static void
test_grid (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 720.0, 0.0);
  const AtlasChartMark *first = atlas_chart_layout_get_mark (layout, 0);

  for (guint m = 0; m < 8; m++)
    {
      AtlasRect cell = atlas_chart_layout_get_mark (layout, m)->bounds;
      double x = first->bounds.x + m % 2 * (first->bounds.width + 1.5);
      double y = first->bounds.y + m / 2 * (first->bounds.height + 1.5);

      g_assert_cmpfloat_with_epsilon (cell.x, x, 1e-6);
      g_assert_cmpfloat_with_epsilon (cell.y, y, 1e-6);
      g_assert_cmpint (atlas_chart_layout_find_mark (layout, x + 1.0, y + 1.0), ==, (int) m);
      g_assert_cmpint (atlas_chart_layout_step (layout, (int) m, 1, 0), ==, m + 2 < 8 ? (int) m + 2 : (int) m);
      g_assert_cmpint (atlas_chart_layout_step (layout, (int) m, 0, 1), ==, (int) (m / 2 * 2 + 1));
    }
}

/* C2: by the first column, and said; another order is kept and said. */
static void
test_order (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_HEAT, table);
  g_autoptr (AtlasChartLayout) by_value = lay_out (table, 900.0, 0.0);
  g_autoptr (AtlasChartLayout) kept = NULL;
  g_autofree char *said = atlas_chart_layout_dump (by_value);
  g_autofree char *said_of_kept = NULL;

  g_assert_nonnull (strstr (said, "In the order of “Certified social workers”"));
  spec->keep_order = TRUE;
  kept = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  said_of_kept = atlas_chart_layout_dump (kept);
  g_assert_nonnull (strstr (said_of_kept, "In the order chosen"));
  g_assert_null (strstr (said_of_kept, "In the order of “"));
  for (guint m = 0; m < 8; m++)
    g_assert_cmpuint (atlas_chart_layout_get_mark (kept, m)->row, ==, m / 2 + m % 2 * 4);
}

/* C16: one indicator has common classes, whose edges are printed: 10 | 20 | 30 | 50 | 60. */
static void
test_edges (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 60 }, { "640000", "intermediate", 2023, 50 }, { "640000", "senior", 2023, 40 },
    { "640300", "assistant", 2023, 30 }, { "640300", "intermediate", 2023, 20 }, { "640300", "senior", 2023, 10 },
  };
  static const char *const colours[] = { "class 4", "class 3", "class 2", "class 2", "class 1", "class 0" };
  static const char *const edges[] = { "10", "20", "30", "50" };
  g_autoptr (AtlasTable) table = sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *before = NULL;

  for (guint m = 0; m < G_N_ELEMENTS (colours); m++)
    g_assert_cmpstr (colour_of (shapes, atlas_chart_layout_get_mark (layout, m)), ==, colours[m]);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const SampleShape *edge = find_exactly (shapes, edges[i]);

      g_assert_nonnull (edge);
      g_assert_cmpfloat (edge->box.y, <, atlas_chart_layout_get_mark (layout, 0)->bounds.y);
      g_assert_true (before == NULL || edge->box.x > before->box.x);
      before = edge;
    }
}

/* Years are columns of one measure; the latest leads the order. */
static void
test_years (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 900 }, { "640000", NULL, 2023, 700 },
    { "640300", NULL, 2022, 100 }, { "640300", NULL, 2023, 800 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 0)->row, ==, 2);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 1)->row, ==, 3);
  g_assert_nonnull (strstr (dump, "In the order of “2023”"));
}

/* C16, C8: what is missing is hatched, has the sign of its kind and no class, and both are explained. */
static void
test_missing (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, 3);
  const SampleShape *sign = find_exactly (shapes, "—");
  guint n_hatched = 0;

  g_assert_cmpstr (mark->observation->region->code, ==, "500110");
  g_assert_cmpfloat (sign->box.x, >, mark->bounds.x);
  g_assert_cmpfloat (sign->box.y, >, mark->bounds.y);
  g_assert_cmpfloat (sign->box.y + sign->box.height, <, mark->bounds.y + mark->bounds.height);
  for (guint i = 0; i < shapes->len; i++)
    n_hatched += strcmp (((const SampleShape *) g_ptr_array_index (shapes, i))->kind, "hatch") == 0;
  /* The cell and its explanation. */
  g_assert_cmpuint (n_hatched, ==, 2);
  g_assert_nonnull (sample_find_text (shapes, "no value"));
  g_assert_nonnull (strstr (dump, "—: not published"));
}

/* The parent's value is marked above the class that it falls into (C16): 26.0 of 20–30. */
static void
test_reference (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_HEAT, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  const SampleShape *low, *high;
  guint n_pointers = 0;

  atlas_chart_spec_set_reference (spec, 26.0, "全国 26.0%");
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 0.0);
  shapes = sample_list_shapes (layout);
  low = find_exactly (shapes, "20");
  high = find_exactly (shapes, "30");
  g_assert_nonnull (sample_find_text (shapes, "全国 26.0%"));
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);
      double middle = shape->box.x + shape->box.width / 2.0, from = low->box.x + low->box.width / 2.0;

      if (strcmp (shape->kind, "polygon") != 0 || strcmp (shape->paint, "text") != 0)
        continue;
      n_pointers++;
      /* Six tenths of the way between the two edges. */
      g_assert_cmpfloat_with_epsilon (middle, from + 0.6 * (high->box.x + high->box.width / 2.0 - from), 0.3);
    }
  g_assert_cmpuint (n_pointers, ==, 1);
}

/* The last class holds 4 alone: its edge is written once. */
static void
test_class_of_one_value (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 0 }, { "900002", NULL, 2023, 1 }, { "900003", NULL, 2023, 2 }, { "900004", NULL, 2023, 3 },
    { "900005", NULL, 2023, 4 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 600.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  guint n_edges = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      n_edges += strcmp (shape->paint, "dim") == 0 && g_strcmp0 (shape->text, "4") == 0;
    }
  g_assert_cmpuint (n_edges, ==, 1);
}

/* Columns that would be too narrow for a number are named instead: twelve years in 280 points. */
static void
test_narrow (void)
{
  g_autoptr (AtlasTable) table = sample_years (3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 280.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  guint n_columns = atlas_chart_layout_get_n_marks (layout) / 3;
  g_autofree char *first_hidden = g_strdup_printf ("Only in the table: %u, %u", 2012 + n_columns,
                                                   2013 + n_columns);

  g_assert_cmpuint (n_columns, >=, 4);
  g_assert_cmpuint (n_columns, <, 11);
  g_assert_nonnull (strstr (dump, first_hidden));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/heat/columns", test_columns);
  g_test_add_func ("/charts/heat/grid", test_grid);
  g_test_add_func ("/charts/heat/order", test_order);
  g_test_add_func ("/charts/heat/edges", test_edges);
  g_test_add_func ("/charts/heat/class-of-one-value", test_class_of_one_value);
  g_test_add_func ("/charts/heat/years", test_years);
  g_test_add_func ("/charts/heat/missing", test_missing);
  g_test_add_func ("/charts/heat/reference", test_reference);
  g_test_add_func ("/charts/heat/narrow", test_narrow);
  return g_test_run ();
}
