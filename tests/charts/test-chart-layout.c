/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-asserts.h"
#include "charts/chart-notes.h"

static const AtlasChartStyle *
random_style (void)
{
  return g_test_rand_bit () ? atlas_chart_style_light () : atlas_chart_style_print ();
}

static AtlasChartSpec *
random_spec (void)
{
  AtlasChartKind kind = (AtlasChartKind) g_test_rand_int_range (0, ATLAS_N_CHART_KINDS);
  guint n = (guint) pow (10.0, g_test_rand_double_range (0.0, log10 (201.0)));
  g_autoptr (AtlasTable) table = sample_for (kind, n);
  AtlasChartSpec *spec = atlas_chart_spec_new (kind, table);

  sample_set_slots (spec);
  if (g_test_rand_int_range (0, 3) == 0)
    spec->panels = (AtlasChartPanels) g_test_rand_int_range (ATLAS_PANELS_REGION, ATLAS_PANELS_INDICATOR + 1);
  if (kind == ATLAS_CHART_CHOROPLETH)
    spec->boundaries = sample_boundaries ();
  spec->show_titles = g_test_rand_int_range (0, 4) > 0;
  spec->keep_order = g_test_rand_int_range (0, 4) == 0;
  if (kind == ATLAS_CHART_BAR && g_test_rand_bit ())
    {
      g_autoptr (AtlasTable) earlier = sample_random (200, FALSE);

      atlas_chart_spec_set_earlier (spec, earlier);
    }
  if (g_test_rand_int_range (0, 4) == 0)
    {
      spec->first_category = (guint) g_test_rand_int_range (0, 20);
      spec->n_categories = (guint) g_test_rand_int_range (1, 40);
    }
  if (g_test_rand_int_range (0, 3) == 0)
    atlas_chart_spec_set_reference (spec, g_test_rand_double_range (1.0, 90000.0), "全国平均 31.3%");
  return spec;
}

/* C5: whatever the data and the size, no two texts touch and nothing leaves the chart. */
static void
test_no_collisions (void)
{
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (AtlasChartSpec) spec = random_spec ();
      double width = g_test_rand_double_range (280.0, 1100.0);
      double height = g_test_rand_bit () ? 0.0 : g_test_rand_double_range (180.0, 900.0);
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, random_style (), width, height);
      g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

      assert_texts_apart (layout, shapes);
      assert_all_inside (layout, shapes);
      if (height > 0.0)
        g_assert_cmpfloat (atlas_chart_layout_get_height (layout), ==, height);
    }
}

/* C1: whatever the values, all bars start at one axis, at 0, and are to scale. */
static void
test_bars_to_scale (void)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (AtlasTable) table = sample_random (1 + i, FALSE);
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, random_style (), 600.0, 0.0);
      double scale = NAN, zero = NAN;

      for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
        {
          const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

          if (atlas_observation_is_missing (mark->observation) || mark->observation->value == 0.0 ||
              mark->observation->qualifier == ATLAS_QUALIFIER_AT_LEAST)
            continue;
          if (isnan (scale))
            {
              scale = mark->bounds.width / mark->observation->value;
              zero = mark->bounds.x;
            }
          g_assert_cmpfloat (mark->bounds.x, ==, zero);
          g_assert_cmpfloat_with_epsilon (mark->bounds.width, mark->observation->value * scale, 1e-6);
        }
    }
}

/* The smallest place a chart may get: nothing overlaps, and what does not fit is counted. */
static void
test_smallest (void)
{
  g_autoptr (AtlasTable) table = sample_random (60, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 280.0, 160.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  gboolean counted = FALSE;

  assert_texts_apart (layout, shapes);
  assert_all_inside (layout, shapes);
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      counted |= shape->text != NULL && strstr (shape->text, "Only in the table: ") != NULL;
    }
  g_assert_true (counted);
}

/* What is left out of several sorts is one sentence, and one of a single sort says the same as ever. */
static void
test_hidden (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);
  g_autoptr (AtlasChartNotes) notes = atlas_chart_notes_new (spec, data);
  g_autofree char *none = atlas_chart_notes_dup_hidden (notes, FALSE);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;
  g_autofree char *all = NULL;

  atlas_chart_notes_set_hidden (notes, 3, 0);
  one = atlas_chart_notes_dup_hidden (notes, FALSE);
  atlas_chart_notes_set_hidden (notes, 3, 1);
  two = atlas_chart_notes_dup_hidden (notes, FALSE);
  atlas_chart_notes_begin_panels (notes, 2);
  atlas_chart_notes_set_hidden (notes, 1, 5);
  three = atlas_chart_notes_dup_hidden (notes, FALSE);
  all = atlas_chart_notes_dup_hidden (notes, TRUE);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "Only in the table: 3 rows");
  g_assert_cmpstr (two, ==, "Only in the table: 3 rows, 1 label");
  g_assert_cmpstr (three, ==, "Only in the table: 2 panels, 1 row, 5 labels");
  g_assert_cmpstr (all, ==, "Only in the table: 2 panels, 1 row, 5 labels, notes");
}

