/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/uncovered-townships.h"

#include <string.h>

#include "indicators/answer.h"
#include "indicators/region-list.h"
#include "indicators/register-answer.h"

static AtlasQuestion *
make_question (const AtlasRegion *region,
               int                year)
{
  AtlasQuestion *question = atlas_question_new ("stations");

  question->from = ATLAS_FROM_REGISTERS;
  atlas_question_set_within (question, region->code, ATLAS_REGION_LEVEL_TOWNSHIP);
  atlas_question_set_years (question, year, year);
  return question;
}

AtlasTable *
atlas_townships_ask_stations (AtlasDataset       *dataset,
                              AtlasCatalogue     *catalogue,
                              const AtlasRegion  *region,
                              int                 year,
                              GError            **error)
{
  g_autoptr (AtlasQuestion) question = make_question (region, year);

  return atlas_answer (dataset, catalogue, question, error);
}

/* Whether TOWNSHIP counts for REGION at all: it may be administered elsewhere. */
static gboolean
is_counted (AtlasCatalogue    *catalogue,
            const AtlasRegion *region,
            const AtlasRegion *township)
{
  const AtlasDenominator *denominator = atlas_catalogue_find_denominator (catalogue, region->code);

  if (township->level != ATLAS_REGION_LEVEL_TOWNSHIP || !township->statutory)
    return FALSE;
  return denominator == NULL || strcmp (denominator->region_code, region->code) != 0 ||
         !g_strv_contains ((const char *const *) denominator->excluded, township->code);
}

GPtrArray *
atlas_townships_list_uncovered (AtlasTable        *townships,
                                const AtlasRegion *region)
{
  AtlasCatalogue *catalogue = atlas_table_get_catalogue (townships);
  GPtrArray *uncovered = g_ptr_array_new ();

  for (guint i = 0; i < atlas_table_get_n_rows (townships); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (townships, i);

      if (!atlas_observation_is_missing (row) && row->value == 0 && is_counted (catalogue, region, row->region))
        g_ptr_array_add (uncovered, (gpointer) row->region);
    }
  return uncovered;
}

GPtrArray *
atlas_townships_find_uncovered (AtlasDataset       *dataset,
                                AtlasCatalogue     *catalogue,
                                const AtlasRegion  *region,
                                int                 year,
                                guint              *out_n_unreturned,
                                guint              *out_n_unplaced,
                                GError            **error)
{
  g_autoptr (AtlasQuestion) question = make_question (region, year);
  g_autoptr (AtlasSlice) slice = atlas_slice_new (
    catalogue, atlas_catalogue_find_indicator (catalogue, question->indicator), question->where, NULL);
  g_autoptr (GPtrArray) regions = atlas_region_list (catalogue, question, error);
  g_autoptr (AtlasCountIndex) counts = regions != NULL ? atlas_count_index_new (dataset, error) : NULL;
  g_autoptr (GPtrArray) uncovered = g_ptr_array_new ();
  AtlasAnswerContext context = { catalogue, NULL, counts, ATLAS_FROM_REGISTERS };

  if (counts == NULL)
    return NULL;
  atlas_count_index_expect (counts, regions);
  *out_n_unreturned = *out_n_unplaced = 0;
  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *township = g_ptr_array_index (regions, i);
      gboolean known;

      if (!is_counted (catalogue, region, township))
        continue;
      if (atlas_register_has_none (&context, township, slice, year, &known))
        g_ptr_array_add (uncovered, (gpointer) township);
      else if (!known && atlas_register_is_unplaced (&context, township, slice, year))
        ++*out_n_unplaced;
      else if (!known)
        ++*out_n_unreturned;
    }
  return atlas_count_index_check (counts, error) ? g_steal_pointer (&uncovered) : NULL;
}
