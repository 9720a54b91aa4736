/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Stations against the divisions they stand in, against plans, and against what is said of their coverage. */

#include "config.h"

#include "indicators/check-context.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/coverage.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"

/* By how many percentage points a claim may differ: it is rounded, and the list of divisions is of another
 * year. */
#define CLAIM_TOLERANCE 1.0

#define TOWNSHIP_STATIONS "status=operating;tier=township_station"
#define COUNTY_CENTRES "status=operating;tier=county_centre"

static gboolean
has_value (const AtlasFigure *figure,
           const char        *dimension,
           const char        *value)
{
  return g_strcmp0 (atlas_dimension_values_lookup (figure->dimensions, dimension), value) == 0;
}

static char *
dup_station_key (const AtlasCheckContext *context,
                 const AtlasFigure       *figure)
{
  int year = atlas_figure_get_year (figure, NULL);

  if (strcmp (figure->indicator_id, "stations") != 0 || year == 0 ||
      !has_value (figure, "status", "operating") ||
      (!has_value (figure, "tier", "township_station") && !has_value (figure, "tier", "county_centre")))
    return NULL;
  return g_strdup_printf ("%s|%s|%d", figure->region_code,
                          atlas_dimension_values_lookup (figure->dimensions, "tier"), year);
}

/* Statutory divisions of the county level, or what stands in their place; NAN where none can be counted. */
static double
count_counties (const AtlasCheckContext *context,
                const AtlasRegion       *region)
{
  g_autoptr (GPtrArray) counties =
    atlas_region_tree_list_level (atlas_catalogue_get_regions (context->cells.catalogue), region,
                                  ATLAS_REGION_LEVEL_COUNTY);
  guint n = 0;

  for (guint i = 0; i < counties->len; i++)
    n += ((const AtlasRegion *) g_ptr_array_index (counties, i))->statutory;
  return n > 0 ? n : NAN;
}

static double
count_townships (const AtlasCheckContext *context,
                 const AtlasRegion       *region,
                 int                      year)
{
  g_autoptr (AtlasObservation) townships = atlas_check_ask (context, region, "townships", "", year);

  return townships != NULL ? townships->value : NAN;
}

static void
check_divisions (AtlasCheckContext *context,
                 const AtlasRegion *region,
                 gboolean           of_townships,
                 int                year)
{
  g_autoptr (AtlasObservation) stations =
    atlas_check_ask (context, region, "stations", of_townships ? TOWNSHIP_STATIONS : COUNTY_CENTRES, year);
  double divisions = of_townships ? count_townships (context, region, year)
                                  : count_counties (context, region);
  g_autofree char *n_stations = NULL;
  g_autofree char *n_divisions = NULL;

  if (stations == NULL || isnan (divisions) || atlas_range_of_observation (stations).low <= divisions)
    return;
  n_stations = atlas_check_dup_number (stations->value, stations->qualifier);
  n_divisions = atlas_check_dup_number (divisions, ATLAS_QUALIFIER_EXACT);
  atlas_check_report (context, "stations-above-divisions", ATLAS_SEVERITY_WARNING, region, stations->figures,
                      g_strdup_printf (of_townships
                                           ? _("%s township stations, but only %s statutory townships")
                                           : _("%s county centres, but only %s statutory counties"),
                                       n_stations, n_divisions));
}

/* Rule "stations-above-divisions": one township has one township station, one county one centre. */
void
atlas_check_stations (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_station_key);

  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (groups, i), 0);
      const AtlasRegion *region = atlas_check_get_region (context, figure);

      if (region != NULL)
        check_divisions (context, region, has_value (figure, "tier", "township_station"),
                         atlas_figure_get_year (figure, NULL));
    }
}

/* Stations of one tier in one document, planned or operating. */
static char *
dup_plan_key (const AtlasCheckContext *context,
              const AtlasFigure       *figure)
{
  const char *tier = atlas_dimension_values_lookup (figure->dimensions, "tier");

  if (strcmp (figure->indicator_id, "stations") != 0 || tier == NULL || atlas_check_is_batch (figure) ||
      (!has_value (figure, "status", "operating") && !has_value (figure, "status", "planned")))
    return NULL;
  return g_strdup_printf ("%s|%s|%s", figure->region_code, figure->source->source_id, tier);
}

static void
check_plan (AtlasCheckContext *context,
            AtlasFigure       *planned,
            AtlasFigure       *built)
{
  const AtlasRegion *region = atlas_check_get_region (context, planned);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *number = atlas_check_dup_value (planned);

  if (region == NULL || atlas_decimal_compare (planned->value, built->value) != 0)
    return;
  g_ptr_array_add (figures, planned);
  g_ptr_array_add (figures, built);
  atlas_check_report (
      context, "planned-and-built", ATLAS_SEVERITY_WARNING, region, figures,
      g_strdup_printf (_("One document calls the same %s stations both planned and operating"), number));
}

/* Rule "planned-and-built": the number that a document plans is not the number that it says is there. */
void
atlas_check_planned (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_plan_key);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint a = 0; a < group->len; a++)
        for (guint b = 0; b < group->len; b++)
          if (has_value (g_ptr_array_index (group, a), "status", "planned") &&
              has_value (g_ptr_array_index (group, b), "status", "operating"))
            check_plan (context, g_ptr_array_index (group, a), g_ptr_array_index (group, b));
    }
}