static void
test_measure (void)
{
  g_autoptr (AtlasTable) table = sample_random (200, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  double height = atlas_chart_measure_height (spec, atlas_chart_style_light (), 500.0);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, height);

  g_assert_cmpfloat (height, >, 200 * 20.0);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 200);
}

static guint
count_texts (const AtlasChartLayout *layout)
{
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    n += ((const SampleShape *) g_ptr_array_index (shapes, i))->text != NULL;
  return n;
}

/* C13: in the height that a chart asks for itself, it says all that it says without a height; also with few rows, where
 * the notes take more room than the plot. */
static void
test_natural_height (void)
{
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    for (guint n = 1; n <= 4; n++)
      {
        g_autoptr (AtlasTable) table = sample_for (kind, n);
        g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);
        double height = atlas_chart_measure_height (spec, atlas_chart_style_print (), 440.0);
        g_autoptr (AtlasChartLayout) natural = atlas_chart_layout_new (spec, atlas_chart_style_print (), 440.0, 0.0);
        g_autoptr (AtlasChartLayout) given = atlas_chart_layout_new (spec, atlas_chart_style_print (), 440.0, height);

        g_test_message ("%s, %u", atlas_chart_kind_to_id (kind), n);
        g_assert_cmpuint (count_texts (given), ==, count_texts (natural));
      }
}

/* Each mark is found where it lies. */
static void
test_hit (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (AtlasChartSpec) spec = random_spec ();
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 640.0, 0.0);

      for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
        {
          const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);
          double x = mark->bounds.x + mark->bounds.width / 2.0, y = mark->bounds.y + mark->bounds.height / 2.0;
          int found = atlas_chart_layout_find_mark (layout, x, y);

          g_assert_cmpint (found, >=, 0);
          if (spec->kind == ATLAS_CHART_BAR || spec->kind == ATLAS_CHART_GROUPED_BAR)
            g_assert_cmpint (found, ==, (int) m);
        }
      g_assert_cmpint (atlas_chart_layout_find_mark (layout, -5.0, -5.0), ==, -1);
    }
}

/* Every mark can be reached with the arrow keys, and the way back leads back. */
static void
test_step (void)
{
  g_autoptr (AtlasTable) table = sample_random (7, TRUE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 640.0, 0.0);
  int at = 0;

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 21);
  g_assert_cmpint (atlas_chart_layout_step (layout, 0, -1, 0), ==, 0);
  g_assert_cmpint (atlas_chart_layout_step (layout, 0, 0, -1), ==, 0);
  for (guint i = 0; i < 6; i++)
    at = atlas_chart_layout_step (layout, at, 1, 0);
  g_assert_cmpint (at, ==, 18);
  g_assert_cmpint (atlas_chart_layout_step (layout, at, 1, 0), ==, 18);
  g_assert_cmpint (atlas_chart_layout_step (layout, at, 0, 1), ==, 19);
  g_assert_cmpint (atlas_chart_layout_step (layout, 19, 0, -1), ==, 18);
}

static const char *
colour_of (GPtrArray              *shapes,
           const AtlasChartLayout *layout,
           const char             *code)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      if (strcmp (mark->observation->region->code, code) != 0)
        continue;
      for (guint i = 0; i < shapes->len; i++)
        {
          const SampleShape *shape = g_ptr_array_index (shapes, i);

          if (strcmp (shape->kind, "polygon") == 0 && fabs (shape->box.y - mark->bounds.y) < SAMPLE_TOLERANCE)
            return shape->paint;
        }
    }
  return NULL;
}

/* C20: a region keeps its colour, whatever the order. */
static void
test_region_colour (void)
{
  g_autoptr (AtlasTable) people = sample_four ();
  g_autoptr (AtlasTable) shares = sample_shares ();
  g_autoptr (AtlasChartSpec) one = atlas_chart_spec_new (ATLAS_CHART_BAR, people);
  g_autoptr (AtlasChartSpec) other = atlas_chart_spec_new (ATLAS_CHART_BAR, shares);
  g_autoptr (AtlasChartLayout) a = NULL;
  g_autoptr (AtlasChartLayout) b = NULL;
  g_autoptr (GPtrArray) a_shapes = NULL;
  g_autoptr (GPtrArray) b_shapes = NULL;

  sample_set_slots (one);
  sample_set_slots (other);
  other->keep_order = TRUE;
  a = atlas_chart_layout_new (one, atlas_chart_style_light (), 500.0, 0.0);
  b = atlas_chart_layout_new (other, atlas_chart_style_light (), 500.0, 0.0);
  a_shapes = sample_list_shapes (a);
  b_shapes = sample_list_shapes (b);
  g_assert_cmpstr (colour_of (a_shapes, a, "640000"), ==, "slot 0");
  g_assert_cmpstr (colour_of (b_shapes, b, "640000"), ==, "slot 0");
  g_assert_cmpstr (colour_of (a_shapes, a, "640300"), ==, "slot 1");
  g_assert_cmpstr (colour_of (b_shapes, b, "640300"), ==, "slot 1");
}

