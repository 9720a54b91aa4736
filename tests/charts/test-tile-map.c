/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/kinds/province-tiles.h"

static AtlasTable *
make_rates (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 31.3 },
    { "110000", NULL, 2023, 50.0, ATLAS_QUALIFIER_AT_LEAST },
    { "150000", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_REPORTED },
    { "650000", NULL, 2023, 12.0, .stand_in = TRUE, .period = "2021" },
    { "810000", NULL, 2023, 5.0 },
    { "500110", NULL, 2023, 47.0 },
  };

  return sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasTable *
make_counts (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 400 },
    { "110000", NULL, 2023, 100 },
    { "810000", NULL, 2023, 0 },
    { "150000", NULL, 2023, -100 },
  };

  return sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasChartLayout *
lay_out (AtlasTable *table,
         double      width)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_TILE_MAP, table);

  return atlas_chart_layout_new (spec, atlas_chart_style_light (), width, 0.0);
}

static int
mark_of (const AtlasChartLayout *layout,
         const char             *code)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    if (strcmp (atlas_chart_layout_get_mark (layout, m)->observation->region->code, code) == 0)
      return (int) m;
  return -1;
}

static AtlasRect
bounds_of (const AtlasChartLayout *layout,
           const char             *code)
{
  return atlas_chart_layout_get_mark (layout, (guint) mark_of (layout, code))->bounds;
}

/* The first shape of KIND in the middle of the tile of CODE. */
static const SampleShape *
shape_in (GPtrArray              *shapes,
          const AtlasChartLayout *layout,
          const char             *code,
          const char             *kind,
          const char             *paint)
{
  AtlasRect tile = bounds_of (layout, code);

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (strcmp (shape->kind, kind) == 0 && (paint == NULL || strcmp (shape->paint, paint) == 0) &&
          shape->box.x >= tile.x - 0.2 && shape->box.x + shape->box.width <= tile.x + tile.width + 0.2 &&
          shape->box.y >= tile.y - 0.2 && shape->box.y + shape->box.height <= tile.y + tile.height + 0.2)
        return shape;
    }
  return NULL;
}

/* 31 provinces and 香港, 澳门, 台湾, each with a place of its own, the corner for the legend free. */
static void
test_places (void)
{
  gboolean taken[ATLAS_TILE_ROWS][ATLAS_TILE_COLUMNS] = { { FALSE } };
  g_autoptr (GHashTable) letters = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    {
      const AtlasProvinceTile *tile = atlas_province_tile_get_nth (i);

      g_assert_cmpuint (tile->column, <, ATLAS_TILE_COLUMNS);
      g_assert_cmpuint (tile->row, <, ATLAS_TILE_ROWS);
      g_assert_false (taken[tile->row][tile->column]);
      g_assert_true (tile->row >= ATLAS_TILE_FREE_ROWS || tile->column >= ATLAS_TILE_FREE_COLUMNS);
      g_assert_true (g_str_has_suffix (tile->code, "0000"));
      g_assert_cmpint (atlas_province_tile_find (tile->code), ==, (int) i);
      g_assert_cmpint (g_utf8_strlen (tile->letter_zh, -1), ==, 1);
      g_assert_cmpuint (strlen (tile->letter_en), ==, 2);
      taken[tile->row][tile->column] = TRUE;
      g_hash_table_add (letters, (gpointer) tile->letter_zh);
      g_hash_table_add (letters, (gpointer) tile->letter_en);
    }
  for (guint i = 0; i < ATLAS_TILE_FURTHER_FREE_COLUMNS; i++)
    g_assert_false (taken[0][ATLAS_TILE_FREE_COLUMNS + i]);
  for (guint i = 0; i < ATLAS_TILE_LOWER_FREE_ROWS * ATLAS_TILE_LOWER_FREE_COLUMNS; i++)
    g_assert_false (taken[ATLAS_TILE_ROWS - 1 - i / ATLAS_TILE_LOWER_FREE_COLUMNS][i % ATLAS_TILE_LOWER_FREE_COLUMNS]);
  g_assert_cmpuint (g_hash_table_size (letters), ==, 2 * ATLAS_N_PROVINCE_TILES);
  g_assert_cmpint (atlas_province_tile_find ("640300"), ==, -1);
}

