/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* What charts promise over a whole dataset: a region's colour for good (C20), true ranks (C28), no file without a source (C13),
 * each kind by its traits (C15). */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "chart-samples.h"
#include "chart-values.h"
#include "charts/chart-data.h"
#include "charts/chart-file.h"
#include "charts/ranking.h"
#include "indicators/answer.h"
#include "indicators/bundled.h"

static const char *const four[] = { "640000", "640300", "532900", "500110", NULL };

static AtlasTable *
ask (AtlasDataset       *dataset,
     const char         *indicator,
     const char *const  *regions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, &error);
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  AtlasTable *table;

  g_assert_no_error (error);
  atlas_question_set_regions (question, regions);
  question->stand_in = TRUE;
  table = atlas_answer (dataset, catalogue, question, &error);
  g_assert_no_error (error);
  return table;
}

/* The slots of the four in a chart of REGIONS. */
static void
read_slots (AtlasDataset      *dataset,
            const char        *indicator,
            const char *const *regions,
            guint             *slots)
{
  g_autoptr (AtlasTable) table = ask (dataset, indicator, regions);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  gpointer slot;

  atlas_chart_spec_choose_slots (spec, dataset);
  for (guint i = 0; regions[i] != NULL; i++)
    for (guint k = 0; four[k] != NULL; k++)
      if (strcmp (regions[i], four[k]) == 0)
        {
          g_assert_true (g_hash_table_lookup_extended (spec->slots, four[k], NULL, &slot));
          slots[k] = GPOINTER_TO_UINT (slot);
        }
}

/* The same in another chart, in another order, of fewer regions, and when the dataset is opened again. */
static void
test_colours (void)
{
  static const char *const turned[] = { "500110", "640000", "532900", "640300", NULL };
  static const char *const two[] = { "532900", "640300", NULL };
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "colours.atlas", NULL);
  guint first[4], again[4];
  GError *error = NULL;

  atlas_dataset_create (path, csv_dir, TRUE, &error);
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);

      g_assert_no_error (error);
      if (round == 0)
        read_slots (dataset, "certified_workers", four, first);
      for (guint i = 0; i < 4; i++)
        for (guint k = 0; k < i; k++)
          g_assert_cmpuint (first[i], !=, first[k]);
      read_slots (dataset, "township_coverage", turned, again);
      g_assert_cmpmem (again, sizeof again, first, sizeof first);
      read_slots (dataset, "population", two, again);
      g_assert_cmpmem (again, sizeof again, first, sizeof first);
    }
  g_remove (path);
  g_rmdir (folder);
}

static guint
get_slot (const AtlasChartSpec *spec,
          const char           *code)
{
  gpointer slot;

  g_assert_true (g_hash_table_lookup_extended (spec->slots, code, NULL, &slot));
  return GPOINTER_TO_UINT (slot);
}

/* Beside a comparison that has the first four colours: its region keeps the one it has there, and the nation gets none that stands for
 * another region of it, though that is not in the chart. */
static void
test_colours_beside_comparison (void)
{
  static const char *const regions[] = { "640000", "000000", NULL };
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "colours.atlas", NULL);
  g_autoptr (GHashTable) comparison = NULL;
  GError *error = NULL;

  atlas_dataset_create (path, csv_dir, TRUE, &error);
  g_assert_no_error (error);
  {
    g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
    g_autoptr (AtlasTable) table = ask (dataset, "certified_workers", regions);
    g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_LINE, table);

    g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "000000"), ==, 0);
    for (guint i = 0; four[i] != NULL; i++)
      atlas_chart_spec_set_slot (spec, four[i], i);
    comparison = g_hash_table_ref (spec->slots);
    atlas_chart_spec_choose_slots (spec, dataset);
    g_assert_cmpuint (get_slot (spec, "640000"), ==, 0);
    g_assert_cmpuint (get_slot (spec, "000000"), ==, 4);
    g_assert_cmpuint (g_hash_table_size (comparison), ==, 4);
  }
  g_remove (path);
  g_rmdir (folder);
}

