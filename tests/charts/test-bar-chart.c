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
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);

  sample_set_slots (spec);
  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
}

/* The mark of a region, whose bar starts at the axis. */
static const AtlasChartMark *
mark_of (const AtlasChartLayout *layout,
         const char             *code)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    if (strcmp (atlas_chart_layout_get_mark (layout, m)->observation->region->code, code) == 0)
      return atlas_chart_layout_get_mark (layout, m);
  g_assert_not_reached ();
}

/* C1, C2: bars start at 0, are as long as their values, and stand in the order of these. */
static void
test_lengths (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);
  const AtlasChartMark *largest = mark_of (layout, "640000"), *second = mark_of (layout, "640300");
  const AtlasChartMark *third = mark_of (layout, "532900");

  g_assert_cmpfloat (largest->bounds.x, ==, second->bounds.x);
  g_assert_cmpfloat_with_epsilon (second->bounds.width / largest->bounds.width, 753.0 / 4072.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (third->bounds.width / largest->bounds.width, 477.0 / 4072.0, 1e-6);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 0)->row, ==, 0);
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 1)->observation->region->code, ==, "500110");
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 2)->observation->region->code, ==, "640300");
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 3)->observation->region->code, ==, "532900");
}

/* C10: "at least" reaches beyond its value in a point, and says so; the sign is explained, others are not. */
static void
test_at_least (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const AtlasChartMark *mark = mark_of (layout, "500110"), *exact = mark_of (layout, "640000");
  double value = exact->bounds.width * 810.0 / 4072.0;

  g_assert_cmpstr (mark->label, ==, "≥ 810");
  g_assert_cmpfloat (mark->bounds.width, >, value + 3.0);
  g_assert_nonnull (sample_find_text (shapes, "≥ and a pointed end: at least"));
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      g_assert_true (shape->text == NULL || strstr (shape->text, "≤") == NULL);
    }
}

/* A stand-in is lighter with an edge in its colour, carries its period and is explained. */
static void
test_stand_in (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 900.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpstr (mark_of (layout, "532900")->label, ==, "477 (undated)");
  g_assert_nonnull (strstr (dump, "[lighter]"));
  g_assert_nonnull (sample_find_text (shapes, "≥ and a pointed end: at least   Lighter: undated or earlier"));
}

/* Among years, a stand-in says of what year it really is, even if most values are of that one. */
static void
test_stand_in_among_years (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 500 },
    { "640000", NULL, 2022, 500, .stand_in = TRUE, .period = "2021" },
    { "640000", NULL, 2023, 700 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 900.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  for (guint m = 0; m < 3; m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      g_assert_cmpstr (mark->label, ==, mark->row == 0 ? "500" : mark->row == 1 ? "500 (2021)" : "700");
    }
  g_assert_nonnull (sample_find_text (shapes, "Lighter: undated, or of another year"));
}

/* C7, C8: a missing value has words and no bar; what takes part in the scale are the others. */
static void
test_missing (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const AtlasChartMark *mark = mark_of (layout, "500110");
  const SampleShape *words;
  guint n_bars = 0;

  g_assert_cmpstr (mark->label, ==, "not published");
  words = sample_find_text (shapes, "not published");
  g_assert_nonnull (words);
  g_assert_cmpfloat (mark->bounds.x + mark->bounds.width, >=, words->box.x + words->box.width);
  g_assert_cmpuint (mark->row, ==, 3);
  for (guint i = 0; i < shapes->len; i++)
    n_bars += strcmp (((const SampleShape *) g_ptr_array_index (shapes, i))->kind, "polygon") == 0;
  g_assert_cmpuint (n_bars, ==, 3);
}

/* Each kind of missing has words of its own, and a sign of its own where there is no room for them. */
static void
test_kinds_of_missing (void)
{
  SampleRow rows[ATLAS_MISSING_SUPPRESSED + 2];
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;

  for (AtlasMissing missing = 0; missing <= ATLAS_MISSING_SUPPRESSED; missing++)
    {
      g_autofree char *code = g_strdup_printf ("900%03u", missing + 1);

      rows[missing] = (SampleRow) { sample_region (code)->code, NULL, 2023, NAN, .missing = missing };
    }
  rows[ATLAS_MISSING_SUPPRESSED + 1] = (SampleRow) { "640000", NULL, 2023, 0.0 };
  table = sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  layout = lay_out (table, 600.0);
  for (guint m = 0; m < G_N_ELEMENTS (rows); m++)
    g_hash_table_add (texts, atlas_chart_layout_get_mark (layout, m)->label);
  g_assert_cmpuint (g_hash_table_size (texts), ==, G_N_ELEMENTS (rows));
  /* A true zero is a value: it says 0 and stands before those that are missing. */
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 0)->label, ==, "0");
}

