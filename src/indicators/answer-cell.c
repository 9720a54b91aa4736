/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/answer-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/counted.h"
#include "indicators/coverage.h"
#include "indicators/formula-answer.h"
#include "indicators/formula-inputs.h"
#include "indicators/published-answer.h"
#include "indicators/register-answer.h"
#include "indicators/slice-observation.h"

/**
 * CellKind:
 *
 * How the values of an indicator come about, beside being printed.
 */
typedef enum {
  CELL_PUBLISHED,
  CELL_FORMULA,
  CELL_TOWNSHIPS,
  CELL_COVERAGE,
  CELL_COUNTED,
} CellKind;

/* OUT_FORMULA: the one to compute by, for FORMULA and COVERAGE. */
static CellKind
get_kind (AtlasCatalogue      *catalogue,
          const AtlasSlice    *slice,
          const AtlasFormula **out_formula)
{
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, slice->indicator->indicator_id);

  *out_formula = formula;
  if (formula == NULL)
    return CELL_PUBLISHED;
  if (formula->kind != ATLAS_FORMULA_BUILTIN)
    return CELL_FORMULA;
  if (strcmp (formula->name, "townships") == 0)
    return CELL_TOWNSHIPS;
  if (strcmp (formula->name, "township_coverage") != 0)
    return CELL_COUNTED;
  *out_formula = atlas_coverage_get_formula ();
  return CELL_COVERAGE;
}

/* (nullable): what SLICE, of that kind, is counted by. */
static const AtlasCounted *
get_counted (AtlasCatalogue   *catalogue,
             const AtlasSlice *slice)
{
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, slice->indicator->indicator_id);

  return atlas_counted_find (formula->name);
}

static GPtrArray *
lookup_figures (const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                const AtlasSlice         *slice)
{
  return atlas_figure_index_lookup (context->index, slice->indicator->indicator_id, region->code);
}

/* Coverage is computed from published figures only: from registers townships are counted, not stations. */
static AtlasObservation *
compute_coverage (const AtlasAnswerContext *context,
                  const AtlasRegion        *region,
                  const AtlasSlice         *slice,
                  const AtlasFormula       *formula,
                  int                       year,
                  const char               *source_id)
{
  AtlasAnswerContext published = *context;
  AtlasObservation *observation;

  if (context->from == ATLAS_FROM_REGISTERS)
    return NULL;
  published.from = ATLAS_FROM_PUBLISHED;
  observation = atlas_formula_in_year (&published, region, slice, formula, year, source_id);
  if (observation != NULL)
    atlas_coverage_mark (observation);
  return observation;
}

static AtlasObservation *
compute_in_year (const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       year,
                 const char               *source_id)
{
  const AtlasFormula *formula;

  switch (get_kind (context->catalogue, slice, &formula))
    {
    case CELL_TOWNSHIPS:
      return atlas_townships_in_year (context->catalogue, region, slice, year);
    case CELL_COVERAGE:
      return compute_coverage (context, region, slice, formula, year, source_id);
    case CELL_FORMULA:
      return atlas_formula_in_year (context, region, slice, formula, year, source_id);
    case CELL_PUBLISHED:
    case CELL_COUNTED:
    default:
      return NULL;
    }
}

/* A derived indicator is computed; what documents print of it is used only where the inputs are missing, or counts of
 * registers that have not been returned everywhere. */
static AtlasObservation *
compute_or_read (const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       year,
                 const char               *source_id)
{
  g_autoptr (AtlasObservation) computed = compute_in_year (context, region, slice, year, source_id);
  GPtrArray *figures = lookup_figures (context, region, slice);
  AtlasObservation *published = NULL;

  if (context->from == ATLAS_FROM_REGISTERS)
    return g_steal_pointer (&computed);
  if (computed == NULL || computed->is_partial)
    published = atlas_published_in_year (context->catalogue, region, slice, figures, year, source_id);
  if (published != NULL || computed == NULL)
    return published;
  atlas_published_add_others (context->catalogue, slice, figures, year, computed);
  return g_steal_pointer (&computed);
}

