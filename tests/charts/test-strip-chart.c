/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/shape-list.h"

/* N regions with VALUES (NAN: missing). */
static AtlasTable *
make_table (const double *values,
            guint         n)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("900%03u", i + 1);
      SampleRow row = { sample_region (code)->code, NULL, 2023, values[i] };

      g_array_append_val (rows, row);
    }
  return sample_table ("people", NULL, 2023, 2023, (const SampleRow *) rows->data, rows->len);
}

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      height)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STRIP, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, height);
}

static gboolean
says (const AtlasChartLayout *layout,
      const char             *text)
{
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  return strstr (dump, text) != NULL;
}

/* The middle of the dot of the value. */
static AtlasPoint
middle_of (const AtlasChartLayout *layout,
           double                  value)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      if (mark->observation->value == value)
        return (AtlasPoint) { mark->bounds.x + mark->bounds.width / 2.0, mark->bounds.y + mark->bounds.height / 2.0 };
    }
  g_assert_not_reached ();
}

/* One line, to scale; the box from 20 to 40 with the median 30 in it, all three labelled; the ends named. */
static void
test_box (void)
{
  const double values[] = { 30, 10, 50, 20, 40 };
  g_autoptr (AtlasTable) table = make_table (values, 5);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  AtlasPoint first = middle_of (layout, 10);
  double ten = middle_of (layout, 20).x - first.x;
  const SampleShape *box = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (middle_of (layout, 10.0 * i).x, first.x + (i - 1) * ten, 1e-6);
      g_assert_cmpfloat_with_epsilon (middle_of (layout, 10.0 * i).y, first.y, 1e-6);
    }
  for (guint i = 0; i < shapes->len && box == NULL; i++)
    if (strcmp (((SampleShape *) g_ptr_array_index (shapes, i))->kind, "polygon") == 0)
      box = g_ptr_array_index (shapes, i);
  g_assert_nonnull (box);
  g_assert_cmpfloat_with_epsilon (box->box.x, first.x + ten, 0.1);
  g_assert_cmpfloat_with_epsilon (box->box.width, 2.0 * ten, 0.2);
  g_assert_nonnull (sample_find_text (shapes, "20"));
  g_assert_nonnull (sample_find_text (shapes, "Median 30"));
  g_assert_nonnull (sample_find_text (shapes, "40"));
  g_assert_nonnull (sample_find_text (shapes, "Sample county number 2 10"));
  g_assert_nonnull (sample_find_text (shapes, "Sample county number 3 50"));
  g_assert_null (sample_find_text (shapes, "Sample county number 4"));
  g_assert_true (says (layout, "Box: the middle half of the values; line in it: the median"));
}

/* The name of a region near the median is not written across its line. */
static void
test_median_is_free (void)
{
  const double values[] = { 10, 20, 30, 31.5, 50 };
  g_autoptr (AtlasTable) table = make_table (values, 5);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STRIP, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  const SampleShape *name;
  AtlasPoint median;

  atlas_chart_spec_set_slot (spec, atlas_table_get_row (table, 3)->region->code, 1);
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  shapes = sample_list_shapes (layout);
  median = middle_of (layout, 30);
  name = sample_find_text (shapes, "Sample county number 4 31.5");
  g_assert_nonnull (name);
  g_assert_true (name->box.x > median.x || name->box.x + name->box.width < median.x ||
                 name->box.y + name->box.height < median.y - 12.0);
}

/* Too few for quartiles; too few for a median. */
static void
test_few (void)
{
  const double values[] = { 30, 10, 50, 20 };
  g_autoptr (AtlasTable) four = make_table (values, 4);
  g_autoptr (AtlasTable) two = make_table (values, 2);
  g_autoptr (AtlasChartLayout) with_median = lay_out (four, 0.0);
  g_autoptr (AtlasChartLayout) without = lay_out (two, 0.0);

  g_assert_true (says (with_median, "Median 25"));
  g_assert_false (says (with_median, "Box:"));
  g_assert_false (says (without, "Median"));
}

/* C28: what is missing is counted by kind. */
static void
test_missing (void)
{
  const double values[] = { 30, NAN, 50, NAN };
  g_autoptr (AtlasTable) table = make_table (values, 4);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 0.0);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_true (says (layout, "Not shown: 2 not published"));
}