/* A note about one row is numbered beside it and under the chart. */
static void
test_row_note (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_nonnull (sample_find_text (shapes, "24.0% ①"));
  g_assert_nonnull (sample_find_text (shapes, "≤ and a notched end: at most   ①\u00a0与全区口径一致"));
}

/* C2: another order is kept, and said. */
static void
test_order (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autofree char *dump = NULL;

  spec->keep_order = TRUE;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  dump = atlas_chart_layout_dump (layout);
  for (guint m = 0; m < 4; m++)
    g_assert_cmpuint (atlas_chart_layout_get_mark (layout, m)->row, ==, m);
  g_assert_nonnull (strstr (dump, "In the order chosen"));
}

/* The dashed line stands at its value, and keeps off each label that is in its way. */
static void
test_reference (void)
{
  g_autoptr (AtlasTable) table = sample_shares ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  const AtlasChartMark *largest;
  guint n_pieces = 0;

  atlas_chart_spec_set_reference (spec, 26.0, "全国 26.0%");
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 400.0, 0.0);
  shapes = sample_list_shapes (layout);
  largest = mark_of (layout, "640000");
  g_assert_nonnull (sample_find_text (shapes, "全国 26.0%"));
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *line = g_ptr_array_index (shapes, i);

      if (strcmp (line->kind, "line") != 0 || strcmp (line->paint, "text") != 0)
        continue;
      n_pieces++;
      g_assert_cmpfloat_with_epsilon (line->box.x, largest->bounds.x + largest->bounds.width * 26.0 / 31.323, 0.1);
      for (guint k = 0; k < shapes->len; k++)
        {
          const SampleShape *text = g_ptr_array_index (shapes, k);

          if (text->text != NULL && line->box.x > text->box.x && line->box.x < text->box.x + text->box.width)
            g_assert_false (line->box.y < text->box.y + text->box.height + 1.8 &&
                            line->box.y + line->box.height > text->box.y - 1.8);
        }
    }
  g_assert_cmpuint (n_pieces, ==, 2);
}

/* Bars below zero go the other way from the same axis, and no label covers a name. */
static void
test_negative (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 30.0 },
    { "640300", NULL, 2023, -60.0 },
  };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const AtlasChartMark *up = mark_of (layout, "640000"), *down = mark_of (layout, "640300");
  const SampleShape *label = sample_find_text (shapes, "−60.0%"), *name = sample_find_text (shapes, "Wuzhong");

  g_assert_cmpfloat_with_epsilon (down->bounds.x + down->bounds.width, up->bounds.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (down->bounds.width, 2.0 * up->bounds.width, 1e-6);
  g_assert_cmpfloat (label->box.x, >=, name->box.x + name->box.width);
  g_assert_cmpfloat (label->box.x + label->box.width, <=, down->bounds.x);
}

/* C22: one unit for the axis, in the subtitle, and labels in it. */
static void
test_chinese_scale (void)
{
  static const SampleRow rows[] = {
    { "640000", "service_purchase", 2023, 60000000.0, ATLAS_QUALIFIER_AT_LEAST },
    { "640000", "incentives", 2023, 2613000.0 },
    { "640000", "training", 2023, NAN },
  };
  g_autoptr (AtlasTable) table = sample_table ("money", "purpose", 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  layout = lay_out (table, 500.0);
  shapes = sample_list_shapes (layout);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 0)->label, ==, "≥ 6000");
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 1)->label, ==, "261.3");
  /* A purpose that nobody has a figure for is named instead of drawn. */
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_null (sample_find_text (shapes, "培训"));
}

/* As many rows as there are provinces, in a picture of the usual size: every name stays, in smaller type. */
static void
test_dense (void)
{
  g_autoptr (AtlasTable) table = sample_random (34, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 800.0, 600.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 34);
  g_assert_null (strstr (dump, "Only in the table"));
}

