/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "indicators/answer.h"
#include "indicators/explanation.h"

static AtlasDataset *dataset;
static AtlasCatalogue *catalogue;

static AtlasTable *
ask (const char *indicator,
     const char *region,
     const char *dimension,
     const char *value)
{
  const char *codes[] = { region, NULL };
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  g_autoptr (GError) error = NULL;
  AtlasTable *table;

  atlas_question_set_regions (question, codes);
  question->stand_in = TRUE;
  if (dimension != NULL)
    atlas_question_set_where (question, dimension, value);
  table = atlas_answer (dataset, catalogue, question, &error);
  g_assert_no_error (error);
  return table;
}

static void
check_calculation (const char *indicator,
                   const char *region,
                   const char *expected)
{
  g_autoptr (AtlasTable) table = ask (indicator, region, NULL, NULL);
  g_autofree char *text = atlas_explain_calculation (catalogue, atlas_table_get_row (table, 0));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_calculation (void)
{
  check_calculation ("certified_share", "532900", "477 ÷ 4,330");
  check_calculation ("certified_share", "640300", "753 ÷ 3,134");
  check_calculation ("certified_share", "630000", "1,385 ÷ ≥ 3,500");
  check_calculation ("senior_and_intermediate_share", "640000", "(868 + 2) ÷ 4,072");
  check_calculation ("township_coverage", "532900", "112 ÷ 112");
  check_calculation ("township_coverage", "640300", "48 ÷ 47");
}

/* What is printed, and what is missing, has none. */
static void
test_no_calculation (void)
{
  check_calculation ("certified_workers", "640000", NULL);
  check_calculation ("township_coverage", "230127", NULL);
}

static void
test_subject (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_workers", "640000", "grade", "senior");
  g_autofree char *text = atlas_explain_subject (catalogue, atlas_table_get_row (table, 0));

  g_assert_cmpstr (text, ==, "Certified social workers · Senior social worker");
}

static void
test_figures (void)
{
  g_autoptr (AtlasTable) table = ask ("certified_share", "532900", NULL, NULL);
  g_autoptr (GPtrArray) figures = atlas_explain_list_figures (atlas_table_get_row (table, 0));

  g_assert_cmpuint (figures->len, ==, 2);
  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      g_assert_cmpstr (figure->region_code, ==, "532900");
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-explanation-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.atlas", NULL);
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_assert_true (atlas_dataset_create (path, csv, TRUE, NULL));
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, NULL);
  catalogue = atlas_catalogue_new (dataset, NULL);

  g_test_add_func ("/explanation/calculation", test_calculation);
  g_test_add_func ("/explanation/no-calculation", test_no_calculation);
  g_test_add_func ("/explanation/subject", test_subject);
  g_test_add_func ("/explanation/figures", test_figures);
  result = g_test_run ();

  g_clear_pointer (&catalogue, atlas_catalogue_unref);
  g_clear_object (&dataset);
  g_unlink (path);
  g_rmdir (folder);
  return result;
}