/* What it says to those who cannot see it (C29). */
static void
test_texts (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 0.0);
  g_autofree char *description = atlas_chart_layout_dup_description (layout);
  g_autofree char *first = atlas_chart_layout_dup_mark_text (layout, 0);
  g_autofree char *last = atlas_chart_layout_dup_mark_text (layout, 3);

  g_assert_cmpstr (first, ==, "Ningxia Hui Autonomous Region · Certified share 31.3%, 2023");
  g_assert_cmpstr (last, ==, "Qijiang District · Certified share: not published");
  g_assert_cmpstr (description, ==,
                   "Bar chart: Certified share. 2023 · Unit: %. 3 values. Highest: Ningxia Hui Autonomous Region "
                   "31.3%; lowest: Dali Bai Autonomous Prefecture less than 11.1%. 1 value is missing.");
}

/* Drawing leaves the matrix, the path and the source as they were, and draws at the current origin. */
static void
test_draw_is_local (void)
{
  g_autoptr (AtlasTable) table = sample_years (3);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 300.0, 260.0);
  cairo_surface_t *one = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 260);
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 360);
  cairo_t *a = cairo_create (one), *b = cairo_create (other);
  cairo_matrix_t matrix;

  atlas_chart_layout_draw (layout, a);
  cairo_translate (b, 50.0, 60.0);
  atlas_chart_layout_draw (layout, b);
  cairo_get_matrix (b, &matrix);
  g_assert_cmpfloat (matrix.x0, ==, 50.0);
  g_assert_cmpfloat (matrix.y0, ==, 60.0);
  g_assert_false (cairo_has_current_point (b));
  g_assert_cmpfloat (cairo_get_line_width (b), ==, 2.0);
  cairo_surface_flush (one);
  cairo_surface_flush (other);
  for (int y = 0; y < 260; y++)
    g_assert_cmpmem (cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one), 300 * 4,
                     cairo_image_surface_get_data (other) + (y + 60) * cairo_image_surface_get_stride (other) + 50 * 4,
                     300 * 4);
  cairo_destroy (a);
  cairo_destroy (b);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

/* C13 and C12: number, headline, subtitle with geography, period and unit, and the source. */
static void
test_titles_and_source (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  spec->number = g_strdup ("Figure 1");
  atlas_chart_spec_set_titles (spec, "A million", NULL);
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  shapes = sample_list_shapes (layout);
  g_assert_nonnull (sample_find_text (shapes, "Figure 1  A million"));
  g_assert_nonnull (sample_find_text (shapes, "Certified social workers · Ningxia Hui Autonomous Region · 2012–2023 · "
                                              "Unit: people"));
  g_assert_nonnull (sample_find_text (shapes, "Source"));
}

/* What is asked of twelve years and known of one is not said to be of twelve. */
static void
test_period_of_values (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, NAN }, { "640000", NULL, 2023, 4072 }, { "640300", NULL, 2022, NAN }, { "640300", NULL, 2023, 753 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2012, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_nonnull (strstr (dump, "2023 · Unit: people"));
  g_assert_null (strstr (dump, "2012–2023"));
}

/* Sources that fill more than three lines are counted instead of cut off. */
static void
test_many_sources (void)
{
  g_autoptr (AtlasTable) table = sample_random (40, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 400.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *source = sample_find_text (shapes, "Source: ");

  g_assert_nonnull (source);
  g_assert_true (g_str_has_suffix (source->text, " in all"));
  g_assert_cmpfloat (source->box.height, <, 3 * atlas_chart_style_light ()->note_size * 1.4);
}

static void
test_empty (void)
{
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2023, 2023, NULL, 0);

  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 300.0, 0.0);
      g_autofree char *text = atlas_chart_layout_dup_description (layout);

      g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 0);
      g_assert_cmpint (atlas_chart_layout_step (layout, 0, 1, 0), ==, -1);
      g_assert_nonnull (text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/layout/no-collisions", test_no_collisions);
  g_test_add_func ("/charts/layout/bars-to-scale", test_bars_to_scale);
  g_test_add_func ("/charts/layout/smallest", test_smallest);
  g_test_add_func ("/charts/layout/hidden", test_hidden);
  g_test_add_func ("/charts/layout/measure", test_measure);
  g_test_add_func ("/charts/layout/natural-height", test_natural_height);
  g_test_add_func ("/charts/layout/hit", test_hit);
  g_test_add_func ("/charts/layout/step", test_step);
  g_test_add_func ("/charts/layout/region-colour", test_region_colour);
  g_test_add_func ("/charts/layout/texts", test_texts);
  g_test_add_func ("/charts/layout/draw-is-local", test_draw_is_local);
  g_test_add_func ("/charts/layout/titles-and-source", test_titles_and_source);
  g_test_add_func ("/charts/layout/period-of-values", test_period_of_values);
  g_test_add_func ("/charts/layout/many-sources", test_many_sources);
  g_test_add_func ("/charts/layout/empty", test_empty);
  return g_test_run ();
}
