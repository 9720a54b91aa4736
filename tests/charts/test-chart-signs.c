/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* C9: the signs of yearbooks beside our own, in both languages. */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "chart-asserts.h"
#include "test-language.h"

/* Of every sort: Wuzhong is not exact and has a note, Dali is below half of 0.1%, Ningxia and Beijing are missing for
 * different reasons. */
static const SampleRow mixed[] = {
  { "650000", NULL, 2023, 24.0 },
  { "640300", NULL, 2023, 12.5, ATLAS_QUALIFIER_AT_LEAST, .note = "按常住人口计算" },
  { "532900", NULL, 2023, 0.04 },
  { "640000", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_APPLICABLE },
  { "110000", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_REPORTED },
};

typedef struct {
  AtlasChartLayout *layout;
  GPtrArray *shapes;
} Chart;

static void
chart_clear (Chart *self)
{
  atlas_chart_layout_free (self->layout);
  g_ptr_array_unref (self->shapes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

static Chart
lay_out (AtlasChartKind   kind,
         AtlasSignSet     signs,
         const char      *language,
         const SampleRow *rows,
         guint            n_rows)
{
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, n_rows);
  g_autoptr (AtlasChartSpec) spec = sample_spec (kind, table);
  Chart chart;

  spec->signs = signs;
  g_setenv ("LANGUAGE", language, TRUE);
  textdomain (GETTEXT_PACKAGE);
  chart.layout = atlas_chart_layout_new (spec, atlas_chart_style_print (), 640.0, 0.0);
  chart.shapes = sample_list_shapes (chart.layout);
  g_setenv ("LANGUAGE", "en", TRUE);
  textdomain (GETTEXT_PACKAGE);
  assert_texts_apart (chart.layout, chart.shapes);
  assert_all_inside (chart.layout, chart.shapes);
  return chart;
}

/* (nullable): the first text with PART. */
static const char *
find (const Chart *chart,
      const char  *part)
{
  for (guint i = 0; i < chart->shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (chart->shapes, i);

      if (shape->text != NULL && strstr (shape->text, part) != NULL)
        return shape->text;
    }
  return NULL;
}

static guint
count_kind (const Chart *chart,
            const char  *kind)
{
  guint n = 0;

  for (guint i = 0; i < chart->shapes->len; i++)
    n += strcmp (((const SampleShape *) g_ptr_array_index (chart->shapes, i))->kind, kind) == 0;
  return n;
}

static const char *
label_of (const Chart *chart,
          const char  *code)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (chart->layout); m++)
    if (strcmp (atlas_chart_layout_get_mark (chart->layout, m)->observation->region->code, code) == 0)
      return atlas_chart_layout_get_mark (chart->layout, m)->label;
  g_assert_not_reached ();
}

/* The values that are the same in both sets. */
static void
assert_common (const Chart *chart)
{
  g_assert_cmpstr (label_of (chart, "650000"), ==, "24.0%");
  g_assert_cmpstr (label_of (chart, "640300"), ==, "≥ 12.5% ①");
  g_assert_cmpstr (find (chart, "24.0%"), ==, "24.0%");
  g_assert_cmpstr (find (chart, "12.5%"), ==, "≥ 12.5% ①");
  g_assert_nonnull (find (chart, "①\u00a0按常住人口计算"));
  g_assert_null (find (chart, "≤"));
  g_assert_null (find (chart, "*"));
}

