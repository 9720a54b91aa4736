/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>

#include "dataset/indicator.h"
#include "dataset/text.h"
#include "indicators/catalogue-texts.h"

static AtlasIndicator *
add_indicator (GPtrArray  *indicators,
               const char *id)
{
  AtlasIndicator *indicator = atlas_indicator_new ();

  atlas_text_set (&indicator->indicator_id, id);
  atlas_text_set (&indicator->name_zh, "旧名");
  atlas_text_set (&indicator->name_en, "Old name");
  atlas_text_set (&indicator->unit, "people");
  atlas_text_set (&indicator->formula, "a / b");
  atlas_text_set (&indicator->definition_en, "Old words.");
  g_ptr_array_add (indicators, indicator);
  return indicator;
}

static void
add_value (GPtrArray  *dimensions,
           const char *dimension,
           const char *id)
{
  AtlasDimensionValue *value = atlas_dimension_value_new ();

  atlas_text_set (&value->dimension, dimension);
  atlas_text_set (&value->value, id);
  atlas_text_set (&value->name_zh, "旧名");
  g_ptr_array_add (dimensions, value);
}

static void
write_file (const char *folder,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, contents, -1, &error));
  g_assert_no_error (error);
}

static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_remove (path);
}

static const char *
get_value (GPtrArray *dimensions,
           guint      n)
{
  return ((const AtlasDimensionValue *) g_ptr_array_index (dimensions, n))->value;
}

/* Words and order are those of the files, by whatever columns these have; an empty cell and what the files lack change nothing,
 * nor does what a number means. */
static void
test_renewed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-texts-XXXXXX", NULL);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_indicator_free);
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_dimension_value_free);
  AtlasIndicator *known = add_indicator (indicators, "known"), *own = add_indicator (indicators, "own");

  add_value (dimensions, "purpose", "incentives");
  add_value (dimensions, "purpose", "mine");
  add_value (dimensions, "purpose", "training");
  write_file (folder, "indicators.csv",
              "indicator_id,name_zh,name_en,unit,formula,definition,definition_zh\n"
              "known,新名,,yuan,c + d,New words.,新释义。\n");
  write_file (folder, "dimensions.csv", "dimension,value,name_zh\npurpose,training,培训\npurpose,incentives,考证奖励\n");
  atlas_catalogue_texts_renew (indicators, dimensions, folder);
  g_assert_cmpstr (known->name_zh, ==, "新名");
  g_assert_cmpstr (known->name_en, ==, "Old name");
  g_assert_cmpstr (known->definition_en, ==, "New words.");
  g_assert_cmpstr (known->definition_zh, ==, "新释义。");
  g_assert_cmpstr (known->unit, ==, "people");
  g_assert_cmpstr (known->formula, ==, "a / b");
  g_assert_cmpstr (own->name_zh, ==, "旧名");
  g_assert_cmpstr (get_value (dimensions, 0), ==, "training");
  g_assert_cmpstr (get_value (dimensions, 1), ==, "incentives");
  g_assert_cmpstr (get_value (dimensions, 2), ==, "mine");
  g_assert_cmpstr (((const AtlasDimensionValue *) g_ptr_array_index (dimensions, 0))->name_zh, ==, "培训");
  g_assert_cmpstr (((const AtlasDimensionValue *) g_ptr_array_index (dimensions, 2))->name_zh, ==, "旧名");
  remove_file (folder, "indicators.csv");
  remove_file (folder, "dimensions.csv");
  g_rmdir (folder);
}

static void
test_no_files (void)
{
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_indicator_free);
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_dimension_value_free);
  AtlasIndicator *indicator = add_indicator (indicators, "known");

  add_value (dimensions, "purpose", "training");
  atlas_catalogue_texts_renew (indicators, dimensions, "/nowhere");
  g_assert_cmpstr (indicator->name_zh, ==, "旧名");
  g_assert_cmpuint (dimensions->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/catalogue-texts/renewed", test_renewed);
  g_test_add_func ("/indicators/catalogue-texts/no-files", test_no_files);
  return g_test_run ();
}
