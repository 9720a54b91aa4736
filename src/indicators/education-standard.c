/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/education-standard.h"

#include <string.h>

#include "dataset/dimension-values.h"
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

double
atlas_education_get_national (const char *grade)
{
  return strcmp (grade, "assistant") == 0 ? ATLAS_EDUCATION_OF_ASSISTANTS : ATLAS_EDUCATION_OF_OTHERS;
}