/* C16: rates by class, of 5 | 12 | 31.3 | 47 | 50 five; missing hatched; who is no province is named. */
static void
test_rates (void)
{
  g_autoptr (AtlasTable) table = make_rates ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 720.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  guint n_empty = 0;

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 5);
  g_assert_nonnull (shape_in (shapes, layout, "110000", "polygon", "class 4"));
  g_assert_nonnull (shape_in (shapes, layout, "640000", "polygon", "class 2"));
  g_assert_nonnull (shape_in (shapes, layout, "650000", "polygon", "class 1"));
  g_assert_nonnull (shape_in (shapes, layout, "650000", "line", "dashes"));
  g_assert_null (shape_in (shapes, layout, "640000", "line", NULL));
  g_assert_nonnull (shape_in (shapes, layout, "810000", "polygon", "class 0"));
  g_assert_nonnull (shape_in (shapes, layout, "150000", "hatch", NULL));
  g_assert_nonnull (strstr (dump, "Not on this map of provinces: Qijiang District"));
  g_assert_nonnull (strstr (dump, "≥ 50%"));
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      n_empty += strcmp (shape->kind, "line") == 0 && strcmp (shape->paint, "axis") == 0;
    }
  g_assert_cmpuint (n_empty, ==, ATLAS_N_PROVINCE_TILES - 5);
}

/* C16: a count has no colours by class; squares have areas in proportion, below zero an empty one, and this is said. */
static void
test_counts (void)
{
  g_autoptr (AtlasTable) table = make_counts ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 720.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  const SampleShape *large = shape_in (shapes, layout, "640000", "polygon", "neutral");
  const SampleShape *small = shape_in (shapes, layout, "110000", "polygon", "neutral");

  g_assert_null (strstr (dump, "[class"));
  g_assert_cmpfloat_with_epsilon (large->box.width, large->box.height, 0.2);
  g_assert_cmpfloat_with_epsilon (large->box.width, 2.0 * small->box.width, 0.3);
  g_assert_null (shape_in (shapes, layout, "810000", "polygon", "neutral"));
  g_assert_null (shape_in (shapes, layout, "150000", "polygon", "neutral"));
  g_assert_nonnull (shape_in (shapes, layout, "150000", "line", "neutral"));
  g_assert_nonnull (strstr (dump, "Squares in proportion to the values"));
  /* The legend shows two round values, the square of 200 having half the area of that of 400. */
  g_assert_nonnull (sample_find_text (shapes, "200"));
  g_assert_nonnull (sample_find_text (shapes, "50"));
}

/* Short names as they are said, 直辖市, 自治区 and 特别行政区 too, where there is room; else of one character. */
static void
test_names (void)
{
  g_autoptr (AtlasTable) table = make_rates ();
  g_autoptr (AtlasChartLayout) wide = NULL;
  g_autoptr (AtlasChartLayout) narrow = NULL;
  g_autoptr (GPtrArray) long_names = NULL;
  g_autoptr (GPtrArray) letters = NULL;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  wide = lay_out (table, 720.0);
  narrow = lay_out (table, 240.0);
  g_setenv ("LANGUAGE", "en", TRUE);
  long_names = sample_list_shapes (wide);
  letters = sample_list_shapes (narrow);
  g_assert_cmpstr (shape_in (long_names, wide, "640000", "text", NULL)->text, ==, "宁夏");
  g_assert_cmpstr (shape_in (long_names, wide, "110000", "text", NULL)->text, ==, "北京");
  g_assert_cmpstr (shape_in (long_names, wide, "650000", "text", NULL)->text, ==, "新疆");
  g_assert_cmpstr (shape_in (long_names, wide, "810000", "text", NULL)->text, ==, "香港");
  g_assert_cmpstr (shape_in (long_names, wide, "150000", "text", NULL)->text, ==, "内蒙古 —");
  g_assert_cmpstr (shape_in (letters, narrow, "640000", "text", NULL)->text, ==, "宁");
  g_assert_cmpstr (shape_in (letters, narrow, "810000", "text", NULL)->text, ==, "港");
}

static guint
count_texts (GPtrArray  *shapes,
             const char *text)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    n += g_strcmp0 (((const SampleShape *) g_ptr_array_index (shapes, i))->text, text) == 0;
  return n;
}

/* C16 in the least room there is: letters in the tiles, the edges between the classes of 5 | 12 | 31.3 | 47 | 50, which are
 * 12, 31.3 …, as far as they have room, the hatching explained, and the parent's value with its pointer. */
