/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/counted.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/qualified-number.h"
#include "dataset/registers/hour-bands.h"
#include "dataset/registers/rollup-series.h"
#include "indicators/coverage.h"
#include "indicators/education-standard.h"
#include "indicators/register-answer.h"
#include "indicators/slice-observation.h"
#include "indicators/standard.h"

typedef AtlasObservation *(*CountFunc) (const AtlasCounted *self, const AtlasAnswerContext *context, const AtlasRegion *region,
                                        const AtlasSlice *slice, int year);

/**
 * AtlasCounted:
 * @base: the indicator whose counts it rests on: its years are those that can be told
 * @standards: the indicators of the figures it is measured by
 * @is_share: in per cent; else a number
 * @of_those_below: counts those below the standard; else those who meet it
 */
struct _AtlasCounted {
  const char *name;
  const char *base;
  const char *standards[2];
  CountFunc count;
  gboolean is_share;
  gboolean of_those_below;
};

/**
 * Tally:
 * @below: how many are below the standard
 * @unknown: and of how many it is not known
 *
 * What is counted of @all.
 */
typedef struct {
  double all;
  double below;
  double unknown;
} Tally;

/* INDICATOR_ID, where @dimension (nullable) is VALUE, and ANOTHER (nullable) is ANOTHER_VALUE; NULL where the dataset does not know
 * it. */
static AtlasSlice *
make_slice (AtlasCatalogue *catalogue,
            const char     *indicator_id,
            const char     *dimension,
            const char     *value,
            const char     *another,
            const char     *another_value)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, indicator_id);
  g_autoptr (GPtrArray) where = atlas_dimension_values_new ();

  if (indicator == NULL)
    return NULL;
  if (dimension != NULL)
    atlas_dimension_values_set (where, dimension, value);
  if (another != NULL)
    atlas_dimension_values_set (where, another, another_value);
  return atlas_slice_new (catalogue, indicator, where, NULL);
}

/* (nullable): all that is counted, as an observation of SLICE. */
static AtlasObservation *
observe_base (const AtlasCounted       *self,
              const AtlasAnswerContext *context,
              const AtlasRegion        *region,
              const AtlasSlice         *slice,
              int                       year)
{
  g_autoptr (AtlasSlice) base = make_slice (context->catalogue, self->base, NULL, NULL, NULL, NULL);
  AtlasObservation *observation = base != NULL ? atlas_register_in_year (context, region, base, year) : NULL;

  if (observation == NULL)
    return NULL;
  g_free (observation->indicator_id);
  observation->indicator_id = g_strdup (slice->indicator->indicator_id);
  atlas_observation_set_dimensions (observation, slice->dimensions);
  return observation;
}

/* A part of what there is; 0 where nothing is of it. */
static double
count_part (const AtlasAnswerContext *context,
            const AtlasRegion        *region,
            AtlasSlice               *slice,
            int                       year)
{
  g_autoptr (AtlasSlice) owned = slice;
  g_autoptr (AtlasObservation) part = owned != NULL ? atlas_register_in_year (context, region, owned, year) : NULL;

  return part != NULL ? part->value : 0;
}

/* Turns OBSERVATION, the number of all, into what is asked of them. (nullable): NULL where nothing is known of anybody; a number is 0
 * where there is nobody. */
static AtlasObservation *
set_value (const AtlasCounted *self,
           const Tally        *tally,
           AtlasObservation   *observation)
{
  g_autoptr (AtlasObservation) owned = observation;
  double known = tally->all - tally->unknown;

  observation->numerator = self->of_those_below ? tally->below : known - tally->below;
  observation->denominator = known;
  observation->numerator_qualifier = observation->denominator_qualifier = ATLAS_QUALIFIER_EXACT;
  observation->qualifier = ATLAS_QUALIFIER_EXACT;
  if (known <= 0 && (self->is_share || tally->all > 0))
    return NULL;
  observation->value = self->is_share ? observation->numerator / known * 100 : observation->numerator;
  observation->has_exact = !self->is_share && atlas_decimal_from_double (observation->value, 0, &observation->exact);
  return g_steal_pointer (&owned);
}

static void
add_band (Tally   *tally,
          double   n,
          gboolean is_unknown,
          gboolean is_below)
{
  tally->all += n;
  tally->unknown += is_unknown ? n : 0;
  tally->below += !is_unknown && is_below ? n : 0;
}

