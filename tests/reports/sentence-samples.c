/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "sentence-samples.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bundled-dataset.h"
#include "dataset/text.h"
#include "test-language.h"

AtlasCatalogue *catalogue;

static AtlasDataset *dataset;

void
assert_takes (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

AtlasTable *
ask (const char *indicator,
     const char *regions,
     const char *by)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  g_auto (GStrv) codes = g_strsplit (regions, ",", -1);
  g_autoptr (GError) error = NULL;
  AtlasTable *table;

  atlas_question_set_regions (question, (const char *const *) codes);
  atlas_question_set_by (question, by);
  question->stand_in = TRUE;
  table = atlas_answer (dataset, catalogue, question, &error);
  g_assert_no_error (error);
  return table;
}

GHashTable *
list_names (AtlasTable *table)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasRegion *region = atlas_table_get_row (table, i)->region;

      g_hash_table_insert (names, (gpointer) region->code, atlas_region_dup_short_name (region));
    }
  return names;
}

const AtlasRegion *
lookup (const char *code)
{
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), code);
}

AtlasObservation *
observe (const char     *code,
         const char     *indicator,
         double          value,
         AtlasQualifier  qualifier,
         const char     *period)
{
  AtlasObservation *observation = atlas_observation_new (lookup (code));

  atlas_text_set (&observation->indicator_id, indicator);
  atlas_text_set (&observation->period, period);
  observation->status = ATLAS_STATUS_NORMAL;
  observation->basis = ATLAS_BASIS_PUBLISHED;
  observation->value = value;
  observation->qualifier = qualifier;
  observation->year = atoi (period);
  return observation;
}

AtlasTable *
tabulate (AtlasObservation *const *rows,
          guint                    n)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_share");
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, rows[i]);
  return atlas_table_new (catalogue, question, array);
}

int
run_with_catalogue (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-sentences-XXXXXX", NULL);
  int status;

  test_language_bind ();
  bundled_dataset_open (folder, &dataset, &catalogue);
  status = g_test_run ();
  atlas_catalogue_unref (catalogue);
  g_object_unref (dataset);
  g_rmdir (folder);
  return status;
}