/* The middle half of a text, where its letters certainly are, within none of the marks of values. */
static void
assert_text_off_marks (const AtlasChartLayout *layout,
                       const SampleShape      *text)
{
  AtlasRect ink = { text->box.x, text->box.y + text->box.height * 0.3, text->box.width, text->box.height * 0.4 };

  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, i);
      AtlasRect bar = mark->bounds;

      if (!atlas_observation_is_missing (mark->observation) && ink.x < bar.x + bar.width && bar.x < ink.x + ink.width &&
          ink.y < bar.y + bar.height && bar.y < ink.y + ink.height)
        g_error ("“%s” lies over a mark in\n%s", text->text, atlas_chart_layout_dump (layout));
    }
}

/* Where rows are lower than text, a number stands beyond the bars, or dots, above and below its own. */
static void
test_low_rows (void)
{
  static const AtlasChartKind kinds[] = { ATLAS_CHART_BAR, ATLAS_CHART_DOT };

  for (guint n = 0; n < 20; n++)
    {
      g_autoptr (AtlasTable) table = sample_random ((guint) g_test_rand_int_range (8, 200), FALSE);
      g_autoptr (AtlasChartSpec) spec = sample_spec (kinds[n % G_N_ELEMENTS (kinds)], table);
      double width = g_test_rand_double_range (280.0, 500.0), height = g_test_rand_double_range (160.0, 320.0);
      g_autoptr (AtlasChartLayout) layout = NULL;
      g_autoptr (GPtrArray) shapes = NULL;

      spec->keep_order = g_test_rand_bit ();
      layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), width, height);
      shapes = sample_list_shapes (layout);
      for (guint i = 0; i < shapes->len; i++)
        if (((const SampleShape *) g_ptr_array_index (shapes, i))->text != NULL)
          assert_text_off_marks (layout, g_ptr_array_index (shapes, i));
    }
}

static cairo_surface_t *
new_picture (AtlasChartLayout *layout)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (atlas_chart_layout_get_width (layout)),
                                                         (int) ceil (atlas_chart_layout_get_height (layout)));
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return picture;
}

static guint32
pixel (cairo_surface_t *picture,
       double           x,
       double           y)
{
  const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (picture) +
                                                         (int) y * cairo_image_surface_get_stride (picture));

  return row[(int) x] & 0xffffff;
}

/* Reference by construction: inside the bounds of each exact bar is its colour, right of it the background. */
static void
test_pixels (void)
{
  static const guint32 colours[] = { 0x2265c1, 0xb75800 };
  static const char *const codes[] = { "640000", "640300" };
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 500.0);
  cairo_surface_t *picture = new_picture (layout);
  cairo_t *cr = cairo_create (picture);

  atlas_chart_layout_draw (layout, cr);
  cairo_surface_flush (picture);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      AtlasRect bar = mark_of (layout, codes[i])->bounds;
      double middle = bar.y + bar.height / 2.0;

      for (double x = ceil (bar.x); x < floor (bar.x + bar.width); x++)
        g_assert_cmphex (pixel (picture, x, middle), ==, colours[i]);
      g_assert_cmphex (pixel (picture, ceil (bar.x + bar.width) + 1.0, middle), ==, 0xffffff);
      g_assert_cmphex (pixel (picture, bar.x + bar.width / 2.0, bar.y - 1.5), ==, 0xffffff);
      g_assert_cmphex (pixel (picture, bar.x + bar.width / 2.0, bar.y + bar.height + 1.5), ==, 0xffffff);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/bar/lengths", test_lengths);
  g_test_add_func ("/charts/bar/at-least", test_at_least);
  g_test_add_func ("/charts/bar/stand-in", test_stand_in);
  g_test_add_func ("/charts/bar/stand-in-among-years", test_stand_in_among_years);
  g_test_add_func ("/charts/bar/missing", test_missing);
  g_test_add_func ("/charts/bar/kinds-of-missing", test_kinds_of_missing);
  g_test_add_func ("/charts/bar/row-note", test_row_note);
  g_test_add_func ("/charts/bar/order", test_order);
  g_test_add_func ("/charts/bar/reference", test_reference);
  g_test_add_func ("/charts/bar/negative", test_negative);
  g_test_add_func ("/charts/bar/chinese-scale", test_chinese_scale);
  g_test_add_func ("/charts/bar/dense", test_dense);
  g_test_add_func ("/charts/bar/low-rows", test_low_rows);
  g_test_add_func ("/charts/bar/pixels", test_pixels);
  return g_test_run ();
}