static void
test_small (void)
{
  g_autoptr (AtlasTable) table = make_rates ();
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_TILE_MAP, table);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  atlas_chart_spec_set_reference (spec, 30.0, "China: 30.0%");
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 264.0, 144.0);
  shapes = sample_list_shapes (layout);
  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    g_assert_cmpuint (count_texts (shapes, atlas_province_tile_get_nth (i)->letter_en), ==, 1);
  g_assert_nonnull (sample_find_text (shapes, "no value"));
  g_assert_nonnull (sample_find_text (shapes, "China: 30.0%"));
  g_assert_nonnull (sample_find_text (shapes, "20"));
  g_assert_nonnull (sample_find_text (shapes, "40"));
  g_assert_nonnull (sample_find_text (shapes, "Only in the table: "));
}

/* Where there is no line for a square below the name, it stands behind it: neither covers the other. */
static void
test_small_counts (void)
{
  g_autoptr (AtlasTable) table = make_counts ();
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_TILE_MAP, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 264.0, 144.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  const SampleShape *square = shape_in (shapes, layout, "640000", "polygon", "neutral");
  const SampleShape *name = sample_find_text (shapes, "NX");

  g_assert_nonnull (name);
  g_assert_cmpfloat (name->box.x + name->box.width, <, square->box.x);
  g_assert_nonnull (sample_find_text (shapes, "200"));
}

/* C26: panels share their sizes, and say once what these mean. */
static void
test_panels (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 400 }, { "640000", NULL, 2023, 100 },
    { "110000", NULL, 2022, 100 }, { "110000", NULL, 2023, 100 },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_TILE_MAP, table);
  const double heights[] = { 0.0, 330.0 };

  spec->panels = ATLAS_PANELS_YEAR;
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, heights[i]);
      g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
      const SampleShape *large = shape_in (shapes, layout, "640000", "polygon", "neutral");
      const SampleShape *legend = NULL;

      g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
      g_assert_cmpuint (count_texts (shapes, "200"), ==, 1);
      for (guint k = 0; k < shapes->len && legend == NULL; k++)
        if (strcmp (((const SampleShape *) g_ptr_array_index (shapes, k))->paint, "neutral") == 0)
          legend = g_ptr_array_index (shapes, k);
      /* Of 200: half the area of the square of 400. */
      g_assert_cmpfloat_with_epsilon (legend->box.width, large->box.width / sqrt (2.0), 0.3);
    }
}

/* The arrow keys go to the nearest tile that way. */
static void
test_step (void)
{
  g_autoptr (AtlasTable) table = make_rates ();
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 720.0);
  int ningxia = mark_of (layout, "640000"), inner_mongolia = mark_of (layout, "150000");

  g_assert_cmpint (atlas_chart_layout_step (layout, mark_of (layout, "650000"), 0, 1), ==, ningxia);
  g_assert_cmpint (atlas_chart_layout_step (layout, ningxia, 0, -1), ==, mark_of (layout, "650000"));
  g_assert_cmpint (atlas_chart_layout_step (layout, ningxia, 0, 1), ==, inner_mongolia);
  g_assert_cmpint (atlas_chart_layout_step (layout, inner_mongolia, 0, 1), ==, mark_of (layout, "110000"));
  /* Straight down, however far, before what lies more aside than down. */
  g_assert_cmpint (atlas_chart_layout_step (layout, mark_of (layout, "110000"), 1, 0), ==, mark_of (layout, "810000"));
  g_assert_cmpint (atlas_chart_layout_step (layout, inner_mongolia, 1, 0), ==, ningxia);
  g_assert_cmpint (atlas_chart_layout_step (layout, mark_of (layout, "810000"), 1, 0), ==, mark_of (layout, "810000"));
}

/* Of several years one is shown, the latest, and the others are named. */
static void
test_years (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 10.0 }, { "640000", NULL, 2023, 20.0 },
    { "110000", NULL, 2022, 30.0 }, { "110000", NULL, 2023, 40.0 },
  };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartLayout) layout = lay_out (table, 720.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 2);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 0)->row, ==, 3);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout, 1)->row, ==, 1);
  g_assert_nonnull (strstr (dump, "Shown: 2023; not shown: 2022"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/tile-map/places", test_places);
  g_test_add_func ("/charts/tile-map/rates", test_rates);
  g_test_add_func ("/charts/tile-map/counts", test_counts);
  g_test_add_func ("/charts/tile-map/names", test_names);
  g_test_add_func ("/charts/tile-map/small", test_small);
  g_test_add_func ("/charts/tile-map/small-counts", test_small_counts);
  g_test_add_func ("/charts/tile-map/panels", test_panels);
  g_test_add_func ("/charts/tile-map/step", test_step);
  g_test_add_func ("/charts/tile-map/years", test_years);
  return g_test_run ();
}
