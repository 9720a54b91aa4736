/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "dataset/dimension-values.h"
#include "window/imports/figure-entry.h"

static AtlasCatalogue *catalogue;

static AtlasFigureEntry
make_entry (GPtrArray  *dimensions,
            const char *indicator,
            const char *printed,
            const char *date)
{
  return (AtlasFigureEntry) {
    .region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), "640300"),
    .indicator = atlas_catalogue_find_indicator (catalogue, indicator),
    .dimensions = dimensions,
    .printed = printed,
    .date = date,
    .note = "",
    .title = "吴忠市2023年社会工作情况",
    .publisher = "吴忠市民政局",
    .published_on = "2024-01-15",
  };
}

static void
test_reads (void)
{
  g_autoptr (GPtrArray) dimensions = atlas_dimension_values_parse ("purpose=training", NULL);
  AtlasFigureEntry entry = make_entry (dimensions, "funding", "6000余万元", "2023");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasFigure) figure = atlas_figure_entry_read (&entry, catalogue, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (atlas_decimal_to_double (figure->value), ==, 60000000);
  g_assert_cmpint (figure->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (figure->unit, ==, "yuan");
  g_assert_cmpstr (figure->printed, ==, "6000余万元");
  g_assert_cmpstr (figure->period, ==, "2023");
  g_assert_cmpstr (figure->as_of, ==, "");
  g_assert_cmpstr (figure->region_code, ==, "640300");
  g_assert_cmpstr (atlas_dimension_values_lookup (figure->dimensions, "purpose"), ==, "training");
  g_assert_cmpstr (figure->source->source_id, ==, "entered-1");
  g_assert_cmpstr (figure->source->published_on, ==, "2024-01-15");
}

static void
test_day_is_as_of (void)
{
  g_autoptr (GPtrArray) dimensions = atlas_dimension_values_new ();
  AtlasFigureEntry entry = make_entry (dimensions, "certified_workers", "753", "2023-12-31");
  g_autoptr (AtlasFigure) figure = atlas_figure_entry_read (&entry, catalogue, NULL);

  g_assert_cmpstr (figure->period, ==, "");
  g_assert_cmpstr (figure->as_of, ==, "2023-12-31");
}

static void
refuse (AtlasFigureEntry entry,
        const char      *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_figure_entry_read (&entry, catalogue, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refuses (void)
{
  g_autoptr (GPtrArray) dimensions = atlas_dimension_values_new ();
  AtlasFigureEntry untitled = make_entry (dimensions, "certified_workers", "753", "");
  AtlasFigureEntry misdated = make_entry (dimensions, "certified_workers", "753", "");

  refuse (make_entry (dimensions, "certified_workers", "", ""), "Enter the number as the document prints it.");
  refuse (make_entry (dimensions, "certified_workers", "24.0%", ""),
          "“24.0%” is a percentage, and this indicator is none.");
  refuse (make_entry (dimensions, "certified_workers", "753", "2023-02-30"),
          "“2023-02-30” is no date. Write 2023, 2023-09 or 2023-09-30.");
  refuse (make_entry (dimensions, "certified_workers", "753", "last year"),
          "“last year” is no date. Write 2023, 2023-09 or 2023-09-30.");
  untitled.title = "";
  refuse (untitled, "Enter the title of the document, or choose one.");
  misdated.published_on = "15.1.2024";
  refuse (misdated, "“15.1.2024” is no date. Write 2023, 2023-09 or 2023-09-30.");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-entry-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "entry.atlas", NULL);
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (AtlasDataset) dataset = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_assert_true (atlas_dataset_create (path, csv, TRUE, NULL));
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);
  catalogue = atlas_catalogue_new (dataset, NULL);

  g_test_add_func ("/figure-entry/reads", test_reads);
  g_test_add_func ("/figure-entry/day-is-as-of", test_day_is_as_of);
  g_test_add_func ("/figure-entry/refuses", test_refuses);
  result = g_test_run ();

  atlas_catalogue_unref (catalogue);
  g_unlink (path);
  g_rmdir (folder);
  return result;
}
