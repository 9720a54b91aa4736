/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/education.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-load.h"
#include "indicators/standard.h"

AtlasObservation *
atlas_education_find_entered (const AtlasAnswerContext *context,
                              const AtlasRegion        *region,
                              const char               *grade,
                              int                       year,
                              AtlasSlice              **out_slice)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (context->catalogue, "education_hours_required");
  g_autoptr (GPtrArray) where = atlas_dimension_values_new ();

  *out_slice = NULL;
  if (indicator == NULL)
    return NULL;
  atlas_dimension_values_set (where, "grade", grade);
  *out_slice = atlas_slice_new (context->catalogue, indicator, where, NULL);
  return atlas_standard_find (context, region, *out_slice, year);
}

static double
find_hours (const AtlasAnswerContext *context,
            const AtlasRegion        *region,
            const char               *grade,
            int                       year)
{
  AtlasSlice *slice;
  g_autoptr (AtlasObservation) entered = atlas_education_find_entered (context, region, grade, year, &slice);
  g_autoptr (AtlasSlice) owned = slice;

  if (entered != NULL)
    return entered->value;
  return strcmp (grade, "assistant") == 0 ? ATLAS_EDUCATION_OF_ASSISTANTS : ATLAS_EDUCATION_OF_OTHERS;
}

gboolean
atlas_education_find_required (AtlasDataset        *dataset,
                               AtlasCatalogue      *catalogue,
                               const AtlasRegion   *region,
                               int                  year,
                               AtlasRequiredHours  *out,
                               GError             **error)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  g_autoptr (AtlasFigureIndex) index = NULL;
  AtlasAnswerContext context = { catalogue, NULL, NULL, ATLAS_FROM_PUBLISHED };

  g_ptr_array_add (regions, (gpointer) region);
  index = atlas_figures_load (dataset, catalogue, "education_compliance", regions, error);
  if (index == NULL)
    return FALSE;
  context.index = index;
  year = year != 0 ? year : G_MAXINT16;
  out->assistant = find_hours (&context, region, "assistant", year);
  out->intermediate = find_hours (&context, region, "intermediate", year);
  out->senior = find_hours (&context, region, "senior", year);
  return TRUE;
}
