/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"

/* As it stands in cards and tables: nothing but the line and its last value. */
static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width,
         double      height)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_SPARK, table);

  spec->show_titles = FALSE;
  spec->show_source = FALSE;
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, height);
}

/* The smallest there is: one text, all years as marks that are found, and nothing outside. */
static void
test_smallest (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 80.0, 24.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  guint n_texts = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      n_texts += shape->text != NULL;
      g_assert_cmpfloat (shape->box.x, >=, -0.1);
      g_assert_cmpfloat (shape->box.y, >=, -0.1);
      g_assert_cmpfloat (shape->box.x + shape->box.width, <=, 80.1);
      g_assert_cmpfloat (shape->box.y + shape->box.height, <=, 24.1);
    }
  g_assert_cmpuint (n_texts, ==, 1);
  g_assert_nonnull (sample_find_text (shapes, "1,161,000 ▲"));
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 11);
  for (guint m = 0; m < 11; m++)
    {
      AtlasRect bounds = atlas_chart_layout_get_mark (layout, m)->bounds;

      g_assert_cmpint (atlas_chart_layout_find_mark (layout, bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0), ==,
                       (int) m);
    }
  g_assert_cmpint (atlas_chart_layout_step (layout, 0, 1, 0), ==, 1);
}

/* C30, C7: linear in time, highest at the top; the year without a figure breaks the line. */
static void
test_line (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 300.0, 60.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  AtlasRect first = atlas_chart_layout_get_mark (layout, 0)->bounds, second = atlas_chart_layout_get_mark (layout, 1)->bounds;
  AtlasRect third = atlas_chart_layout_get_mark (layout, 2)->bounds, last = atlas_chart_layout_get_mark (layout, 10)->bounds;

  g_assert_cmpfloat_with_epsilon (second.x - first.x, 2.0 * (third.x - second.x), 1e-6);
  g_assert_cmpfloat_with_epsilon (last.x - second.x, 9.0 * (third.x - second.x), 1e-6);
  g_assert_cmpfloat (last.y, <, first.y);
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "line") == 0)
        g_assert_cmpfloat_with_epsilon (shape->box.x, second.x + second.width / 2.0, 0.1);
    }
}

static gboolean
says (const AtlasChartLayout *layout,
      const char             *text)
{
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  return strstr (dump, text) != NULL;
}

static AtlasTable *
make_two (double      one,
          double      other,
          const char *period)
{
  const SampleRow rows[] = { { "640000", NULL, 2022, one }, { "640000", NULL, 2023, other, .period = period } };

  return sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
}

/* Up, down, the same; none where the two figures are not about a year apart. */
static void
test_change (void)
{
  g_autoptr (AtlasTable) down = make_two (20, 10, NULL);
  g_autoptr (AtlasTable) same = make_two (20, 20, NULL);
  g_autoptr (AtlasTable) early = make_two (10, 20, "2023-03");
  g_autoptr (AtlasTable) missing = make_two (10, NAN, NULL);
  g_autoptr (AtlasChartLayout) falling = lay_out (down, 200.0, 40.0);
  g_autoptr (AtlasChartLayout) level = lay_out (same, 200.0, 40.0);
  g_autoptr (AtlasChartLayout) too_early = lay_out (early, 200.0, 40.0);
  g_autoptr (AtlasChartLayout) open = lay_out (missing, 200.0, 40.0);

  g_assert_true (says (falling, "10 ▼"));
  g_assert_true (says (level, "20 ="));
  g_assert_true (says (too_early, "] 20\n"));
  g_assert_true (says (open, "] 10 (2022)\n"));
}

/* No value at all: the sign for what is missing. */
static void
test_none (void)
{
  g_autoptr (AtlasTable) table = make_two (NAN, NAN, NULL);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 80.0, 24.0);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 0);
  g_assert_true (says (layout, "—"));
}

/* Several lines stand below each other with their names. */
static void
test_rows (void)
{
  g_autoptr (AtlasTable) table = sample_years (3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 400.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *one = sample_find_text (shapes, "Ningxia"), *other = sample_find_text (shapes, "Dali");

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 33);
  g_assert_nonnull (one);
  g_assert_nonnull (other);
  g_assert_cmpfloat (one->box.y + one->box.height, <, other->box.y);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/spark/smallest", test_smallest);
  g_test_add_func ("/charts/spark/line", test_line);
  g_test_add_func ("/charts/spark/change", test_change);
  g_test_add_func ("/charts/spark/none", test_none);
  g_test_add_func ("/charts/spark/rows", test_rows);
  return g_test_run ();
}
