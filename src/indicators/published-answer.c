/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/published-answer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/figure-choice.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "indicators/published-parts.h"
#include "indicators/slice-observation.h"
#include "indicators/year-order.h"

/* How many parts a note names before it breaks off. */
#define MAX_NAMED_PARTS 4

static GPtrArray *
list_of_year (GPtrArray  *figures,
              int         year,
              const char *source_id)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (atlas_figure_get_year (figure, NULL) == year &&
          (source_id == NULL || strcmp (figure->source->source_id, source_id) == 0))
        g_ptr_array_add (found, figure);
    }
  return found;
}

static void
set_exact (AtlasObservation *observation,
           AtlasDecimal      value)
{
  observation->exact = value;
  observation->has_exact = TRUE;
  observation->value = atlas_decimal_to_double (value);
}

/* What holds for a value whether one figure or several stand behind it. */
static void
add_figure (AtlasObservation *observation,
            AtlasCatalogue   *catalogue,
            const AtlasSlice *slice,
            AtlasFigure      *figure)
{
  gboolean inferred;

  observation->year = atlas_figure_get_year (figure, &inferred);
  atlas_observation_take_figure (observation, atlas_figure_ref (figure));
  atlas_observation_add_source (observation, figure->source);
  atlas_slice_note_attributes (slice, catalogue, figure, observation);
  if (inferred)
    {
      observation->year_inferred = TRUE;
      atlas_observation_add_note (observation, _("the year is inferred: the document does not print it"));
    }
}

static void
set_period (AtlasObservation *observation,
            const AtlasSlice *slice,
            const char       *period)
{
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  g_free (observation->period);
  observation->period = g_strdup (period);
  if (!atlas_period_is_interval (period) || !atlas_indicator_is_flow (slice->indicator))
    return;
  text = atlas_format_period (period);
  note = g_strdup_printf (_("one sum for several years: %s"), text);
  atlas_observation_add_note (observation, note);
}

static AtlasObservation *
observe_figure (AtlasCatalogue    *catalogue,
                const AtlasRegion *region,
                const AtlasSlice  *slice,
                AtlasFigure       *figure)
{
  AtlasObservation *observation = atlas_slice_new_observation (slice, catalogue, region);

  observation->basis = ATLAS_BASIS_PUBLISHED;
  observation->status = figure->status;
  observation->qualifier = figure->qualifier;
  set_exact (observation, figure->value);
  add_figure (observation, catalogue, slice, figure);
  set_period (observation, slice, atlas_figure_get_period (figure));
  return observation;
}

/* The period that all parts share, else their year. */
static char *
dup_common_period (GPtrArray *figures,
                   int        year)
{
  const char *period = atlas_figure_get_period (g_ptr_array_index (figures, 0));

  for (guint i = 1; i < figures->len; i++)
    if (strcmp (atlas_figure_get_period (g_ptr_array_index (figures, i)), period) != 0)
      return year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
  return g_strdup (period);
}

static void
note_parts (AtlasObservation *observation,
            AtlasCatalogue   *catalogue,
            const AtlasSlice *slice,
            GPtrArray        *figures)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *note = NULL;

  for (guint i = 0; i < MIN (figures->len, MAX_NAMED_PARTS); i++)
    {
      g_autofree char *name = atlas_slice_dup_difference (slice, catalogue, g_ptr_array_index (figures, i));

      g_string_append_printf (names, "%s%s", i > 0 ? C_("between parts", "; ") : "", name);
    }
  if (figures->len > MAX_NAMED_PARTS)
    g_string_append (names, C_("after names", " …"));
  if (figures->len == 1)
    note = g_strdup_printf (_("one part is published (%s)"), names->str);
  else
    note = g_strdup_printf (ngettext ("sum of %u published part (%s)", "sum of %u published parts (%s)", figures->len),
                            figures->len, names->str);
  atlas_observation_add_note (observation, note);
}

static AtlasObservation *
observe_sum (AtlasCatalogue      *catalogue,
             const AtlasRegion   *region,
             const AtlasSlice    *slice,
             const AtlasPartsSum *sum)
{
  AtlasObservation *observation = atlas_slice_new_observation (slice, catalogue, region);
  g_autofree char *period = NULL;

  observation->basis = ATLAS_BASIS_PUBLISHED_PARTS;
  observation->status = sum->status;
  observation->qualifier = sum->qualifier;
  set_exact (observation, sum->value);
  note_parts (observation, catalogue, slice, sum->figures);
  if (sum->kind == ATLAS_PARTS_FUNDING)
    atlas_observation_add_note (observation, _("what no document prints is not in the sum"));
  for (guint i = 0; i < sum->figures->len; i++)
    add_figure (observation, catalogue, slice, g_ptr_array_index (sum->figures, i));
  for (guint i = 0; i < sum->others->len; i++)
    atlas_observation_take_other (observation, atlas_figure_ref (g_ptr_array_index (sum->others, i)));
  period = dup_common_period (sum->figures, observation->year);
  set_period (observation, slice, period);
  return observation;
}