/* (nullable): what the registers count, if they are asked. */
static AtlasObservation *
count_in_year (const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const AtlasSlice         *slice,
               int                       year,
               const char               *source_id)
{
  const AtlasFormula *formula;
  const AtlasCounted *counted;

  if (context->from == ATLAS_FROM_PUBLISHED || source_id != NULL)
    return NULL;
  switch (get_kind (context->catalogue, slice, &formula))
    {
    case CELL_COVERAGE:
      return atlas_coverage_count_in_year (context, region, slice, year);
    case CELL_COUNTED:
      counted = get_counted (context->catalogue, slice);
      return counted != NULL ? atlas_counted_in_year (counted, context, region, slice, year) : NULL;
    default:
      return atlas_register_in_year (context, region, slice, year);
    }
}

/* The count of a register that has been returned; else what is published; else the count as it is. */
AtlasObservation *
atlas_cell_in_year (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    int                       year,
                    const char               *source_id)
{
  g_autoptr (AtlasObservation) count = count_in_year (context, region, slice, year, source_id);
  g_autoptr (AtlasObservation) other = NULL;

  if (count != NULL && !count->is_partial)
    {
      if (context->from == ATLAS_FROM_BEST)
        atlas_published_add_others (context->catalogue, slice, lookup_figures (context, region, slice), year, count);
      return g_steal_pointer (&count);
    }
  other = compute_or_read (context, region, slice, year, source_id);
  if (other == NULL || (other->is_partial && count != NULL))
    return g_steal_pointer (&count);
  if (count != NULL)
    atlas_register_note_count (context, slice, count, other);
  return g_steal_pointer (&other);
}

static gboolean
is_counted (AtlasCatalogue   *catalogue,
            const AtlasSlice *slice)
{
  const AtlasFormula *formula;

  return get_kind (catalogue, slice, &formula) == CELL_COUNTED;
}

static void
add_computed_years (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    AtlasKnownYears          *years)
{
  const AtlasFormula *formula;
  CellKind kind = get_kind (context->catalogue, slice, &formula);
  AtlasAnswerContext published = *context;

  published.from = ATLAS_FROM_PUBLISHED;
  if (kind == CELL_TOWNSHIPS && atlas_has_townships (context->catalogue, region))
    atlas_years_add (years->whole, atlas_townships_get_list_year ());
  else if (kind == CELL_FORMULA)
    atlas_formula_add_years (context, region, formula, years);
  else if (kind == CELL_COVERAGE && context->from != ATLAS_FROM_REGISTERS)
    atlas_formula_add_years (&published, region, formula, years);
  else if (kind == CELL_COUNTED && context->from != ATLAS_FROM_PUBLISHED && get_counted (context->catalogue, slice) != NULL)
    atlas_counted_add_years (get_counted (context->catalogue, slice), context, region, years);
}

void
atlas_cell_add_years (const AtlasAnswerContext *context,
                      const AtlasRegion        *region,
                      const AtlasSlice         *slice,
                      AtlasKnownYears          *years)
{
  if (context->from != ATLAS_FROM_REGISTERS)
    atlas_published_add_years (context->catalogue, slice, lookup_figures (context, region, slice), years->whole,
                               years->parts);
  if (context->from != ATLAS_FROM_PUBLISHED && !is_counted (context->catalogue, slice))
    atlas_register_add_years (context, region, slice, years);
  add_computed_years (context, region, slice, years);
}

/* How many of YEARS from AT on follow each other without a gap. */
static guint
count_run (GArray *years,
           guint   at)
{
  guint n = 1;

  while (at + n < years->len && g_array_index (years, int, at + n) == g_array_index (years, int, at) + (int) n)
    n++;
  return n;
}

/* "2013, 2018–2021, undated" */
static char *
describe_years (GArray *years)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < years->len;)
    {
      int year = g_array_index (years, int, i);
      guint n = year != 0 ? count_run (years, i) : 1;
      const char *separator = text->len > 0 ? C_("between names", ", ") : "";

      if (n > 2)
        /* Translators: the first and the last of several years */
        g_string_append_printf (text, C_("years", "%1$s%2$d–%3$d"), separator, year, year + (int) n - 1);
      else if (year != 0)
        g_string_append_printf (text, "%s%d", separator, year);
      i += n > 2 ? n : 1;
    }
  if (atlas_years_contain (years, 0))
    g_string_append_printf (text, "%s%s", text->len > 0 ? C_("between names", ", ") : "",
                            C_("year of a figure", "undated"));
  return g_string_free (text, FALSE);
}