/* Up to ATLAS_MOST_STAFF stations are told apart: a standard above is taken for that. */
static AtlasObservation *
count_staffing (const AtlasCounted       *self,
                const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                const AtlasSlice         *slice,
                int                       year)
{
  g_autoptr (AtlasSlice) standard_slice = make_slice (context->catalogue, self->standards[0], NULL, NULL, NULL, NULL);
  g_autoptr (AtlasObservation) standard =
    standard_slice != NULL ? atlas_standard_find (context, region, standard_slice, year) : NULL;
  g_autoptr (AtlasObservation) observation = NULL;
  Tally tally = { 0 };

  if (standard == NULL || (observation = observe_base (self, context, region, slice, year)) == NULL)
    return NULL;
  for (guint staff = 0; staff <= ATLAS_MOST_STAFF + 1; staff++)
    {
      const AtlasSeries *series = atlas_series_get (ATLAS_SERIES_STAFFING + staff);
      const char *value = atlas_dimension_values_lookup (series->dimensions, "staff");

      add_band (&tally, count_part (context, region, make_slice (context->catalogue, self->base, "staff", value, NULL, NULL), year),
                staff > ATLAS_MOST_STAFF, staff < MIN (standard->value, ATLAS_MOST_STAFF));
    }
  atlas_standard_note (context->catalogue, standard_slice, standard, observation);
  if (tally.unknown > 0)
    atlas_observation_add_note (observation, _("without stations whose staff is not known"));
  return set_value (self, &tally, g_steal_pointer (&observation));
}

/* The hours that GRADE needs in REGION: what has been entered, else the national rule. */
static double
find_required (const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const char               *grade,
               int                       year,
               AtlasObservation         *observation)
{
  AtlasSlice *found;
  g_autoptr (AtlasObservation) standard = atlas_education_find_entered (context, region, grade, year, &found);
  g_autoptr (AtlasSlice) slice = found;
  g_autofree char *note = NULL;

  if (standard != NULL)
    {
      atlas_standard_note (context->catalogue, slice, standard, observation);
      return standard->value;
    }
  note = g_strdup_printf (_("required within three years by the Measures for the Continuing Education of Social Workers: %1$d hours of "
                            "assistants, %2$d of the others"), ATLAS_EDUCATION_OF_ASSISTANTS, ATLAS_EDUCATION_OF_OTHERS);
  atlas_observation_add_note (observation, note);
  return atlas_education_get_national (grade);
}

static AtlasObservation *
count_education (const AtlasCounted       *self,
                 const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       year)
{
  static const char *const grades[] = { "assistant", "intermediate", "senior" };
  g_autoptr (AtlasObservation) observation = observe_base (self, context, region, slice, year);
  Tally tally = { 0 };

  for (guint g = 0; observation != NULL && g < G_N_ELEMENTS (grades); g++)
    {
      double required = find_required (context, region, grades[g], year, observation);

      for (guint band = 0; band < ATLAS_N_HOUR_BANDS; band++)
        {
          gboolean is_unknown = band == ATLAS_HOUR_BAND_UNKNOWN;

          add_band (&tally,
                    count_part (context, region, make_slice (context->catalogue, self->base, "grade", grades[g], "hours",
                                                             atlas_hour_band_get_id (band)), year),
                    is_unknown, !is_unknown && atlas_hour_band_get_start (band) < required);
        }
    }
  if (observation == NULL)
    return NULL;
  if (tally.unknown > 0)
    atlas_observation_add_note (observation, _("without holders whose hours are not recorded"));
  return set_value (self, &tally, g_steal_pointer (&observation));
}

/* What township coverage leaves. */
static AtlasObservation *
count_uncovered (const AtlasCounted       *self,
                 const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       year)
{
  g_autoptr (AtlasSlice) base = make_slice (context->catalogue, self->base, NULL, NULL, NULL, NULL);
  g_autoptr (AtlasObservation) coverage =
    base != NULL ? atlas_coverage_count_in_year (context, region, base, year) : NULL;
  g_autoptr (AtlasObservation) observation = coverage != NULL ? observe_base (self, context, region, slice, year) : NULL;

  if (observation == NULL)
    return NULL;
  observation->value = coverage->denominator - coverage->numerator;
  observation->has_exact = atlas_decimal_from_double (observation->value, 0, &observation->exact);
  observation->qualifier = atlas_qualifier_reverse (coverage->qualifier);
  for (guint i = 0; coverage->qualifier != ATLAS_QUALIFIER_EXACT && i < coverage->notes->len; i++)
    atlas_observation_add_note (observation, g_ptr_array_index (coverage->notes, i));
  return g_steal_pointer (&observation);
}

