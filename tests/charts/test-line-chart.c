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
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
}

static double
middle_x (const AtlasChartLayout *layout,
          guint                   mark)
{
  AtlasRect bounds = atlas_chart_layout_get_mark (layout, mark)->bounds;

  return bounds.x + bounds.width / 2.0;
}

static const SampleShape *
nth_line (GPtrArray *shapes,
          guint      n)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, "line") == 0 && strcmp (shape->paint, "neutral") == 0 && shape->box.width > 20.0 &&
          n-- == 0)
        return shape;
    }
  return NULL;
}

/* C30, C7: linear in time; the year without a figure leaves its space, breaks the line and has no point. */
static void
test_time (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  double a_year = middle_x (layout, 2) - middle_x (layout, 1);
  const SampleShape *line = nth_line (shapes, 0);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 11);
  g_assert_cmpfloat_with_epsilon (middle_x (layout, 1) - middle_x (layout, 0), 2.0 * a_year, 1e-6);
  for (guint m = 2; m < 11; m++)
    g_assert_cmpfloat_with_epsilon (middle_x (layout, m) - middle_x (layout, m - 1), a_year, 1e-6);
  /* From 2014 to 2023 in one piece; nothing joins 2012. */
  g_assert_cmpfloat_with_epsilon (line->box.x, middle_x (layout, 1), 0.1);
  g_assert_cmpfloat_with_epsilon (line->box.x + line->box.width, middle_x (layout, 10), 0.1);
  g_assert_null (nth_line (shapes, 1));
  g_assert_nonnull (sample_find_text (shapes, "2013: not published"));
}

/* The only figure of a year that is not exact is hollow with an arrow, and explained. */
static void
test_at_least (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  guint n_hollow = 0;

  for (guint i = 0; i < shapes->len; i++)
    n_hollow += strcmp (((const SampleShape *) g_ptr_array_index (shapes, i))->paint, "background") == 0;
  g_assert_cmpuint (n_hollow, ==, 1);
  g_assert_nonnull (sample_find_text (shapes, "≥ and an arrow up: at least"));
}

/* C4, C5: every line is named at its end, in the order in which the lines end there, without touching. */
static void
test_ends (void)
{
  static const char *const names[] = { "Ningxia", "Wuzhong", "Dali", "Qijiang" };
  g_autoptr (AtlasTable) table = sample_years (4);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 900.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const SampleShape *label = sample_find_text (shapes, names[i]);

      g_assert_nonnull (label);
      g_assert_cmpfloat (label->box.y, >=, bottom - 0.2);
      bottom = label->box.y + label->box.height;
    }
}

/* C19: each line has markers of its own form. */
static void
test_markers (void)
{
  g_autoptr (AtlasTable) table = sample_years (3);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 900.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  guint n_circles = 0;

  for (const char *at = strstr (dump, "circle"); at != NULL; at = strstr (at + 1, "circle"))
    n_circles++;
  g_assert_cmpuint (n_circles, ==, 11);
}

static AtlasTable *
two_years (double one,
           double other)
{
  const SampleRow rows[] = { { "640000", NULL, 2022, one }, { "640000", NULL, 2023, other } };

  return sample_table ("share", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
}

/* An axis that does not begin at 0 says so; one that does says nothing. */
static void
test_cut_axis (void)
{
  g_autoptr (AtlasTable) high = two_years (90.0, 96.0);
  g_autoptr (AtlasTable) low = two_years (10.0, 96.0);
  g_autoptr (AtlasChartLayout) cut = lay_out (high, 500.0);
  g_autoptr (AtlasChartLayout) whole = lay_out (low, 500.0);
  g_autofree char *cut_dump = atlas_chart_layout_dump (cut);
  g_autofree char *whole_dump = atlas_chart_layout_dump (whole);

  g_assert_nonnull (strstr (cut_dump, "The vertical axis does not begin at 0"));
  g_assert_null (strstr (whole_dump, "The vertical axis does not begin at 0"));
}

/* A stock that was read in June stands between two that were read in December: that is said. */
static void
test_months (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 700, .period = "2022-12" },
    { "640000", NULL, 2023, 900, .period = "2023" },
    { "640000", NULL, 2024, 890, .period = "2024-06" },
    { "640000", NULL, 2025, 990, .period = "2025-05-31" },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2025, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasTable) december = sample_table ("people", NULL, 2022, 2023, rows, 2);
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 700.0);
  g_autoptr (AtlasChartLayout) plain = lay_out (december, 700.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_autofree char *plain_dump = atlas_chart_layout_dump (plain);

  g_assert_nonnull (strstr (dump, "Not at the end of the year: June 2024, 31 May 2025"));
  g_assert_null (strstr (plain_dump, "Not at the end"));
}

