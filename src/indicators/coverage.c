/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/coverage.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/number-format.h"
#include "indicators/register-answer.h"
#include "indicators/slice-observation.h"

/* The bundled list of divisions. */
#define LIST_YEAR 2023
/* How many divisions that do not count a note names before it breaks off. */
#define MAX_NAMED_DIVISIONS 3

int
atlas_townships_get_list_year (void)
{
  return LIST_YEAR;
}

gboolean
atlas_has_townships (AtlasCatalogue    *catalogue,
                     const AtlasRegion *region)
{
  return region->level < ATLAS_REGION_LEVEL_TOWNSHIP && atlas_catalogue_count_townships (catalogue, region) > 0;
}

/* (element-type AtlasRegion): the townships within REGION that do not count for it. Exclusions hold for the region's
 * own row only: the nation's row of the file names none. */
static GPtrArray *
list_excluded (AtlasCatalogue    *catalogue,
               const AtlasRegion *region,
               int                year)
{
  const AtlasDenominator *denominator = atlas_catalogue_find_denominator (catalogue, region->code);
  AtlasRegionTree *tree = atlas_catalogue_get_regions (catalogue);
  GPtrArray *excluded = g_ptr_array_new ();

  if (denominator == NULL || strcmp (denominator->region_code, region->code) != 0 ||
      (year != 0 && atoi (denominator->valid_from) > year))
    return excluded;
  for (guint i = 0; denominator->excluded[i] != NULL; i++)
    {
      const AtlasRegion *township = atlas_region_tree_lookup (tree, denominator->excluded[i]);

      if (township != NULL && township->level == ATLAS_REGION_LEVEL_TOWNSHIP && township->statutory &&
          atlas_region_is_within (township, region))
        g_ptr_array_add (excluded, (gpointer) township);
    }
  return excluded;
}

static void
note_excluded (AtlasObservation *observation,
               GPtrArray        *excluded)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *note = NULL;

  for (guint i = 0; i < MIN (excluded->len, MAX_NAMED_DIVISIONS); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? C_("between names", ", ") : "",
                            atlas_region_get_display_name (g_ptr_array_index (excluded, i)));
  if (excluded->len > MAX_NAMED_DIVISIONS)
    /* Translators: stands after a list of names that is not complete */
    g_string_append (names, C_("after names", " …"));
  note = g_strdup_printf (ngettext ("without %u township that is administered elsewhere: %s",
                                    "without %u townships that are administered elsewhere: %s", excluded->len),
                          excluded->len, names->str);
  atlas_observation_add_note (observation, note);
}

AtlasObservation *
atlas_townships_in_year (AtlasCatalogue    *catalogue,
                         const AtlasRegion *region,
                         const AtlasSlice  *slice,
                         int                year)
{
  g_autoptr (GPtrArray) excluded = NULL;
  AtlasObservation *observation;
  g_autofree char *note = NULL;

  if (!atlas_has_townships (catalogue, region))
    return NULL;
  excluded = list_excluded (catalogue, region, year);
  observation = atlas_slice_new_observation (slice, catalogue, region);
  observation->basis = ATLAS_BASIS_COMPUTED;
  observation->status = ATLAS_STATUS_NORMAL;
  observation->year = year;
  g_free (observation->period);
  observation->period = g_strdup_printf ("%d", LIST_YEAR);
  observation->value = atlas_catalogue_count_townships (catalogue, region) - excluded->len;
  observation->has_exact = atlas_decimal_from_double (observation->value, 0, &observation->exact);
  note = g_strdup_printf (C_("note", "townships by the %d list of divisions"), LIST_YEAR);
  atlas_observation_add_note (observation, note);
  if (excluded->len > 0)
    note_excluded (observation, excluded);
  return observation;
}

void
atlas_townships_explain_missing (const AtlasRegion *region,
                                 AtlasObservation  *observation)
{
  observation->missing = ATLAS_MISSING_NOT_APPLICABLE;
  atlas_observation_add_note (observation, region->level >= ATLAS_REGION_LEVEL_TOWNSHIP
                                             ? _("not applicable to a single township")
                                             : _("the list of divisions has no townships here"));
}

const AtlasFormula *
atlas_coverage_get_formula (void)
{
  static AtlasFormula *formula;

  if (g_once_init_enter (&formula))
    {
      AtlasFormula *parsed = atlas_formula_parse ("stations[status=operating;tier=township_station] / townships * 100",
                                                  NULL);

      g_once_init_leave (&formula, parsed);
    }
  return formula;
}

