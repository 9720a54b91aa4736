/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Registers against what is published, against each other, and against the divisions they are of. */

#include "config.h"

#include "indicators/check-context.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/rollup-series.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"

/* By what share the staff of stations may differ from the people who say that they are at one: the registers come from
 * different desks at different times, and only what is twice the other is worth a look. */
#define STAFF_TOLERANCE 0.5

/* OBSERVATION is taken; (nullable): itself, if all have returned their part of it. */
static AtlasObservation *
take_whole (AtlasObservation *observation)
{
  if (observation != NULL && observation->is_partial)
    g_clear_pointer (&observation, atlas_observation_unref);
  return observation;
}

/* (nullable): what the registers count of an indicator, if all have returned them; FROM: or what is published. */
static AtlasObservation *
ask (const AtlasCheckContext *context,
     const AtlasRegion       *region,
     const AtlasSlice        *slice,
     int                      year,
     AtlasFrom                from)
{
  AtlasAnswerContext cells = context->cells;

  cells.from = from;
  return take_whole (atlas_cell_in_year (&cells, region, slice, year, NULL));
}

static AtlasObservation *
count (const AtlasCheckContext *context,
       const AtlasRegion       *region,
       const char              *indicator_id,
       const char              *dimensions,
       int                      year)
{
  AtlasCheckContext registers = *context;

  registers.cells.from = ATLAS_FROM_REGISTERS;
  return take_whole (atlas_check_ask (&registers, region, indicator_id, dimensions, year));
}

/* The question that FIGURE answers; no default holds, since it says all that it is of. */
static AtlasSlice *
slice_of_figure (AtlasCatalogue    *catalogue,
                 const AtlasFigure *figure)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, figure->indicator_id);
  g_autoptr (GPtrArray) where = atlas_dimension_values_copy (figure->dimensions);

  if (indicator == NULL)
    return NULL;
  for (guint i = 0; i < indicator->defaults->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (indicator->defaults, i);

      if (atlas_dimension_values_lookup (where, pair->dimension) == NULL)
        atlas_dimension_values_set (where, pair->dimension, ATLAS_DIMENSION_TOTAL);
    }
  return atlas_slice_new (catalogue, indicator, where, NULL);
}

/* What registers count is broken down by nothing that only says something about a figure. */
static char *
dup_count_key (const AtlasCheckContext *context,
               const AtlasFigure       *figure)
{
  int year = atlas_figure_get_year (figure, NULL);
  g_autofree char *dimensions = NULL;

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      if (atlas_catalogue_is_attribute (context->cells.catalogue, pair->dimension))
        return NULL;
    }
  if (year == 0)
    return NULL;
  dimensions = atlas_dimension_values_to_string (figure->dimensions);
  return g_strdup_printf ("%s|%s|%s|%d", figure->region_code, figure->indicator_id, dimensions, year);
}

/* What is said to be of a month before the last may well be another number than that of the year's end. */
static AtlasSeverity
get_severity (const AtlasCheckContext *context,
              const AtlasFigure       *figure,
              const AtlasSlice        *slice)
{
  g_autofree char *moment = atlas_check_dup_moment (context, figure);

  return atlas_indicator_is_flow (slice->indicator) || strlen (moment) < strlen ("2023-12") ||
                 g_str_has_suffix (moment, "-12")
             ? ATLAS_SEVERITY_WARNING
             : ATLAS_SEVERITY_NOTICE;
}

static void
check_figure (AtlasCheckContext *context,
              const AtlasFigure *figure,
              const AtlasRegion *region)
{
  AtlasCatalogue *catalogue = context->cells.catalogue;
  int year = atlas_figure_get_year (figure, NULL);
  g_autoptr (AtlasSlice) slice = slice_of_figure (catalogue, figure);
  g_autoptr (AtlasObservation) counted = slice != NULL ? ask (context, region, slice, year, ATLAS_FROM_REGISTERS) : NULL;
  g_autoptr (AtlasObservation) published = NULL;
  const AtlasFigure *first;
  g_autoptr (GPtrArray) texts = NULL;

  if (counted == NULL || counted->basis != ATLAS_BASIS_REGISTERS)
    return;
  published = ask (context, region, slice, year, ATLAS_FROM_PUBLISHED);
  if (published == NULL || published->figures->len == 0 ||
      atlas_range_overlaps (atlas_range_of_observation (published), atlas_range_of_observation (counted)))
    return;
  first = g_ptr_array_index (published->figures, 0);
  texts = atlas_check_list_quantities (context, first,
                                       (const AtlasQualifiedNumber[]) { { published->value, published->qualifier },
                                                                        { counted->value, counted->qualifier } },
                                       2);
  atlas_check_report (context, "register-against-published", get_severity (context, first, slice), region,
                      published->figures,
                      /* Translators: two numbers of the same thing in the same year */
                      g_strdup_printf (_("Published as %1$s; the registers have %2$s"),
                                       (const char *) g_ptr_array_index (texts, 0), (const char *) g_ptr_array_index (texts, 1)));
}

/* The other rules read what is published, which is little; registers are of every county. */
static gboolean
is_wanted (const AtlasCheckContext *context,
           const AtlasRegion       *region)
{
  return context->region == NULL || atlas_region_is_within (region, context->region);
}