static void
test_standard (void)
{
  static const struct { const char *language, *notes, *not_applicable, *not_published; } words[] = {
    { "en", "≥ and a pointed end: at least   ①", "not applicable", "not published" },
    { "zh_CN", "≥ 与箭头：不少于　①", "不适用", "未公布" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (Chart) chart = lay_out (ATLAS_CHART_BAR, ATLAS_SIGNS_STANDARD, words[i].language, mixed, G_N_ELEMENTS (mixed));

      assert_common (&chart);
      g_assert_cmpstr (find (&chart, "0.04"), ==, "0.04%");
      g_assert_cmpstr (find (&chart, words[i].not_applicable), ==, words[i].not_applicable);
      g_assert_cmpstr (find (&chart, words[i].not_published), ==, words[i].not_published);
      g_assert_nonnull (find (&chart, words[i].notes));
      g_assert_null (find (&chart, "…"));
    }
}

/* One blank for both reasons, which only the marks still tell apart. */
static void
test_yearbook (void)
{
  static const struct { const char *language, *notes, *not_applicable, *not_published; } words[] = {
    { "en", "≥ and a pointed end: at least   …: less than half the smallest unit shown   Blank: unknown or none",
      "not applicable", "not published" },
    { "zh_CN", "≥ 与箭头：不少于　…：不足本图最小单位的一半　空格：数据不详或无该项数据", "不适用", "未公布" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (Chart) chart = lay_out (ATLAS_CHART_BAR, ATLAS_SIGNS_YEARBOOK, words[i].language, mixed, G_N_ELEMENTS (mixed));

      assert_common (&chart);
      g_assert_cmpstr (find (&chart, "…"), ==, "…");
      g_assert_null (find (&chart, "0.04"));
      g_assert_null (find (&chart, words[i].not_applicable));
      g_assert_null (find (&chart, words[i].not_published));
      g_assert_cmpstr (label_of (&chart, "640000"), ==, words[i].not_applicable);
      g_assert_cmpstr (label_of (&chart, "110000"), ==, words[i].not_published);
      g_assert_nonnull (find (&chart, words[i].notes));
    }
}

/* What is not used is not explained. */
static void
test_unused (void)
{
  g_auto (Chart) chart = lay_out (ATLAS_CHART_BAR, ATLAS_SIGNS_YEARBOOK, "en", mixed, 1);
  g_auto (Chart) small = lay_out (ATLAS_CHART_BAR, ATLAS_SIGNS_YEARBOOK, "en", mixed, 3);

  g_assert_null (find (&chart, "Blank"));
  g_assert_null (find (&chart, "…"));
  g_assert_null (find (&chart, "at least"));
  g_assert_null (find (&small, "Blank"));
  g_assert_nonnull (find (&small, "…: less than half"));
}

/* Half of 0.1% is written, 0 is a value, and what is at least so much keeps its number. */
static void
test_edges (void)
{
  static const SampleRow rows[] = {
    { "650000", NULL, 2023, 0.05 },
    { "640300", NULL, 2023, 0.04, ATLAS_QUALIFIER_AT_LEAST },
    { "532900", NULL, 2023, 0.049 },
    { "640000", NULL, 2023, -0.049 },
    { "110000", NULL, 2023, 0.0 },
  };
  g_auto (Chart) chart = lay_out (ATLAS_CHART_BAR, ATLAS_SIGNS_YEARBOOK, "en", rows, G_N_ELEMENTS (rows));

  g_assert_cmpstr (label_of (&chart, "650000"), ==, "0.1%");
  g_assert_cmpstr (label_of (&chart, "640300"), ==, "≥ 0.04%");
  g_assert_cmpstr (label_of (&chart, "532900"), ==, "…");
  g_assert_cmpstr (label_of (&chart, "640000"), ==, "…");
  g_assert_cmpstr (label_of (&chart, "110000"), ==, "0%");
}

/* A cell that nothing is known of is empty; one of a map is hatched with our sign (C16). */
static void
test_areas (void)
{
  g_auto (Chart) ours = lay_out (ATLAS_CHART_HEAT, ATLAS_SIGNS_STANDARD, "en", mixed, G_N_ELEMENTS (mixed));
  g_auto (Chart) heat = lay_out (ATLAS_CHART_HEAT, ATLAS_SIGNS_YEARBOOK, "en", mixed, G_N_ELEMENTS (mixed));
  g_auto (Chart) map = lay_out (ATLAS_CHART_TILE_MAP, ATLAS_SIGNS_YEARBOOK, "en", mixed, G_N_ELEMENTS (mixed));

  g_assert_cmpuint (count_kind (&ours, "hatch"), >=, 2);
  g_assert_cmpuint (count_kind (&heat, "hatch"), ==, 0);
  g_assert_nonnull (find (&heat, "Blank: unknown or none"));
  g_assert_cmpuint (count_kind (&map, "hatch"), >=, 2);
  g_assert_null (find (&map, "Blank"));
}

/* Other kinds that write values beside or into their marks. */
static void
test_kinds (void)
{
  static const AtlasChartKind kinds[] = { ATLAS_CHART_DOT, ATLAS_CHART_GROUPED_BAR, ATLAS_CHART_HEAT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (Chart) chart = lay_out (kinds[i], ATLAS_SIGNS_YEARBOOK, "en", mixed, G_N_ELEMENTS (mixed));

      g_assert_nonnull (find (&chart, "Blank: unknown or none"));
      g_assert_nonnull (find (&chart, "…: less than half the smallest unit shown"));
      g_assert_null (find (&chart, "not applicable"));
      g_assert_null (find (&chart, "×"));
    }
}

/* What is noted of each year in the same words is one note, since the years stand at the axis. */
static void
test_notes_of_years (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 440, .note = "0 of 22 returned (2021)" },
    { "640000", NULL, 2022, 522, .note = "0 of 22 returned (2022)" },
    { "640000", NULL, 2023, 637, .note = "21 of 22 returned (2023)" },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 640.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_nonnull (strstr (dump, "①\u00a00 of 22 returned"));
  g_assert_nonnull (strstr (dump, "②\u00a021 of 22 returned"));
  g_assert_null (strstr (dump, "returned (20"));
  g_assert_null (strstr (dump, "③"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  test_language_bind ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/signs/standard", test_standard);
  g_test_add_func ("/charts/signs/yearbook", test_yearbook);
  g_test_add_func ("/charts/signs/unused", test_unused);
  g_test_add_func ("/charts/signs/edges", test_edges);
  g_test_add_func ("/charts/signs/areas", test_areas);
  g_test_add_func ("/charts/signs/kinds", test_kinds);
  g_test_add_func ("/charts/signs/notes-of-years", test_notes_of_years);
  return g_test_run ();
}