/* How many of the townships EXCLUDED are covered. */
static double
count_covered (const AtlasAnswerContext *context,
               const AtlasSlice         *slice,
               GPtrArray                *excluded,
               int                       year)
{
  double covered = 0;

  for (guint i = 0; i < excluded->len; i++)
    {
      g_autoptr (AtlasObservation) one = atlas_register_in_year (context, g_ptr_array_index (excluded, i), slice, year);

      covered += one != NULL ? one->value : 0;
    }
  return covered;
}

/* Whether every township of REGION has one anyway. */
static gboolean
is_full (const AtlasAnswerContext *context,
         const AtlasRegion        *region,
         const AtlasSlice         *covered,
         int                       year)
{
  const AtlasCount *count = atlas_count_index_lookup (context->counts, region, covered);
  AtlasRollupCell cell;

  return count != NULL && atlas_count_get (count, year, &cell) &&
         cell.value >= atlas_catalogue_count_townships (context->catalogue, region);
}

/* How many STATIONS the counties in REGION that have townships without one have of their own, in no township: few have any. */
static gint64
count_unplaced (const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                const AtlasSlice         *stations,
                const AtlasSlice         *covered,
                int                       year)
{
  AtlasRegisterCoverage *coverage = atlas_catalogue_get_register_coverage (context->catalogue);
  AtlasRollupCell own;
  gint64 n = 0;

  if (!atlas_register_coverage_has_own_stations (coverage, region) || is_full (context, region, covered, year))
    return 0;
  if (atlas_region_get_county (region) == region)
    return atlas_count_get (atlas_count_index_lookup_own (context->counts, region, stations), year, &own) ? own.value : 0;
  for (guint i = 0; i < region->n_children; i++)
    n += count_unplaced (context, region->children[i], stations, covered, year);
  return n;
}

/* In which township such stations stand nobody knows: it may be one that has no other. */
static void
mark_unplaced (const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const AtlasSlice         *slice,
               int                       year,
               AtlasObservation         *observation)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (context->catalogue, "stations");
  g_autoptr (GPtrArray) none = atlas_dimension_values_new ();
  g_autoptr (AtlasSlice) stations = atlas_slice_new (context->catalogue, indicator, none, NULL);
  gint64 n = observation->numerator < observation->denominator ? count_unplaced (context, region, stations, slice, year) : 0;
  g_autofree char *number = NULL;
  g_autofree char *note = NULL;

  if (n <= 0)
    return;
  number = atlas_format_text ((double) n, ATLAS_QUALIFIER_EXACT, atlas_catalogue_find_unit (context->catalogue, indicator->unit));
  /* Translators: "3 stations" */
  note = g_strdup_printf (_("registered with counties themselves, in no township: %s"), number);
  atlas_observation_add_note (observation, note);
  observation->qualifier = observation->numerator_qualifier = ATLAS_QUALIFIER_AT_LEAST;
}

AtlasObservation *
atlas_coverage_count_in_year (const AtlasAnswerContext *context,
                              const AtlasRegion        *region,
                              const AtlasSlice         *slice,
                              int                       year)
{
  g_autoptr (AtlasObservation) townships = NULL;
  g_autoptr (AtlasObservation) observation = NULL;
  g_autoptr (GPtrArray) excluded = NULL;

  if (!atlas_has_townships (context->catalogue, region))
    return NULL;
  observation = atlas_register_in_year (context, region, slice, year);
  townships = atlas_townships_in_year (context->catalogue, region, slice, year);
  excluded = list_excluded (context->catalogue, region, year);
  if (observation == NULL || townships->value <= 0)
    return NULL;
  observation->numerator = observation->value - count_covered (context, slice, excluded, year);
  observation->denominator = townships->value;
  observation->value = observation->numerator / observation->denominator * 100;
  observation->has_exact = FALSE;
  mark_unplaced (context, region, slice, year, observation);
  for (guint i = 0; i < townships->notes->len; i++)
    atlas_observation_add_note (observation, g_ptr_array_index (townships->notes, i));
  return g_steal_pointer (&observation);
}

void
atlas_coverage_mark (AtlasObservation *observation)
{
  observation->status = ATLAS_STATUS_ESTIMATED;
  atlas_observation_add_note (observation, _("stations, not townships"));
}
