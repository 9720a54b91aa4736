/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/required-hours.h"

#include "indicators/education-standard.h"
#include "indicators/figure-load.h"

static double
find_hours (const AtlasAnswerContext *context,
            const AtlasRegion        *region,
            const char               *grade,
            int                       year)
{
  AtlasSlice *slice;
  g_autoptr (AtlasObservation) entered = atlas_education_find_entered (context, region, grade, year, &slice);
  g_autoptr (AtlasSlice) owned = slice;

  return entered != NULL ? entered->value : atlas_education_get_national (grade);
}

gboolean
atlas_required_hours_find (AtlasDataset        *dataset,
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
