/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/text-context.h"

/* Whole layouts as text, against what was looked at and found good. After a change that is meant,
 * "test-chart-golden NAME" prints the new expectation. */

typedef AtlasTable *(*MakeTable) (void);

typedef struct {
  const char *name;
  AtlasChartKind kind;
  MakeTable make;
  double width;
} Case;

static AtlasTable *
make_grades (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 3202 },
    { "640000", "intermediate", 2023, 868 },
    { "640000", "senior", 2023, 2 },
  };

  return sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasTable *
make_years (void)
{
  return sample_years (1);
}

static AtlasTable *
make_two_years (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2022, 3500 }, { "640000", NULL, 2023, 4072 },
    { "640300", NULL, 2022, 820 },  { "640300", NULL, 2023, 753 },
    { "500110", NULL, 2022, 790 },  { "500110", NULL, 2023, 810, ATLAS_QUALIFIER_AT_LEAST },
    { "532900", NULL, 2022, 477 },  { "532900", NULL, 2023, NAN },
  };

  return sample_table ("people", NULL, 2022, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasTable *
make_stages (void)
{
  static const double values[] = { 2600, 2000, 288 };

  return sample_stages (values, G_N_ELEMENTS (values));
}

/* Squares of a degree, so that where each stands follows from its number. */
static AtlasTable *
make_squares (void)
{
  static const SampleRow rows[] = {
    { "900001", NULL, 2023, 12.5 }, { "900002", NULL, 2023, 40.0, ATLAS_QUALIFIER_AT_LEAST }, { "900011", NULL, 2023, 99.6 },
    { "900012", NULL, 2023, NAN },
  };

  return sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static AtlasTable *
make_three_grades (void)
{
  static const SampleRow rows[] = {
    { "640000", "assistant", 2023, 3202 },   { "640000", "intermediate", 2023, 868 },
    { "640000", "senior", 2023, 2 },         { "640300", "assistant", 2023, 600 },
    { "640300", "intermediate", 2023, 153 }, { "640300", "senior", 2023, NAN },
  };

  return sample_table ("people", "grade", 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static const Case cases[] = {
  { "bar", ATLAS_CHART_BAR, sample_four, 480.0 },
  { "grouped-bar", ATLAS_CHART_GROUPED_BAR, make_three_grades, 480.0 },
  { "stacked-bar", ATLAS_CHART_STACKED_BAR, make_three_grades, 480.0 },
  { "percent-bar", ATLAS_CHART_PERCENT_BAR, make_grades, 480.0 },
  { "line", ATLAS_CHART_LINE, make_years, 480.0 },
  { "slope", ATLAS_CHART_SLOPE, make_two_years, 480.0 },
  { "dumbbell", ATLAS_CHART_DUMBBELL, make_two_years, 480.0 },
  { "bullet", ATLAS_CHART_BULLET, make_two_years, 480.0 },
  { "funnel", ATLAS_CHART_FUNNEL, make_stages, 480.0 },
  { "strip", ATLAS_CHART_STRIP, sample_four, 480.0 },
  { "dot", ATLAS_CHART_DOT, sample_four, 480.0 },
  { "step", ATLAS_CHART_STEP, make_years, 480.0 },
  { "spark", ATLAS_CHART_SPARK, make_years, 240.0 },
  { "scatter", ATLAS_CHART_SCATTER, sample_joined, 480.0 },
  { "heat", ATLAS_CHART_HEAT, sample_joined, 480.0 },
  { "tile-map", ATLAS_CHART_TILE_MAP, sample_shares, 480.0 },
  { "treemap", ATLAS_CHART_TREEMAP, make_grades, 480.0 },
  { "choropleth", ATLAS_CHART_CHOROPLETH, make_squares, 480.0 },
  { "unit-grid", ATLAS_CHART_UNIT_GRID, sample_shares, 480.0 },
};

static char *
dump (const Case *what)
{
  g_autoptr (AtlasTable) table = what->make ();
  g_autoptr (AtlasChartSpec) spec = sample_spec (what->kind, table);
  g_autoptr (AtlasChartLayout) layout = NULL;

  spec->show_source = FALSE;
  layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), what->width, 0.0);
  return atlas_chart_layout_dump (layout);
}

/* The widths of texts are those of these two families. */
static gboolean
has_fonts (void)
{
  static const char *const wanted[] = { "Cantarell", "Noto Sans CJK SC" };
  PangoContext *context = atlas_text_context_new ();
  g_autofree PangoFontFamily **families = NULL;
  guint n_found = 0;
  int n;

  pango_font_map_list_families (pango_context_get_font_map (context), &families, &n);
  for (int i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
      n_found += strcmp (pango_font_family_get_name (families[i]), wanted[k]) == 0;
  g_object_unref (context);
  return n_found == G_N_ELEMENTS (wanted);
}

static void
test_case (gconstpointer data)
{
  const Case *what = data;
  g_autofree char *file = g_strdup_printf ("%s.expected", what->name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "charts", "golden", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *actual = dump (what);
  g_auto (GStrv) expected_lines = NULL;
  g_auto (GStrv) actual_lines = NULL;

  if (!has_fonts ())
    {
      g_test_skip ("Cantarell and Noto Sans CJK SC are not installed");
      return;
    }
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  expected_lines = g_strsplit (expected, "\n", -1);
  actual_lines = g_strsplit (actual, "\n", -1);
  for (guint i = 0; expected_lines[i] != NULL && actual_lines[i] != NULL; i++)
    g_assert_cmpstr (actual_lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (actual_lines), ==, g_strv_length (expected_lines));
}

static void
test_every_kind (void)
{
  gboolean has[ATLAS_N_CHART_KINDS] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    has[cases[i].kind] = TRUE;
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    if (!has[kind])
      g_error ("there is no dump of a %s", atlas_chart_kind_to_id (kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/charts/golden/", cases[i].name, NULL);

      if (argc > 1 && strcmp (argv[1], cases[i].name) == 0)
        {
          g_autofree char *text = dump (&cases[i]);

          fputs (text, stdout);
          return 0;
        }
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/charts/golden-of-every-kind", test_every_kind);
  return g_test_run ();
}
