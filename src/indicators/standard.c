/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/standard.h"

#include <glib/gi18n.h>

#include "indicators/number-format.h"
#include "indicators/period-format.h"
#include "indicators/published-answer.h"
#include "indicators/slice-observation.h"

/* (nullable): what is printed for REGION itself. */
static AtlasObservation *
find_own (const AtlasAnswerContext *context,
          const AtlasRegion        *region,
          const AtlasSlice         *slice,
          int                       year)
{
  GPtrArray *figures = atlas_figure_index_lookup (context->index, slice->indicator->indicator_id, region->code);
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) partial = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) nearest = NULL;
  AtlasObservation *standard = NULL;

  if (figures->len == 0)
    return NULL;
  atlas_published_add_years (context->catalogue, slice, figures, known, partial);
  nearest = atlas_years_nearest (known, year);
  for (guint i = 0; standard == NULL && i < nearest->len; i++)
    standard = atlas_published_in_year (context->catalogue, region, slice, figures, g_array_index (nearest, int, i), NULL);
  return standard != NULL ? standard : atlas_published_in_year (context->catalogue, region, slice, figures, 0, NULL);
}

AtlasObservation *
atlas_standard_find (const AtlasAnswerContext *context,
                     const AtlasRegion        *region,
                     const AtlasSlice         *slice,
                     int                       year)
{
  AtlasObservation *standard = NULL;

  for (; standard == NULL && region != NULL; region = region->parent)
    standard = find_own (context, region, slice, year);
  return standard;
}

void
atlas_standard_note (AtlasCatalogue         *catalogue,
                     const AtlasSlice       *slice,
                     const AtlasObservation *standard,
                     AtlasObservation       *observation)
{
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, slice->indicator->unit);
  g_autofree char *name = atlas_slice_dup_name (slice, catalogue);
  g_autofree char *value = atlas_format_observation (standard, unit);
  g_autofree char *region = atlas_region_dup_short_name (standard->region);
  g_autofree char *period = atlas_format_period (standard->period);
  g_autofree char *note =
    period[0] == '\0'
      /* Translators: a standard, its value, the region that has set it */
      ? g_strdup_printf (_("%1$s: %2$s (%3$s)"), name, value, region)
      /* Translators: a standard, its value, the region that has set it, the year */
      : g_strdup_printf (_("%1$s: %2$s (%3$s, %4$s)"), name, value, region, period);

  atlas_observation_add_note (observation, note);
  for (guint i = 0; i < standard->sources->len; i++)
    atlas_observation_add_source (observation, g_ptr_array_index (standard->sources, i));
}
