/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/difference.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/number-format.h"

static char percent_id[] = "percent";
static char percent_sign[] = "%";

static const AtlasUnit percent = { percent_id, percent_sign, percent_sign, FALSE };

static const AtlasDifference none = { ATLAS_DIFFERENCE_NONE, { 0, ATLAS_QUALIFIER_EXACT } };

static AtlasQualifiedNumber
number_of (const AtlasObservation *observation)
{
  return (AtlasQualifiedNumber) { observation->value, observation->qualifier };
}

static gboolean
is_share (const AtlasObservation *observation,
          const AtlasObservation *reference)
{
  return observation->year != 0 && observation->year == reference->year &&
         atlas_region_is_within (observation->region, reference->region);
}

static AtlasDifference
share_of (const AtlasObservation *observation,
          const AtlasObservation *reference)
{
  AtlasDifference share = { ATLAS_DIFFERENCE_SHARE };

  if (!is_share (observation, reference) ||
      !atlas_qualified_divide (number_of (observation), number_of (reference), &share.number))
    return none;
  share.number.value *= 100;
  return share;
}

/* "More than" against "more than" says nothing of how far they are apart. */
static gboolean
are_open_alike (const AtlasObservation *a,
                const AtlasObservation *b)
{
  return a->qualifier == b->qualifier &&
         (a->qualifier == ATLAS_QUALIFIER_AT_LEAST || a->qualifier == ATLAS_QUALIFIER_AT_MOST);
}

AtlasDifference
atlas_difference_of (const AtlasIndicator   *indicator,
                     const AtlasObservation *observation,
                     const AtlasObservation *reference)
{
  if (atlas_observation_is_missing (observation) || atlas_observation_is_missing (reference) ||
      observation->region == reference->region || are_open_alike (observation, reference))
    return none;
  if (strcmp (indicator->over_regions, "sum") == 0)
    return share_of (observation, reference);
  return (AtlasDifference) { ATLAS_DIFFERENCE_DISTANCE,
                             atlas_qualified_subtract (number_of (observation), number_of (reference)) };
}

AtlasDifference
atlas_difference_between (AtlasTable *table,
                          guint       row,
                          guint       reference_row)
{
  return atlas_difference_of (atlas_table_get_indicator (table), atlas_table_get_row (table, row),
                              atlas_table_get_row (table, reference_row));
}

static char *
dup_share_text (AtlasQualifiedNumber share)
{
  g_autofree char *number = atlas_format_label (share.value, share.qualifier, &percent, ATLAS_SCALE_ONE);

  /* Translators: a part of the reference region's total, such as "18.5% of it" */
  return g_strdup_printf (_("%s of it"), number);
}

char *
atlas_difference_dup_text (const AtlasDifference *self,
                           const AtlasUnit       *unit)
{
  switch (self->kind)
    {
    case ATLAS_DIFFERENCE_SHARE:
      return dup_share_text (self->number);
    case ATLAS_DIFFERENCE_DISTANCE:
      return atlas_format_difference (self->number.value, self->number.qualifier, unit);
    case ATLAS_DIFFERENCE_NONE:
    default:
      return g_strdup ("");
    }
}

/* The month a period ends in, counted from year 0; 0 where it is no single year, month or day. */
static int
end_month_of (const char *period)
{
  gsize length = strlen (period);

  if (strchr (period, '/') != NULL || length < 4)
    return 0;
  return atoi (period) * 12 + (length >= 7 ? atoi (period + 5) : 12);
}

static gboolean
has_magnitude (const AtlasObservation *observation)
{
  return !atlas_observation_is_missing (observation) && !observation->stand_in &&
         (observation->qualifier == ATLAS_QUALIFIER_EXACT || observation->qualifier == ATLAS_QUALIFIER_ABOUT);
}

gboolean
atlas_change_is_allowed (const AtlasObservation *from,
                         const AtlasObservation *to)
{
  int years = to->year - from->year;
  int from_month, to_month;

  if (!has_magnitude (from) || !has_magnitude (to) || years <= 0)
    return FALSE;
  from_month = end_month_of (from->period);
  to_month = end_month_of (to->period);
  return from_month != 0 && to_month != 0 && to_month - from_month >= 9 * years &&
         to_month - from_month <= 15 * years;
}