/* The statutory divisions of the county level in REGION, itself among them. */
static guint
count_counties (const AtlasRegion *region)
{
  guint n = 0;

  if (region->level == ATLAS_REGION_LEVEL_COUNTY)
    return region->statutory ? 1 : 0;
  for (guint i = 0; region->level < ATLAS_REGION_LEVEL_COUNTY && i < region->n_children; i++)
    n += count_counties (region->children[i]);
  return n;
}

static AtlasObservation *
count_centres (const AtlasCounted       *self,
               const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const AtlasSlice         *slice,
               int                       year)
{
  g_autoptr (AtlasObservation) observation = observe_base (self, context, region, slice, year);
  Tally tally = { .all = count_counties (region) };

  if (observation == NULL || tally.all <= 0)
    return NULL;
  tally.below = tally.all - observation->value;
  return set_value (self, &tally, g_steal_pointer (&observation));
}

static const AtlasCounted kinds[] = {
  { "education_compliance", "education_holders", { "education_hours_required" }, count_education, TRUE, FALSE },
  { "education_short", "education_holders", { "education_hours_required" }, count_education, FALSE, TRUE },
  { "stations_below_standard", "stations_by_staff", { "station_staff_standard" }, count_staffing, FALSE, TRUE },
  { "stations_below_standard_share", "stations_by_staff", { "station_staff_standard" }, count_staffing, TRUE, TRUE },
  { "uncovered_townships", "township_coverage", { NULL }, count_uncovered, FALSE, FALSE },
  { "county_centre_coverage", "county_centre_coverage", { NULL }, count_centres, TRUE, FALSE },
};

const AtlasCounted *
atlas_counted_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

const char *const *
atlas_counted_list_standards (const AtlasCounted *self)
{
  return self->standards;
}

AtlasObservation *
atlas_counted_in_year (const AtlasCounted       *self,
                       const AtlasAnswerContext *context,
                       const AtlasRegion        *region,
                       const AtlasSlice         *slice,
                       int                       year)
{
  return self->count (self, context, region, slice, year);
}

void
atlas_counted_add_years (const AtlasCounted       *self,
                         const AtlasAnswerContext *context,
                         const AtlasRegion        *region,
                         AtlasKnownYears          *years)
{
  g_autoptr (AtlasSlice) base = make_slice (context->catalogue, self->base, NULL, NULL, NULL, NULL);

  if (base != NULL)
    atlas_register_add_years (context, region, base, years);
}

/* Whether a standard that has to be entered has not been. */
static gboolean
lacks_standard (const AtlasCounted       *self,
                const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                int                       year)
{
  g_autoptr (AtlasSlice) slice = NULL;
  g_autoptr (AtlasObservation) standard = NULL;

  if (self->count != count_staffing || (slice = make_slice (context->catalogue, self->standards[0], NULL, NULL, NULL, NULL)) == NULL)
    return FALSE;
  standard = atlas_standard_find (context, region, slice, year);
  return standard == NULL;
}

void
atlas_counted_explain_missing (const AtlasCounted       *self,
                               const AtlasAnswerContext *context,
                               const AtlasRegion        *region,
                               int                       year,
                               AtlasObservation         *observation)
{
  g_autoptr (AtlasSlice) base = make_slice (context->catalogue, self->base, NULL, NULL, NULL, NULL);

  if (lacks_standard (self, context, region, year))
    {
      const AtlasIndicator *standard = atlas_catalogue_find_indicator (context->catalogue, self->standards[0]);
      /* Translators: the name of a standard */
      g_autofree char *note = g_strdup_printf (_("no “%s” is known: enter the one of this region or of one above it as a new figure"),
                                               atlas_indicator_get_name (standard));

      observation->missing = ATLAS_MISSING_INPUT;
      atlas_observation_add_note (observation, note);
    }
  else if (base != NULL)
    atlas_register_explain_missing (context, region, base, year, observation);
}
