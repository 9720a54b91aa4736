/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "charts/chart-data.h"

/* Two indicators make two series, each with its own unit, extent and scale. */
static void
test_two_units (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);
  const AtlasChartMeasure *people, *shares;

  g_assert_cmpuint (data->categories->len, ==, 4);
  g_assert_cmpuint (data->series->len, ==, 2);
  g_assert_false (data->is_one_unit);
  g_assert_cmpuint (data->n_values, ==, 7);
  people = atlas_chart_data_get_measure (data, 0);
  shares = atlas_chart_data_get_measure (data, 1);
  g_assert_cmpstr (people->unit->unit, ==, "people");
  g_assert_cmpfloat (people->lowest, ==, 477);
  g_assert_cmpfloat (people->highest, ==, 4072);
  g_assert_true (people->is_whole);
  g_assert_cmpuint (people->n_values, ==, 4);
  g_assert_cmpstr (shares->unit->unit, ==, "percent");
  g_assert_cmpfloat (shares->highest, ==, 31.323);
  g_assert_false (shares->is_whole);
  g_assert_cmpuint (shares->n_values, ==, 3);
  g_assert_true (atlas_chart_data_get_row_measure (data, 3) == people);
  g_assert_true (atlas_chart_data_get_row_measure (data, 4) == shares);
}

/* Two of one unit share their extent, so that one axis fits both. */
static void
test_one_unit (void)
{
  static const SampleRow small[] = { { "640000", NULL, 2023, 12 }, { "640300", NULL, 2023, 7 } };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autoptr (AtlasChartData) data = NULL;

  g_ptr_array_add (parts, sample_four ());
  g_ptr_array_add (parts, sample_table ("people", NULL, 2023, 2023, small, G_N_ELEMENTS (small)));
  table = atlas_table_join (parts);
  spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  data = atlas_chart_data_new (spec);
  g_assert_true (data->is_one_unit);
  g_assert_cmpuint (data->n_values, ==, 6);
  g_assert_cmpfloat (atlas_chart_data_get_measure (data, 1)->lowest, ==, 7);
  g_assert_cmpfloat (atlas_chart_data_get_measure (data, 1)->highest, ==, 4072);
  g_assert_null (atlas_chart_data_get (data, 1, 1));
}

/* The text alternative tells of each indicator by itself. */
static void
test_text (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_GROUPED_BAR, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 0.0);
  g_autofree char *text = atlas_chart_layout_dup_description (layout);

  g_assert_nonnull (strstr (text, "Certified social workers: 4 values. Highest: Ningxia Hui Autonomous Region 4,072 people; lowest: "
                                  "Dali Bai Autonomous Prefecture 477 people."));
  g_assert_nonnull (strstr (text, "Certified share: 3 values. Highest: Ningxia Hui Autonomous Region 31.3%; lowest: "
                                  "Dali Bai Autonomous Prefecture less than 11.1%."));
}

static gboolean
has_mark (AtlasChartKind  kind,
          const char     *text)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 500.0, 0.0);
  gboolean found = FALSE;

  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      g_autofree char *mark = atlas_chart_layout_dup_mark_text (layout, i);

      found |= g_str_has_suffix (mark, text);
    }
  return found;
}

/* C22: a mark tells of its own indicator; where all values stand on one axis, two units are not drawn together. */
static void
test_marks_of_two_units (void)
{
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);

      if (traits->n_parts_most > 1)
        g_assert_cmpint (has_mark (kind, "Certified share 24.0%, 2023"), ==, !traits->has_one_axis);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/chart-data/two-units", test_two_units);
  g_test_add_func ("/charts/chart-data/one-unit", test_one_unit);
  g_test_add_func ("/charts/chart-data/text", test_text);
  g_test_add_func ("/charts/chart-data/marks-of-two-units", test_marks_of_two_units);
  return g_test_run ();
}