/* One more than there are greater values among those ranked; those that are not are missing, of another year or of few. */
static void
assert_ranks (AtlasTable *table)
{
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, ATLAS_SCALE_ONE, NULL);
  guint n = atlas_table_get_n_rows (table), n_ranked = 0;

  for (guint i = 0; i < n; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      guint n_greater = 0;

      for (guint k = 0; k < n; k++)
        n_greater += atlas_ranking_get (ranking, k)->rank > 0 && atlas_table_get_row (table, k)->value > row->value;
      n_ranked += atlas_ranking_get (ranking, i)->rank > 0;
      if (atlas_ranking_get (ranking, i)->rank > 0)
        g_assert_cmpuint (atlas_ranking_get (ranking, i)->rank, ==, n_greater + 1);
      else
        g_assert_true (atlas_observation_is_missing (row) || row->stand_in || isfinite (row->denominator));
    }
  g_assert_cmpuint (atlas_ranking_get_n_ranked (ranking), ==, n_ranked);
  g_assert_cmpuint (n_ranked, >, 0);
}

static void
test_ranks (void)
{
  static const char *const indicators[] = { "certified_workers", "population", "certified_per_10k", "stations" };

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autoptr (AtlasTable) table = bundled_ask_within (indicators[i], "000000", ATLAS_REGION_LEVEL_PROVINCE, 0, FALSE);

      assert_ranks (table);
    }
}

static void
assert_refused (AtlasChartKind  kind,
                AtlasTable     *table)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  g_autoptr (AtlasChartSpec) spec = sample_spec (kind, table);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_chart_save (spec, atlas_chart_style_light (), 400.0, 300.0, 1.0, path, &error));
  g_assert_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_NO_SOURCE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static double
value_missing (guint n)
{
  return NAN;
}

static double
value_of (guint n)
{
  return 100.0 + n;
}

/* Neither where nothing is published nor where nobody says who published it. */
static void
test_no_source (void)
{
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autoptr (AtlasTable) missing = values_table (kind, 3, value_missing, FALSE);
      g_autoptr (AtlasTable) bare = values_table (kind, 3, value_of, FALSE);

      for (guint i = 0; i < atlas_table_get_n_rows (bare); i++)
        g_ptr_array_set_size (atlas_table_get_row (bare, i)->sources, 0);
      assert_refused (kind, missing);
      assert_refused (kind, bare);
    }
}

/* No kind is a pie or in three dimensions, and no two values of different units share one axis. */
static void
test_kinds (void)
{
  g_autoptr (AtlasTable) joined = sample_joined ();

  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);
      g_autoptr (AtlasChartSpec) spec = NULL;
      g_autoptr (AtlasChartData) data = NULL;

      g_assert_null (strstr (traits->id, "pie"));
      g_assert_null (strstr (traits->id, "3d"));
      if (traits->n_parts_most < 2)
        continue;
      spec = sample_spec (kind, joined);
      data = atlas_chart_data_new (spec);
      g_assert_false (data->is_one_unit);
      g_assert_cmpstr (g_array_index (data->measures, AtlasChartMeasure, 0).unit->unit, ==, "people");
      g_assert_cmpstr (g_array_index (data->measures, AtlasChartMeasure, 1).unit->unit, ==, "percent");
    }
}

static void
check_not_counted (const char *within,
                   gboolean    no_statutory,
                   gboolean    elsewhere)
{
  g_autoptr (AtlasTable) table = bundled_ask_within ("stations", within, ATLAS_REGION_LEVEL_TOWNSHIP, 0, FALSE);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_UNIT_GRID, table);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), 900.0, 0.0);
  g_autofree char *dump = atlas_chart_layout_dump (layout);

  g_assert_true (no_statutory == (strstr (dump, "Not counted: development zones and the like, which are no statutory divisions")
                                  != NULL));
  g_assert_true (elsewhere == (strstr (dump, "Not counted: divisions that are administered elsewhere") != NULL));
}

/* C8: why a cell is dashed. Wuzhong has a development zone, Qijiang the ten divisions of Wansheng, Dongcheng only streets. */
static void
test_not_counted (void)
{
  check_not_counted ("640300", TRUE, FALSE);
  check_not_counted ("500110", FALSE, TRUE);
  check_not_counted ("110101", FALSE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/dataset/c20-colours", test_colours);
  g_test_add_func ("/charts/dataset/c20-colours-beside-comparison", test_colours_beside_comparison);
  g_test_add_func ("/charts/dataset/c28-ranks", test_ranks);
  g_test_add_func ("/charts/dataset/c13-no-source", test_no_source);
  g_test_add_func ("/charts/dataset/c15-kinds", test_kinds);
  g_test_add_func ("/charts/dataset/c8-not-counted", test_not_counted);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
