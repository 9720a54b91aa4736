/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/text.h"

static void
test_indicators (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) indicators = atlas_dataset_load_indicators (fixture_open_published (), &error);
  const AtlasIndicator *first, *stations;

  g_assert_no_error (error);
  g_assert_cmpuint (indicators->len, ==, 156);
  first = g_ptr_array_index (indicators, 0);
  g_assert_cmpstr (first->indicator_id, ==, "social_workers");
  g_assert_cmpuint (g_strv_length (first->dimensions), ==, 0);
  stations = g_ptr_array_index (indicators, 23);
  g_assert_cmpstr (stations->indicator_id, ==, "stations");
  g_assert_cmpstr (stations->name_zh, ==, "社工站点数");
  g_assert_cmpstr (stations->group, ==, "stations");
  g_assert_cmpstr (stations->unit, ==, "stations");
  g_assert_cmpstr (stations->dimensions[0], ==, "status");
  g_assert_cmpstr (stations->dimensions[1], ==, "tier");
  g_assert_cmpstr (atlas_dimension_values_lookup (stations->defaults, "tier"), ==, "township_station");
  g_assert_cmpstr (stations->definition_en, ==, "Service points of the three-tier system, by tier and status.");
  g_assert_true (g_str_has_prefix (stations->definition_zh, "县、乡镇（街道）、村（社区）三级"));
}

static void
test_small_tables (void)
{
  AtlasDataset *dataset = fixture_open_published ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dimensions = atlas_dataset_load_dimensions (dataset, &error);
  g_autoptr (GPtrArray) units = atlas_dataset_load_units (dataset, &error);
  g_autoptr (GPtrArray) denominators = atlas_dataset_load_denominators (dataset, &error);
  g_autoptr (GPtrArray) sources = atlas_dataset_load_sources (dataset, &error);
  const AtlasDimensionValue *senior, *above;
  const AtlasDenominator *qijiang;
  const AtlasSource *source;

  g_assert_no_error (error);
  g_assert_cmpuint (dimensions->len, ==, 160);
  senior = g_ptr_array_index (dimensions, 16);
  g_assert_cmpstr (senior->value, ==, "senior");
  g_assert_cmpint (senior->kind, ==, ATLAS_DIMENSION_BREAKDOWN);
  g_assert_cmpuint (senior->order, ==, 3);
  g_assert_true (senior->part_of_complete_set);
  g_assert_cmpstr (senior->name_zh, ==, "高级社会工作师");
  above = g_ptr_array_index (dimensions, 17);
  g_assert_cmpint (above->kind, ==, ATLAS_DIMENSION_AGGREGATE);
  g_assert_cmpuint (above->order, ==, 0);
  g_assert_false (above->part_of_complete_set);

  g_assert_cmpuint (units->len, ==, 51);
  g_assert_cmpuint (denominators->len, ==, 2);
  qijiang = g_ptr_array_index (denominators, 1);
  g_assert_cmpstr (qijiang->region_code, ==, "500110");
  g_assert_cmpuint (g_strv_length (qijiang->excluded), ==, 10);
  g_assert_cmpstr (qijiang->excluded[0], ==, "500110004");

  g_assert_cmpuint (sources->len, ==, 160);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->source_id, ==, "ningxia-four-combinations");
  g_assert_cmpstr (source->as_of, ==, "2021");
  g_assert_true (source->as_of_inferred);
  g_assert_cmpint (source->kind, ==, ATLAS_SOURCE_KIND_PRESS);
}