static void
assert_apart (const AtlasChartLayout *layout)
{
  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    for (guint k = 0; k < i; k++)
      {
        AtlasRect a = atlas_chart_layout_get_mark (layout, i)->bounds, b = atlas_chart_layout_get_mark (layout, k)->bounds;

        g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >=, a.width - 1e-6);
      }
}

/* Equal values stand side by side, smaller where there is little room; where there is none at all that is said. */
static void
test_equal (void)
{
  double values[40];
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartLayout) tall = NULL;
  g_autoptr (AtlasChartLayout) low = NULL;
  g_autoptr (AtlasChartLayout) lowest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 7.0;
  table = make_table (values, G_N_ELEMENTS (values));
  tall = lay_out (table, 560.0);
  low = lay_out (table, 400.0);
  lowest = lay_out (table, 160.0);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (low), ==, 40);
  assert_apart (tall);
  assert_apart (low);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (low, 0)->bounds.width, <,
                     atlas_chart_layout_get_mark (tall, 0)->bounds.width);
  g_assert_false (says (low, "Dots overlap"));
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (lowest), ==, 40);
  g_assert_true (says (lowest, "Dots overlap for lack of room; the table has all"));
}

/* The height of the first polygon: of five values, the box. */
static double
box_height (const AtlasChartLayout *layout)
{
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  for (guint i = 0; i < shapes->len; i++)
    if (strcmp (((SampleShape *) g_ptr_array_index (shapes, i))->kind, "polygon") == 0)
      return ((SampleShape *) g_ptr_array_index (shapes, i))->box.height;
  g_assert_not_reached ();
}

/* However high the chart, a row that needs no more is not much higher than where it may choose. */
static void
test_high (void)
{
  const double values[] = { 30, 10, 50, 20, 40 };
  g_autoptr (AtlasTable) five = make_table (values, 5);
  g_autoptr (AtlasTable) one = make_table (values, 1);
  g_autoptr (AtlasChartLayout) natural = lay_out (five, 0.0);
  g_autoptr (AtlasChartLayout) high = lay_out (five, 842.0);
  g_autoptr (AtlasChartLayout) higher = lay_out (five, 1190.0);
  g_autoptr (AtlasChartLayout) single = lay_out (one, 842.0);
  AtlasRect dot = atlas_chart_layout_get_mark (single, 0)->bounds;

  g_assert_cmpfloat (box_height (high), >, box_height (natural));
  g_assert_cmpfloat (box_height (high), <=, 2.0 * box_height (natural));
  g_assert_cmpfloat_with_epsilon (box_height (high), box_height (higher), 0.2);
  g_assert_cmpfloat (atlas_chart_layout_get_height (high), ==, 842.0);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (single), ==, 1);
  g_assert_cmpfloat (dot.y + dot.height, <, 842.0 / 3.0);
}

/* A row for each value of what is broken down by, all on one axis. */
static void
test_rows (void)
{
  g_autoptr (AtlasTable) table = sample_random (30, TRUE);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *assistant = sample_find_text (shapes, "Assistant"), *senior = sample_find_text (shapes, "Senior");
  guint n_values = 90 - atlas_table_count_missing (table);

  g_assert_nonnull (assistant);
  g_assert_nonnull (senior);
  g_assert_cmpfloat (assistant->box.y, <, senior->box.y);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, n_values);
}

/* What others have, such as the parent, is a dashed line at its place. */
static void
test_reference (void)
{
  const double values[] = { 10, 20, 30 };
  g_autoptr (AtlasTable) table = make_table (values, 3);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STRIP, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  gboolean found = FALSE;

  atlas_chart_spec_set_reference (spec, 25.0, "Ningxia 25");
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  shapes = sample_list_shapes (layout);
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      found |= strcmp (shape->kind, "line") == 0 && shape->box.width == 0.0 &&
               fabs (shape->box.x - (middle_of (layout, 20).x + middle_of (layout, 30).x) / 2.0) < 0.1;
    }
  g_assert_true (found);
  g_assert_nonnull (sample_find_text (shapes, "Ningxia 25"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/strip/median-is-free", test_median_is_free);
  g_test_add_func ("/charts/strip/box", test_box);
  g_test_add_func ("/charts/strip/few", test_few);
  g_test_add_func ("/charts/strip/missing", test_missing);
  g_test_add_func ("/charts/strip/equal", test_equal);
  g_test_add_func ("/charts/strip/high", test_high);
  g_test_add_func ("/charts/strip/rows", test_rows);
  g_test_add_func ("/charts/strip/reference", test_reference);
  return g_test_run ();
}
