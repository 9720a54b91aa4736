/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/difference.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* Whether anything can be said of how the two differ. */
static gboolean
are_comparable (const AtlasObservation *observation,
                const AtlasObservation *reference)
{
  return !atlas_observation_is_missing (observation) && !atlas_observation_is_missing (reference) &&
         observation->region != reference->region && !are_open_alike (observation, reference);
}

static gboolean
is_bound (const AtlasObservation *observation)
{
  return observation->qualifier != ATLAS_QUALIFIER_EXACT && observation->qualifier != ATLAS_QUALIFIER_ABOUT;
}

AtlasQualifiedNumber
atlas_difference_subtract (const AtlasObservation *observation,
                           const AtlasObservation *reference,
                           const AtlasUnit        *unit)
{
  AtlasQualifiedNumber number = number_of (observation), from = number_of (reference);

  /* What is at least so much more would no longer be. */
  if (!is_bound (observation) && !is_bound (reference))
    {
      number.value = atlas_round_as_shown (number.value, unit);
      from.value = atlas_round_as_shown (from.value, unit);
    }
  return atlas_qualified_subtract (number, from);
}

static AtlasDifference
distance_of (const AtlasObservation *observation,
             const AtlasObservation *reference,
             const AtlasUnit        *unit)
{
  return (AtlasDifference) { ATLAS_DIFFERENCE_DISTANCE, atlas_difference_subtract (observation, reference, unit) };
}

AtlasDifference
atlas_difference_of (const AtlasIndicator   *indicator,
                     const AtlasUnit        *unit,
                     const AtlasObservation *observation,
                     const AtlasObservation *reference)
{
  if (!are_comparable (observation, reference))
    return none;
  return strcmp (indicator->over_regions, "sum") == 0 ? share_of (observation, reference)
                                                      : distance_of (observation, reference, unit);
}

static AtlasDifference
percent_of (const AtlasObservation *observation,
            const AtlasObservation *reference)
{
  AtlasDifference difference = { ATLAS_DIFFERENCE_PERCENT };

  if (reference->value <= 0 ||
      !atlas_qualified_divide (number_of (observation), number_of (reference), &difference.number))
    return none;
  difference.number.value = (difference.number.value - 1) * 100;
  return difference;
}

AtlasDifference
atlas_difference_between (AtlasTable          *table,
                          guint                row,
                          guint                reference_row,
                          AtlasDifferenceMode  mode)
{
  const AtlasObservation *observation = atlas_table_get_row (table, row);
  const AtlasObservation *reference = atlas_table_get_row (table, reference_row);
  const AtlasUnit *unit = atlas_table_get_unit (table);

  if (mode == ATLAS_DIFFERENCE_MODE_SUITED)
    return atlas_difference_of (atlas_table_get_indicator (table), unit, observation, reference);
  if (!are_comparable (observation, reference) || observation->year == 0 || observation->year != reference->year)
    return none;
  if (mode == ATLAS_DIFFERENCE_MODE_ABSOLUTE || atlas_unit_is_percent (unit))
    return distance_of (observation, reference, unit);
  return percent_of (observation, reference);
}

static char *
dup_share_text (AtlasQualifiedNumber share)
{
  g_autofree char *number = atlas_format_label (share.value, share.qualifier, &percent, ATLAS_SCALE_ONE);

  /* Translators: a part of the reference region's total, such as "18.5% of it" */
  return g_strdup_printf (_("%s of it"), number);
}

char *
atlas_difference_dup_distance (const AtlasDifference *self,
                               const AtlasUnit       *unit,
                               AtlasScale             scale)
{
  double value = self->number.value;
  g_autofree char *digits = atlas_format_cell (value, unit, scale);

  if ((self->number.qualifier == ATLAS_QUALIFIER_AT_LEAST && value < 0) ||
      (self->number.qualifier == ATLAS_QUALIFIER_AT_MOST && value > 0))
    return NULL;
  return g_strconcat (atlas_qualifier_get_sign (self->number.qualifier), value > 0 ? "+" : "", digits, NULL);
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
    case ATLAS_DIFFERENCE_PERCENT:
      return atlas_format_more_or_less (self->number.value, self->number.qualifier);
    case ATLAS_DIFFERENCE_NONE:
    default:
      return g_strdup ("");
    }
}