/* The values of AtlasFigure against a row read by hand. */
static void
test_figures (void)
{
  const char *regions[] = { "640000", "500110", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = atlas_dataset_load_figures (fixture_open_published (), NULL, NULL, &error);
  g_autoptr (GPtrArray) some = atlas_dataset_load_figures (fixture_open_published (), "funding", regions, &error);
  const AtlasFigure *training = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 631);
  for (guint i = 0; i < some->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (some, i);
      const AtlasFigure *before = i > 0 ? g_ptr_array_index (some, i - 1) : NULL;

      g_assert_cmpstr (figure->indicator_id, ==, "funding");
      g_assert_true (g_strv_contains (regions, figure->region_code));
      g_assert_true (before == NULL || strcmp (before->region_code, figure->region_code) <= 0);
      if (strcmp (figure->figure_id, "F0001") == 0)
        training = figure;
    }
  g_assert_nonnull (training);
  g_assert_cmpint (training->value.mantissa, ==, 1500000);
  g_assert_cmpuint (training->value.decimals, ==, 0);
  g_assert_cmpint (training->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (training->unit, ==, "yuan");
  g_assert_cmpstr (training->period, ==, "2021/..");
  g_assert_cmpstr (training->as_of, ==, "");
  g_assert_cmpstr (training->printed, ==, "筹措资金150多万元");
  g_assert_cmpint (training->status, ==, ATLAS_STATUS_NORMAL);
  g_assert_cmpstr (training->source->source_id, ==, "ningxia-four-combinations");
  g_assert_cmpuint (training->dimensions->len, ==, 2);
  g_assert_cmpstr (atlas_dimension_values_lookup (training->dimensions, "source"), ==, "unspecified");
}

static AtlasFigure *
make_figure (void)
{
  AtlasFigure *figure = atlas_figure_new ();

  figure->source = atlas_source_new ();
  atlas_text_set (&figure->source->source_id, "yearbook-2024");
  atlas_text_set (&figure->source->title, "统计年鉴 2024");
  atlas_text_set (&figure->source->as_of, "2024");
  atlas_text_set (&figure->region_code, "640300");
  atlas_text_set (&figure->indicator_id, "certified_workers");
  atlas_dimension_values_set (figure->dimensions, "grade", "senior");
  figure->value = (AtlasDecimal) { 1234, 1 };
  figure->qualifier = ATLAS_QUALIFIER_NEARLY;
  figure->status = ATLAS_STATUS_ESTIMATED;
  atlas_text_set (&figure->unit, "people");
  atlas_text_set (&figure->period, "2024");
  atlas_text_set (&figure->printed, "近124人");
  return figure;
}

static void
count_change (guint *n_changes)
{
  ++*n_changes;
}

static void
test_add_figure (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasFigure) figure = make_figure ();
  g_autoptr (GPtrArray) figures = NULL;
  g_autofree char *figure_id = NULL;
  const char *regions[] = { "640300", NULL };
  const AtlasFigure *added;
  guint n_changes = 0;

  g_assert_no_error (error);
  g_assert_false (atlas_dataset_is_read_only (dataset));
  g_signal_connect_swapped (dataset, "changed", G_CALLBACK (count_change), &n_changes);
  g_assert_true (atlas_dataset_add_figure (dataset, figure, &figure_id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (figure_id, ==, "F0632");

  figures = atlas_dataset_load_figures (dataset, "certified_workers", regions, &error);
  added = g_ptr_array_index (figures, figures->len - 1);
  g_assert_cmpstr (added->figure_id, ==, "F0632");
  g_assert_cmpint (added->value.mantissa, ==, 1234);
  g_assert_cmpuint (added->value.decimals, ==, 1);
  g_assert_cmpint (added->qualifier, ==, ATLAS_QUALIFIER_NEARLY);
  g_assert_cmpint (added->status, ==, ATLAS_STATUS_ESTIMATED);
  g_assert_cmpstr (added->source->title, ==, "统计年鉴 2024");
  g_assert_cmpstr (added->printed, ==, "近124人");
  g_assert_true (atlas_dimension_values_equal (added->dimensions, figure->dimensions));
  test_folder_remove (folder);
}

/* A document that another connection has brought is known once it is said that there was a change. */
static void
test_added_elsewhere (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasDataset) other = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_autoptr (AtlasFigure) figure = make_figure ();
  g_autoptr (GPtrArray) before = atlas_dataset_load_figures (dataset, "certified_workers", NULL, &error);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_no_error (error);
  g_assert_true (atlas_dataset_add_figure (other, figure, NULL, &error));
  g_signal_emit_by_name (dataset, "changed");
  after = atlas_dataset_load_figures (dataset, "certified_workers", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  test_folder_remove (folder);
}

static gpointer
read_again (gpointer first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) again = atlas_dataset_open_again (first, &error);
  g_autoptr (GPtrArray) indicators = NULL;

  g_assert_no_error (error);
  g_assert_true (atlas_dataset_is_read_only (again));
  g_assert_cmpstr (atlas_dataset_get_path (again), ==, atlas_dataset_get_path (first));
  g_assert_true (atlas_dataset_get_regions (again) == atlas_dataset_get_regions (first));
  indicators = atlas_dataset_load_indicators (again, &error);
  g_assert_no_error (error);
  return GUINT_TO_POINTER (indicators->len);
}

/* What is open can be read from another thread at the same time. */
static void
test_open_again (void)
{
  AtlasDataset *first = fixture_open_published ();
  g_autoptr (GPtrArray) indicators = atlas_dataset_load_indicators (first, NULL);
  GThread *thread = g_thread_new ("reader", read_again, first);

  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (thread)), ==, indicators->len);
}

static void
test_open_again_gone (void)
{
  char *folder = test_folder_make ();
  g_autofree char *path = fixture_copy (folder, "a.atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (atlas_dataset_open_again (dataset, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/load/indicators", test_indicators);
  g_test_add_func ("/dataset/load/small-tables", test_small_tables);
  g_test_add_func ("/dataset/load/figures", test_figures);
  g_test_add_func ("/dataset/add-figure", test_add_figure);
  g_test_add_func ("/dataset/added-elsewhere", test_added_elsewhere);
  g_test_add_func ("/dataset/open-again", test_open_again);
  g_test_add_func ("/dataset/open-again-gone", test_open_again_gone);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