static void
explain_other_years (GArray           *known,
                     int               asked,
                     AtlasObservation *observation)
{
  g_autofree char *years = describe_years (known);
  g_autofree char *note = NULL;

  observation->missing = ATLAS_MISSING_OTHER_YEARS;
  /* Translators: the year asked for, then the years that there are figures for */
  note = g_strdup_printf (_("no figure for %1$d; there are figures for: %2$s"), asked, years);
  atlas_observation_add_note (observation, note);
}

/* What is printed for the year asked, else of any: no total and another year is still more than nothing. */
static void
explain_parts (const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const AtlasSlice         *slice,
               int                       asked,
               AtlasObservation         *observation)
{
  GPtrArray *figures = lookup_figures (context, region, slice);

  atlas_published_explain_parts (context->catalogue, slice, figures, asked, observation);
  if (asked != 0 && observation->missing == ATLAS_MISSING_NOT_REPORTED)
    atlas_published_explain_parts (context->catalogue, slice, figures, 0, observation);
}

static void
explain_absence (const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       asked,
                 AtlasObservation         *observation)
{
  const AtlasFormula *formula;
  CellKind kind = get_kind (context->catalogue, slice, &formula);

  if ((kind == CELL_TOWNSHIPS || kind == CELL_COVERAGE) && !atlas_has_townships (context->catalogue, region))
    atlas_townships_explain_missing (region, observation);
  else if (kind == CELL_FORMULA || (kind == CELL_COVERAGE && context->from != ATLAS_FROM_REGISTERS))
    atlas_formula_explain_missing (context, region, formula, asked, observation);
  else if (kind == CELL_COUNTED && context->from != ATLAS_FROM_PUBLISHED && get_counted (context->catalogue, slice) != NULL)
    atlas_counted_explain_missing (get_counted (context->catalogue, slice), context, region, asked, observation);
  else if (context->from != ATLAS_FROM_REGISTERS)
    explain_parts (context, region, slice, asked, observation);
}

/* Where nothing more can be said than that nothing is there. */
static void
explain_nothing (const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       asked,
                 AtlasObservation         *observation)
{
  if (context->from != ATLAS_FROM_REGISTERS)
    atlas_observation_add_note (observation, _("no published figure"));
  if (context->from == ATLAS_FROM_REGISTERS ||
      (context->from == ATLAS_FROM_BEST && atlas_register_find_table (context, region, slice) != NULL))
    atlas_register_explain_missing (context, region, slice, asked, observation);
}

AtlasObservation *
atlas_cell_missing (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    int                       asked)
{
  AtlasObservation *observation = atlas_slice_new_observation (slice, context->catalogue, region);
  g_auto (AtlasKnownYears) years;
  g_autoptr (GArray) known = NULL;
  const AtlasFormula *formula;
  CellKind kind = get_kind (context->catalogue, slice, &formula);
  guint n_notes = observation->notes->len;

  observation->year = asked;
  atlas_known_years_init (&years);
  atlas_cell_add_years (context, region, slice, &years);
  known = atlas_known_years_list (&years);
  if (asked != 0 && known->len > 0 && !atlas_years_contain (known, asked))
    explain_other_years (known, asked, observation);
  if (kind == CELL_PUBLISHED && known->len > 0 && context->from != ATLAS_FROM_PUBLISHED)
    atlas_register_explain_unplaced (context, region, slice, asked, observation);
  if (kind == CELL_PUBLISHED || observation->missing != ATLAS_MISSING_OTHER_YEARS)
    explain_absence (context, region, slice, asked, observation);
  if (observation->notes->len == n_notes)
    explain_nothing (context, region, slice, asked, observation);
  return observation;
}