/* The coverage of YEAR, counted or computed, else that of the nearest later year that has stations, else of the nearest
 * earlier. */
static AtlasObservation *
compute_coverage (const AtlasCheckContext *context,
                  const AtlasRegion       *region,
                  int                      year)
{
  const AtlasIndicator *indicator =
    atlas_catalogue_find_indicator (context->cells.catalogue, "township_coverage");
  g_autoptr (GPtrArray) none = atlas_dimension_values_new ();
  g_autoptr (AtlasSlice) slice = NULL;
  g_auto (AtlasKnownYears) years;
  AtlasAnswerContext cells = context->cells;
  int best = 0;

  cells.from = ATLAS_FROM_BEST;
  atlas_known_years_init (&years);
  if (indicator == NULL)
    return NULL;
  slice = atlas_slice_new (context->cells.catalogue, indicator, none, NULL);
  atlas_cell_add_years (&cells, region, slice, &years);
  for (guint i = 0; i < years.whole->len; i++)
    {
      int candidate = g_array_index (years.whole, int, i);

      if (candidate >= year ? best < year || candidate < best : best < candidate)
        best = candidate;
    }
  return best != 0 ? atlas_cell_in_year (&cells, region, slice, best, NULL) : NULL;
}

/* Full coverage is claimed to the last township; more than full is the other rule's. */
static gboolean
claim_holds (const AtlasFigure      *claim,
             const AtlasObservation *coverage)
{
  AtlasRange claimed = atlas_range_of_figure (claim);
  AtlasRange computed =
    atlas_range_of_number ((AtlasQualifiedNumber){ coverage->value, coverage->qualifier });
  gboolean full = claimed.low >= 100;

  if (full)
    return computed.high >= 100;
  claimed.low -= CLAIM_TOLERANCE;
  claimed.high += CLAIM_TOLERANCE;
  return atlas_range_overlaps (claimed, computed);
}

static void
report_claim (AtlasCheckContext      *context,
              AtlasFigure            *claim,
              const AtlasRegion      *region,
              const AtlasObservation *coverage)
{
  const AtlasUnit *unit = atlas_check_get_unit (context, claim);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *claimed =
    atlas_format_label (atlas_decimal_to_double (claim->value), claim->qualifier, unit, ATLAS_SCALE_ONE);
  g_autofree char *computed =
    atlas_format_label (coverage->value, coverage->qualifier, unit, ATLAS_SCALE_ONE);
  g_autofree char *stations = atlas_check_dup_number (coverage->numerator, coverage->numerator_qualifier);
  g_autofree char *townships =
    atlas_check_dup_number (coverage->denominator, coverage->denominator_qualifier);
  g_autofree char *period = atlas_format_period (coverage->period);

  g_ptr_array_add (figures, claim);
  g_ptr_array_extend (figures, coverage->figures, NULL, NULL);
  atlas_check_add_inputs (figures, coverage);
  atlas_check_report (
      context, "claimed-coverage",
      fabs (coverage->value - atlas_decimal_to_double (claim->value)) > CLAIM_TOLERANCE
          ? ATLAS_SEVERITY_WARNING
          : ATLAS_SEVERITY_NOTICE,
      region, figures,
      g_strdup_printf (coverage->basis == ATLAS_BASIS_REGISTERS
                           /* Translators: claimed coverage; date, townships with a station, all townships, their quotient */
                           ? _("Coverage is claimed as %1$s; in the register %3$s of %4$s townships (%2$s) have a station: %5$s")
                           /* Translators: claimed coverage; date, stations, townships and their quotient */
                           : _("Coverage is claimed as %1$s; %3$s stations in %4$s townships (%2$s) give %5$s"),
                       claimed, period, stations, townships, computed));
}

static void
check_claim (AtlasCheckContext *context,
             AtlasFigure       *claim,
             const AtlasRegion *region)
{
  g_autoptr (AtlasObservation) coverage =
    compute_coverage (context, region, atlas_figure_get_year (claim, NULL));
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *claimed = NULL;

  if (coverage != NULL)
    {
      if (!claim_holds (claim, coverage))
        report_claim (context, claim, region, coverage);
      return;
    }
  g_ptr_array_add (figures, claim);
  claimed = atlas_format_label (atlas_decimal_to_double (claim->value), claim->qualifier,
                                atlas_check_get_unit (context, claim), ATLAS_SCALE_ONE);
  atlas_check_report (
      context, "claimed-coverage", ATLAS_SEVERITY_NOTICE, region, figures,
      g_strdup_printf (_("Coverage is claimed as %s, but no number of stations is published to verify "
                         "it"),
                       claimed));
}

/* Rule "claimed-coverage": what is said of coverage against stations ÷ townships. */
void
atlas_check_claims (AtlasCheckContext *context)
{
  for (guint i = 0; i < context->figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (context->figures, i);
      const AtlasRegion *region = atlas_check_get_region (context, figure);

      if (region != NULL && strcmp (figure->indicator_id, "coverage_rate") == 0 &&
          !atlas_check_is_batch (figure) && has_value (figure, "tier", "township_station") &&
          atlas_has_townships (context->cells.catalogue, region))
        check_claim (context, figure, region);
    }
}
