/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "bundled.h"

#include <glib/gstdio.h>

#include "dataset/dimension-values.h"

static char *folder;
static char *path;
static AtlasDataset *dataset;
static AtlasCatalogue *catalogue;

AtlasDataset *
bundled_dataset (void)
{
  g_autofree char *csv_dir = NULL;
  g_autoptr (GError) error = NULL;

  if (dataset != NULL)
    return dataset;
  csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "bundled.atlas", NULL);
  atlas_dataset_create (path, csv_dir, TRUE, &error);
  g_assert_no_error (error);
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  return dataset;
}

AtlasCatalogue *
bundled_catalogue (void)
{
  g_autoptr (GError) error = NULL;

  if (catalogue == NULL)
    catalogue = atlas_catalogue_new (bundled_dataset (), &error);
  g_assert_no_error (error);
  return catalogue;
}

void
bundled_clear (void)
{
  g_clear_pointer (&catalogue, atlas_catalogue_unref);
  if (dataset == NULL)
    return;
  g_assert_finalize_object (dataset);
  dataset = NULL;
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&folder, g_free);
}

AtlasTable *
bundled_answer (AtlasQuestion *question)
{
  g_autoptr (AtlasQuestion) owned = question;
  g_autoptr (GError) error = NULL;
  AtlasTable *table = atlas_answer (bundled_dataset (), bundled_catalogue (), owned, &error);

  g_assert_no_error (error);
  return table;
}

AtlasTable *
bundled_ask (const char *indicator,
             const char *regions,
             const char *where,
             int         year)
{
  AtlasQuestion *question = atlas_question_new (indicator);
  g_auto (GStrv) codes = g_strsplit (regions, ",", -1);

  g_ptr_array_unref (question->where);
  question->where = atlas_dimension_values_parse (where, NULL);
  atlas_question_set_regions (question, (const char *const *) codes);
  atlas_question_set_years (question, year, year);
  return bundled_answer (question);
}

AtlasTable *
bundled_ask_within (const char       *indicator,
                    const char       *within,
                    AtlasRegionLevel  level,
                    int               year,
                    gboolean          all_divisions)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_within (question, within, level);
  atlas_question_set_years (question, year, year);
  question->all_divisions = all_divisions;
  return bundled_answer (question);
}

AtlasTable *
bundled_ask_by (const char *indicator,
                const char *region,
                const char *by,
                int         year)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_regions (question, (const char *[]) { region, NULL });
  atlas_question_set_by (question, by);
  atlas_question_set_years (question, year, year);
  return bundled_answer (question);
}

const AtlasObservation *
bundled_first (AtlasTable *table)
{
  return atlas_table_get_row (table, 0);
}

char *
bundled_note (AtlasTable *table,
              guint       row)
{
  return atlas_observation_dup_note (atlas_table_get_row (table, row));
}

void
bundled_assert_exact (const AtlasObservation *row,
                      const char             *value)
{
  g_autofree char *text = atlas_decimal_to_string (row->exact);

  g_assert_false (atlas_observation_is_missing (row));
  g_assert_true (row->has_exact);
  g_assert_cmpstr (text, ==, value);
}