void
atlas_published_add_others (AtlasCatalogue   *catalogue,
                            const AtlasSlice *slice,
                            GPtrArray        *figures,
                            int               year,
                            AtlasObservation *observation)
{
  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (atlas_figure_get_year (figure, NULL) == year &&
          atlas_slice_match (slice, catalogue, figure) == ATLAS_MATCH_FIGURE &&
          !g_ptr_array_find (observation->figures, figure, NULL) &&
          !g_ptr_array_find (observation->others, figure, NULL))
        atlas_observation_take_other (observation, atlas_figure_ref (figure));
    }
}

AtlasObservation *
atlas_published_in_year (AtlasCatalogue    *catalogue,
                         const AtlasRegion *region,
                         const AtlasSlice  *slice,
                         GPtrArray         *figures,
                         int                year,
                         const char        *source_id)
{
  g_autoptr (GPtrArray) of_year = list_of_year (figures, year, source_id);
  g_autoptr (AtlasPartsSum) sum = NULL;
  AtlasFigure *figure = atlas_slice_choose (slice, catalogue, of_year);
  AtlasObservation *observation;

  if (figure != NULL)
    {
      observation = observe_figure (catalogue, region, slice, figure);
      atlas_published_add_others (catalogue, slice, figures, year, observation);
      return observation;
    }
  sum = atlas_parts_sum_complete_set (catalogue, slice, of_year);
  if (sum == NULL)
    sum = atlas_parts_sum_funding (catalogue, slice, of_year);
  return sum != NULL ? observe_sum (catalogue, region, slice, sum) : NULL;
}

/* Adds to YEARS those of CANDIDATES in which documents print a total or a complete set, else to PARTIAL those in which
 * they print parts of the money. */
static void
add_years_of_sums (AtlasCatalogue   *catalogue,
                   const AtlasSlice *slice,
                   GPtrArray        *figures,
                   GArray           *candidates,
                   GArray           *years,
                   GArray           *partial)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      int year = g_array_index (candidates, int, i);
      g_autoptr (GPtrArray) of_year = list_of_year (figures, year, NULL);
      g_autoptr (AtlasPartsSum) whole = atlas_parts_sum_complete_set (catalogue, slice, of_year);
      g_autoptr (AtlasPartsSum) some = atlas_parts_sum_funding (catalogue, slice, of_year);

      if (whole != NULL)
        atlas_years_add (years, year);
      else if (some != NULL)
        atlas_years_add (partial, year);
    }
}

void
atlas_published_add_years (AtlasCatalogue   *catalogue,
                           const AtlasSlice *slice,
                           GPtrArray        *figures,
                           GArray           *years,
                           GArray           *partial)
{
  g_autoptr (GArray) of_parts = atlas_years_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);
      AtlasMatch match = atlas_slice_match (slice, catalogue, figure);

      if (match == ATLAS_MATCH_FIGURE)
        atlas_years_add (years, atlas_figure_get_year (figure, NULL));
      else if (match == ATLAS_MATCH_PART)
        atlas_years_add (of_parts, atlas_figure_get_year (figure, NULL));
    }
  for (guint i = of_parts->len; i > 0; i--)
    if (atlas_years_contain (years, g_array_index (of_parts, int, i - 1)))
      g_array_remove_index (of_parts, i - 1);
  add_years_of_sums (catalogue, slice, figures, of_parts, years, partial);
}

static char *
describe_part (AtlasCatalogue    *catalogue,
               const AtlasSlice  *slice,
               const AtlasFigure *figure)
{
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, figure->unit);
  g_autofree char *what = atlas_slice_dup_difference (slice, catalogue, figure);
  g_autofree char *value = atlas_format_text (atlas_decimal_to_double (figure->value), figure->qualifier, unit);
  g_autofree char *period = atlas_format_period (atlas_figure_get_period (figure));

  /* Translators: a part of a total: what it is, its value and its date: "Second batch: 4 stations (May 2023)" */
  return g_strdup_printf (_("%1$s: %2$s (%3$s)"), what, value, period);
}

void
atlas_published_explain_parts (AtlasCatalogue   *catalogue,
                               const AtlasSlice *slice,
                               GPtrArray        *figures,
                               int               year,
                               AtlasObservation *observation)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *note = NULL;
  guint n_parts = 0;

  for (guint i = 0; i < figures->len && n_parts <= MAX_NAMED_PARTS; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);
      AtlasMatch match = atlas_slice_match (slice, catalogue, figure);
      g_autofree char *part = NULL;

      if ((match != ATLAS_MATCH_BATCH && match != ATLAS_MATCH_PART) ||
          (year != 0 && atlas_figure_get_year (figure, NULL) != year))
        continue;
      if (n_parts++ > 0)
        g_string_append (parts, C_("between parts", "; "));
      part = n_parts <= MAX_NAMED_PARTS ? describe_part (catalogue, slice, figure) : g_strdup ("…");
      g_string_append (parts, part);
    }
  if (n_parts == 0)
    return;
  observation->missing = ATLAS_MISSING_ONLY_PARTS;
  note = g_strdup_printf (_("only parts are printed: %s"), parts->str);
  atlas_observation_add_note (observation, note);
}
