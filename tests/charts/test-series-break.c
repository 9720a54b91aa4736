/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "chart-samples.h"
#include "charts/series-break.h"

#define CHANGED "统计口径与上年不同"
#define WIDE "口径：含社区工作者"

static AtlasObservation *
make_value (AtlasBasis  basis,
            const char *note)
{
  AtlasObservation *value = atlas_observation_new (sample_region ("640000"));

  value->status = ATLAS_STATUS_NORMAL;
  value->basis = basis;
  if (note != NULL)
    atlas_observation_add_note (value, note);
  return value;
}

static void
assert_cause (AtlasObservation *before,
              AtlasObservation *after,
              const char       *expected)
{
  g_autofree char *cause = atlas_series_break_dup_cause (before, after);

  g_assert_cmpstr (cause, ==, expected);
}

/* Counted is not published; what is computed is as what it is computed from. */
static void
test_basis (void)
{
  g_autoptr (AtlasObservation) published = make_value (ATLAS_BASIS_PUBLISHED, NULL);
  g_autoptr (AtlasObservation) parts = make_value (ATLAS_BASIS_PUBLISHED_PARTS, NULL);
  g_autoptr (AtlasObservation) counted = make_value (ATLAS_BASIS_REGISTERS, NULL);
  g_autoptr (AtlasObservation) computed = make_value (ATLAS_BASIS_COMPUTED, NULL);

  assert_cause (published, parts, NULL);
  assert_cause (published, counted, "published until then, counted in registers since");
  assert_cause (counted, published, "counted in registers until then, published since");
  assert_cause (published, computed, NULL);
  atlas_observation_take_input (computed, atlas_observation_ref (counted));
  assert_cause (published, computed, "published until then, counted in registers since");
  assert_cause (counted, computed, NULL);
}

/* A definition that is noted of one of the two, or two different ones. */
static void
test_notes (void)
{
  g_autoptr (AtlasObservation) plain = make_value (ATLAS_BASIS_PUBLISHED, "the year is inferred");
  g_autoptr (AtlasObservation) wide = make_value (ATLAS_BASIS_PUBLISHED, WIDE);
  g_autoptr (AtlasObservation) as_wide = make_value (ATLAS_BASIS_PUBLISHED, WIDE);
  g_autoptr (AtlasObservation) changed = make_value (ATLAS_BASIS_PUBLISHED, CHANGED);

  assert_cause (plain, wide, WIDE);
  assert_cause (wide, plain, WIDE);
  assert_cause (wide, as_wide, NULL);
  assert_cause (wide, changed, CHANGED);
  assert_cause (plain, changed, CHANGED);
  /* It changed against the year before, and so stays for the next. */
  assert_cause (changed, plain, NULL);
}

/* The note of a figure stands in the data, not beside the value. */
static void
test_figure (void)
{
  g_autoptr (AtlasObservation) plain = make_value (ATLAS_BASIS_PUBLISHED, NULL);
  g_autoptr (AtlasObservation) noted = make_value (ATLAS_BASIS_PUBLISHED, NULL);
  AtlasFigure *figure = atlas_figure_new ();

  g_free (figure->note);
  figure->note = g_strdup ("New definition: with volunteers");
  atlas_observation_take_figure (noted, figure);
  assert_cause (plain, noted, "New definition: with volunteers");
}

static AtlasTable *
make_years (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2020, 100 }, { "640000", NULL, 2021, 110 }, { "640000", NULL, 2022, 300, .note = CHANGED },
    { "640000", NULL, 2023, 310 },
  };

  return sample_table ("people", NULL, 2020, 2023, rows, G_N_ELEMENTS (rows));
}

static guint
count_lines (GPtrArray  *shapes,
             const char *paint,
             double      least_width)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      n += strcmp (shape->kind, "line") == 0 && strcmp (shape->paint, paint) == 0 && shape->box.width >= least_width;
    }
  return n;
}

/* C11: two pieces of line with a mark of two strokes between, and a note by number that names the years and the cause. */
static void
test_line (void)
{
  g_autoptr (AtlasTable) table = make_years ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 4);
  g_assert_cmpuint (count_lines (shapes, "neutral", 20.0), ==, 2);
  g_assert_cmpuint (count_lines (shapes, "dim", 1.0), ==, 2);
  g_assert_nonnull (strstr (dump, "②\u00a0Break between 2021 and 2022: " CHANGED));
  g_assert_nonnull (strstr (dump, "[dim] ②\n"));
}

/* Of several lines those are named that break; where all do, none is. */
static void
test_names (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2021, 110 }, { "640000", NULL, 2022, 300, .note = CHANGED }, { "640000", NULL, 2023, 310 },
    { "640300", NULL, 2021, 50 }, { "640300", NULL, 2022, 61 }, { "640300", NULL, 2023, 90, .note = WIDE },
  };
  static const SampleRow both[] = {
    { "640000", NULL, 2021, 110 }, { "640000", NULL, 2022, 300, .note = CHANGED },
    { "640300", NULL, 2021, 50 }, { "640300", NULL, 2022, 61, .note = CHANGED },
  };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2021, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasTable) all = sample_table ("people", NULL, 2021, 2022, both, G_N_ELEMENTS (both));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartSpec) all_spec = atlas_chart_spec_new (ATLAS_CHART_LINE, all);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  g_autoptr (AtlasChartLayout) all_layout = atlas_chart_layout_new (all_spec, atlas_chart_style_light (), 900.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_autofree char *all_dump = atlas_chart_layout_dump (all_layout);

  g_assert_nonnull (strstr (dump, "Break of Ningxia Hui Autonomous Region between 2021 and 2022: " CHANGED));
  g_assert_nonnull (strstr (dump, "Break of Wuzhong City between 2022 and 2023: " WIDE));
  g_assert_nonnull (strstr (all_dump, "Break between 2021 and 2022: " CHANGED));
}

/* From before a break to after it no change is drawn or stated, while two years on one side of it make one. */
static void
test_pair (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 110 }, { "640000", NULL, 2023, 300, .note = CHANGED },
    { "640300", NULL, 2022, 50 }, { "640300", NULL, 2023, 61 },
  };
  static const AtlasChartKind kinds[] = { ATLAS_CHART_DUMBBELL, ATLAS_CHART_SLOPE };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kinds[i], table);
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
      g_autofree char *dump = atlas_chart_layout_dump (layout);

      g_assert_nonnull (strstr (dump, " dashed ["));
      g_assert_nonnull (strstr (dump, "Dashed: the two figures do not make a change"));
      g_assert_null (strstr (dump, "+190"));
      g_assert_true ((strstr (dump, "+11 people") != NULL) == (kinds[i] == ATLAS_CHART_DUMBBELL));
    }
}

/* A line of values that all are so is whole. */
static void
test_whole (void)
{
  static const SampleRow rows[] = { { "640000", NULL, 2022, 300, .note = WIDE }, { "640000", NULL, 2023, 310, .note = WIDE } };
  g_autoptr (AtlasTable) table = sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 700.0, 0.0);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

  g_assert_cmpuint (count_lines (shapes, "neutral", 20.0), ==, 1);
  g_assert_cmpuint (count_lines (shapes, "dim", 1.0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/series-break/basis", test_basis);
  g_test_add_func ("/charts/series-break/notes", test_notes);
  g_test_add_func ("/charts/series-break/figure", test_figure);
  g_test_add_func ("/charts/series-break/names", test_names);
  g_test_add_func ("/charts/series-break/pair", test_pair);
  g_test_add_func ("/charts/series-break/line", test_line);
  g_test_add_func ("/charts/series-break/whole", test_whole);
  return g_test_run ();
}