/* A figure of another year is no point of a line. */
static void
test_stand_in (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 700 },
    { "640000", NULL, 2022, 700, .stand_in = TRUE, .period = "2021" },
    { "640000", NULL, 2023, 753 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 1)->row, ==, 2);
}

/* A single year and no year at all. */
static void
test_few (void)
{
  static const SampleRow rows[] = { { "640000", NULL, 2023, 753 }, { "640000", NULL, 2022, NAN } };
  g_autoptr (AtlasTable) one = sample_table ("people", NULL, 2023, 2023, rows, 1);
  g_autoptr (AtlasTable) none = sample_table ("people", NULL, 2022, 2022, rows + 1, 1);
  g_autoptr (AtlasChartLayout) layout = lay_out (one, 500.0);
  g_autoptr (AtlasChartLayout) empty = lay_out (none, 500.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (empty);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 1);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (empty), ==, 0);
  g_assert_nonnull (sample_find_text (shapes, "No dated figure in these years"));
}

/* N regions, each with a figure for 2022 and 2023. */
static AtlasTable *
make_many (guint n)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 1; i <= n; i++)
    for (int year = 2022; year <= 2023; year++)
      {
        g_autofree char *code = g_strdup_printf ("900%03u", i);
        SampleRow row = { sample_region (code)->code, NULL, year, 100.0 * i + year };

        g_array_append_val (rows, row);
      }
  return sample_table ("people", NULL, 2022, 2023, (const SampleRow *) rows->data, rows->len);
}

/* C18: of more lines than there are colours those that are compared have theirs, and all others are grey; the chart does
 * not grow with their number, and labels without room are counted. */
static void
test_many (void)
{
  g_autoptr (AtlasTable) table = make_many (60);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autofree char *dump = NULL;

  atlas_chart_spec_set_slot (spec, "900001", 2);
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
  dump = atlas_chart_layout_dump (layout);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 120);
  g_assert_cmpfloat (atlas_chart_layout_get_height (layout), <, 700.0);
  g_assert_nonnull (strstr (dump, "[slot 2]"));
  g_assert_null (strstr (dump, "[slot 0]"));
  g_assert_null (strstr (dump, "[slot 1]"));
  g_assert_nonnull (strstr (dump, "Sample county number 1 2,123"));
  g_assert_nonnull (strstr (dump, " labels"));
}

/* Where the room is short the year of a line that ends early goes before the name does. */
static void
test_narrow_ends (void)
{
  static const SampleRow rows[] = {
    { "640300", NULL, 2021, 25930 }, { "640300", NULL, 2022, 25940 }, { "640300", NULL, 2023, NAN },
    { "500110", NULL, 2021, 700 },   { "500110", NULL, 2022, 900 },   { "500110", NULL, 2023, NAN },
    { "532900", NULL, 2021, 800 },   { "532900", NULL, 2022, 900 },   { "532900", NULL, 2023, 1000 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) wide = lay_out (table, 700.0);
  g_autoptr (AtlasChartLayout) narrow = lay_out (table, 340.0);
  g_autoptr (GPtrArray) wide_shapes = sample_list_shapes (wide);
  g_autoptr (GPtrArray) narrow_shapes = sample_list_shapes (narrow);

  g_assert_nonnull (sample_find_text (wide_shapes, "Wuzhong City 25,940 (2022)"));
  g_assert_cmpstr (sample_find_text (narrow_shapes, "Wuzhong")->text, ==, "Wuzhong City 25,940");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/line/time", test_time);
  g_test_add_func ("/charts/line/at-least", test_at_least);
  g_test_add_func ("/charts/line/ends", test_ends);
  g_test_add_func ("/charts/line/markers", test_markers);
  g_test_add_func ("/charts/line/cut-axis", test_cut_axis);
  g_test_add_func ("/charts/line/months", test_months);
  g_test_add_func ("/charts/line/stand-in", test_stand_in);
  g_test_add_func ("/charts/line/few", test_few);
  g_test_add_func ("/charts/line/many", test_many);
  g_test_add_func ("/charts/line/narrow-ends", test_narrow_ends);
  return g_test_run ();
}
