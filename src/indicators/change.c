/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/change.h"

#include <stdlib.h>
#include <string.h>

#include "indicators/figure-year.h"
#include "indicators/formula.h"

/* The months that something may be of, counted from year 0. */
typedef struct {
  int first;
  int last;
} MonthRange;

/* Widens RANGE to the months that DATE may mean: a period that is one year ends with it, while what is said of a year
 * may be of any of its months. FALSE: of none that is known. */
static gboolean
include_date (MonthRange *range,
              const char *date,
              gboolean    is_period)
{
  gsize length = strlen (date);
  int last;

  if (length < 4 || atlas_period_is_interval (date))
    return FALSE;
  last = atoi (date) * 12 + (length >= 7 ? atoi (date + 5) : 12);
  range->first = MIN (range->first, length >= 7 || is_period ? last : last - 11);
  range->last = MAX (range->last, last);
  return TRUE;
}

/* The period of a computed value is but the year where its inputs differ, so that only their figures tell the months. */
static gboolean
include_observation (MonthRange             *range,
                     const AtlasObservation *observation)
{
  gboolean known = TRUE;

  for (guint i = 0; known && i < observation->figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (observation->figures, i);

      known = include_date (range, atlas_figure_get_period (figure), figure->period[0] != '\0');
    }
  for (guint i = 0; known && i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);

      if (!atlas_formula_is_context (input->indicator_id))
        known = include_observation (range, input);
    }
  if (observation->figures->len == 0 && observation->inputs->len == 0)
    known = include_date (range, observation->period, TRUE);
  return known;
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
  MonthRange earlier = { G_MAXINT, 0 }, later = { G_MAXINT, 0 };

  if (!has_magnitude (from) || !has_magnitude (to) || years <= 0 || from->year == 0)
    return FALSE;
  return include_observation (&earlier, from) && include_observation (&later, to) &&
         later.first - earlier.last >= 9 * years && later.last - earlier.first <= 15 * years;
}