/* Rule "register-against-published": what is printed against the register that was returned for the same year. */
static void
check_published (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_count_key);

  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (groups, i), 0);
      const AtlasRegion *region = atlas_check_get_region (context, figure);

      if (region != NULL && is_wanted (context, region))
        check_figure (context, figure, region);
    }
}

/* The last year for which all have returned the register NAME in REGION; 0 if there is none. */
static int
get_last_year (const AtlasCheckContext *context,
               const AtlasRegion       *region,
               const char              *name)
{
  AtlasRegisterCoverage *registers = atlas_catalogue_get_register_coverage (context->cells.catalogue);
  const AtlasTableDefinition *table = atlas_table_definition_find (name);
  g_autoptr (GArray) years = atlas_register_coverage_list_years (registers, table, region);

  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      guint out_of;

      if (atlas_register_coverage_count (registers, table, region, year, &out_of) == out_of)
        return year;
    }
  return 0;
}

static void
report (AtlasCheckContext *context,
        const char        *rule,
        AtlasSeverity      severity,
        const AtlasRegion *region,
        const char        *indicator_id,
        int                year,
        char              *message)
{
  g_autofree char *period = g_strdup_printf ("%d", year);

  atlas_check_report_count (context, rule, severity, region, indicator_id, period, message);
}

/* Rule "certified-above-workers", of the register: certified people are among the people. */
static void
check_share (AtlasCheckContext *context,
             const AtlasRegion *region,
             int                year)
{
  g_autoptr (AtlasObservation) certified = count (context, region, "certified_workers", "", year);
  g_autoptr (AtlasObservation) workers = count (context, region, "social_workers", "", year);
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  if (certified == NULL || workers == NULL || certified->value <= workers->value)
    return;
  part = atlas_check_dup_number (certified->value, certified->qualifier);
  whole = atlas_check_dup_number (workers->value, workers->qualifier);
  report (context, "certified-above-workers", ATLAS_SEVERITY_WARNING, region, "certified_workers", year,
          g_strdup_printf (_("%s certified social workers are more than the %s social work professionals"), part, whole));
}

/* Rule "stations-above-divisions", of the register: one township has one township station. */
static void
check_townships (AtlasCheckContext *context,
                 const AtlasRegion *region,
                 int                year)
{
  g_autoptr (AtlasObservation) stations =
    count (context, region, "stations", "status=operating;tier=township_station", year);
  g_autoptr (AtlasObservation) townships = count (context, region, "townships", "", year);
  g_autofree char *n_stations = NULL;
  g_autofree char *n_townships = NULL;

  if (stations == NULL || townships == NULL || stations->value <= townships->value)
    return;
  n_stations = atlas_check_dup_number (stations->value, stations->qualifier);
  n_townships = atlas_check_dup_number (townships->value, townships->qualifier);
  report (context, "stations-above-divisions", ATLAS_SEVERITY_WARNING, region, "stations", year,
          g_strdup_printf (_("%s township stations, but only %s statutory townships"), n_stations, n_townships));
}

/* Rule "station-staff": the staff that stations say they have against the people who say that they are at a station. */
static void
check_staff (AtlasCheckContext *context,
             const AtlasRegion *region,
             int                year)
{
  g_autoptr (AtlasObservation) staff = count (context, region, "station_workers", "", year);
  gint64 people = atlas_count_index_get_series (context->cells.counts, region, ATLAS_SERIES_PEOPLE_AT_STATIONS, year);
  g_autofree char *n_staff = NULL;
  g_autofree char *n_people = NULL;

  if (staff == NULL || get_last_year (context, region, "personnel") < year ||
      fabs (staff->value - people) <= STAFF_TOLERANCE * MAX (staff->value, people) ||
      (staff->qualifier != ATLAS_QUALIFIER_EXACT && staff->value <= people))
    return;
  n_staff = atlas_check_dup_number (staff->value, staff->qualifier);
  n_people = atlas_check_dup_number (people, ATLAS_QUALIFIER_EXACT);
  report (context, "station-staff", ATLAS_SEVERITY_NOTICE, region, "station_workers", year,
          /* Translators: numbers of people by two registers */
          g_strdup_printf (C_("finding", "Stations have %1$s staff; in the register of personnel %2$s people are at a station"), n_staff,
                           n_people));
}

static void
check_region (AtlasCheckContext *context,
              const AtlasRegion *region)
{
  int personnel = get_last_year (context, region, "personnel");
  int stations = get_last_year (context, region, "stations");

  if (personnel != 0)
    check_share (context, region, personnel);
  if (stations != 0)
    check_townships (context, region, stations);
  if (stations != 0)
    check_staff (context, region, stations);
}

/* Down to the counties: what is wrong in a township shows there. */
void
atlas_check_registers (AtlasCheckContext *context)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (context->cells.catalogue);

  if (context->cells.counts == NULL ||
      atlas_register_coverage_is_empty (atlas_catalogue_get_register_coverage (context->cells.catalogue)))
    return;
  check_published (context);
  for (guint i = 0; i < atlas_region_tree_get_size (regions); i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (regions, i);

      if (region->level <= ATLAS_REGION_LEVEL_COUNTY && is_wanted (context, region))
        check_region (context, region);
    }
}
