/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-asserts.h"
#include "charts/parent-reference.h"

static AtlasTable *
make_parent (const char     *indicator,
             double          value,
             AtlasQualifier  qualifier)
{
  const SampleRow row = { "640000", NULL, 2023, value, qualifier };

  return sample_table (indicator, NULL, 2023, 2023, &row, 1);
}

static AtlasTable *
join (AtlasTable *x,
      AtlasTable *y)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  g_ptr_array_add (parts, x);
  g_ptr_array_add (parts, y);
  return atlas_table_join (parts);
}

static void
assert_reference (AtlasChartKind  kind,
                  AtlasTable     *parent,
                  double          value,
                  const char     *label)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);

  atlas_parent_reference_set (spec, parent);
  if (isnan (value))
    g_assert_true (isnan (spec->reference));
  else
    g_assert_cmpfloat_with_epsilon (spec->reference, value, 1e-12);
  g_assert_cmpstr (spec->reference_label, ==, label);
}

/* A share of the parent stands beside those of its parts; its sum would not. */
static void
test_value (void)
{
  g_autoptr (AtlasTable) share = make_parent ("share", 31.323, ATLAS_QUALIFIER_EXACT);
  g_autoptr (AtlasTable) people = make_parent ("people", 4072, ATLAS_QUALIFIER_EXACT);
  g_autoptr (AtlasTable) missing = make_parent ("share", NAN, ATLAS_QUALIFIER_EXACT);

  assert_reference (ATLAS_CHART_STRIP, share, 31.323, "Ningxia Hui Autonomous Region: 31.3% (2023)");
  assert_reference (ATLAS_CHART_STRIP, people, NAN, NULL);
  assert_reference (ATLAS_CHART_STRIP, missing, NAN, NULL);
}

/* 4,072 people have at least 8,144,000 yuan: 2,000 each, at least. */
static void
test_rate (void)
{
  g_autoptr (AtlasTable) parent = join (make_parent ("people", 4072, ATLAS_QUALIFIER_EXACT),
                                        make_parent ("money", 8144000, ATLAS_QUALIFIER_AT_LEAST));

  assert_reference (ATLAS_CHART_SCATTER, parent, 2000.0,
                    "Ningxia Hui Autonomous Region: more than 20,000 yuan per 10 people (2023)");
}

/* A count against a share: the share is the height of a line. */
static void
test_height (void)
{
  g_autoptr (AtlasTable) parent = join (make_parent ("people", 4072, ATLAS_QUALIFIER_EXACT),
                                        make_parent ("share", 31.323, ATLAS_QUALIFIER_EXACT));

  assert_reference (ATLAS_CHART_SCATTER, parent, 31.323, "Ningxia Hui Autonomous Region: 31.3% (2023)");
}

/* C13: the value around has a source that none of those below has (the samples' first and second one). */
static void
test_source (void)
{
  static const SampleRow rows[] = { { "640300", NULL, 2023, NAN }, { "532900", NULL, 2023, 11.0 } };
  g_autoptr (AtlasTable) table = sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
  g_autoptr (AtlasTable) parent = make_parent ("share", 31.323, ATLAS_QUALIFIER_EXACT);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_STRIP, table);

  for (guint with_parent = 0; with_parent < 2; with_parent++)
    {
      g_autoptr (AtlasChartLayout) layout = NULL;
      g_autofree char *dump = NULL;

      if (with_parent)
        atlas_parent_reference_set (spec, parent);
      layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
      dump = atlas_chart_layout_dump (layout);
      g_assert_nonnull (strstr (dump, "第2份社会工作发展情况通报"));
      g_assert_cmpint (strstr (dump, "第1份社会工作发展情况通报") != NULL, ==, with_parent);
    }
}

/* Of bars a second one, with a label of its own; of other kinds it is not drawn, and its sources stand with the others. */
static void
test_further (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasTable) parent = make_parent ("share", 31.323, ATLAS_QUALIFIER_EXACT);
  g_autoptr (AtlasTable) nation = make_parent ("share", 30.9, ATLAS_QUALIFIER_ABOUT);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (i == 0 ? ATLAS_CHART_BAR : ATLAS_CHART_DOT, table);
      g_autoptr (AtlasChartLayout) layout = NULL;
      g_autofree char *dump = NULL;

      atlas_parent_reference_set (spec, parent);
      atlas_parent_reference_set_further (spec, nation);
      layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 600.0, 0.0);
      dump = atlas_chart_layout_dump (layout);
      g_assert_nonnull (strstr (dump, "Ningxia Hui Autonomous Region: 31.3% (2023)"));
      g_assert_cmpint (strstr (dump, "about 30.9% (2023)") != NULL, ==, i == 0);
      if (i == 0)
        {
          g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);

          assert_texts_apart (layout, shapes);
          assert_all_inside (layout, shapes);
        }
    }
}

/* Panels of several indicators have no value in common. */
static void
test_several (void)
{
  g_autoptr (AtlasTable) parent = join (make_parent ("share", 31.323, ATLAS_QUALIFIER_EXACT),
                                        make_parent ("share", 52.0, ATLAS_QUALIFIER_EXACT));

  assert_reference (ATLAS_CHART_TILE_MAP, parent, NAN, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/parent-reference/value", test_value);
  g_test_add_func ("/charts/parent-reference/rate", test_rate);
  g_test_add_func ("/charts/parent-reference/height", test_height);
  g_test_add_func ("/charts/parent-reference/source", test_source);
  g_test_add_func ("/charts/parent-reference/several", test_several);
  g_test_add_func ("/charts/parent-reference/further", test_further);
  return g_test_run ();
}
