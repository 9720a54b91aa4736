/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/answer-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/coverage.h"
#include "indicators/formula-answer.h"
#include "indicators/published-answer.h"
#include "indicators/slice-observation.h"
#include "indicators/year-order.h"

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
  *out_formula = atlas_coverage_get_formula ();
  return CELL_COVERAGE;
}

static GPtrArray *
lookup_figures (const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                const AtlasSlice         *slice)
{
  return atlas_figure_index_lookup (context->index, slice->indicator->indicator_id, region->code);
}

static AtlasObservation *
compute_in_year (const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       year,
                 const char               *source_id)
{
  const AtlasFormula *formula;
  CellKind kind = get_kind (context->catalogue, slice, &formula);
  AtlasObservation *observation;

  if (kind == CELL_PUBLISHED)
    return NULL;
  if (kind == CELL_TOWNSHIPS)
    return atlas_townships_in_year (context->catalogue, region, slice, year);
  observation = atlas_formula_in_year (context, region, slice, formula, year, source_id);
  if (observation != NULL && kind == CELL_COVERAGE)
    atlas_coverage_mark (observation);
  return observation;
}

/* A derived indicator is computed; what documents print of it is used only where the inputs are missing. */
AtlasObservation *
atlas_cell_in_year (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    int                       year,
                    const char               *source_id)
{
  GPtrArray *figures = lookup_figures (context, region, slice);
  AtlasObservation *observation = compute_in_year (context, region, slice, year, source_id);

  if (observation == NULL)
    return atlas_published_in_year (context->catalogue, region, slice, figures, year, source_id);
  atlas_published_add_others (context->catalogue, slice, figures, year, observation);
  return observation;
}

void
atlas_cell_add_years (const AtlasAnswerContext *context,
                      const AtlasRegion        *region,
                      const AtlasSlice         *slice,
                      GArray                   *years,
                      GArray                   *partial)
{
  const AtlasFormula *formula;
  CellKind kind = get_kind (context->catalogue, slice, &formula);

  atlas_published_add_years (context->catalogue, slice, lookup_figures (context, region, slice), years, partial);
  if (kind == CELL_TOWNSHIPS && atlas_has_townships (context->catalogue, region))
    atlas_years_add (years, atlas_townships_get_list_year ());
  else if (kind == CELL_FORMULA || kind == CELL_COVERAGE)
    atlas_formula_add_years (context, region, formula, years);
}

/* "2018, 2021 and undated" */
static char *
describe_years (GArray *years)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) != 0)
      g_string_append_printf (text, "%s%d", text->len > 0 ? C_("between names", ", ") : "",
                              g_array_index (years, int, i));
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
  else if (kind == CELL_FORMULA || kind == CELL_COVERAGE)
    atlas_formula_explain_missing (context, region, formula, asked, observation);
  else
    explain_parts (context, region, slice, asked, observation);
}

AtlasObservation *
atlas_cell_missing (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    int                       asked)
{
  AtlasObservation *observation = atlas_slice_new_observation (slice, context->catalogue, region);
  g_autoptr (GArray) known = atlas_years_new ();
  g_autoptr (GArray) partial = atlas_years_new ();
  const AtlasFormula *formula;
  CellKind kind = get_kind (context->catalogue, slice, &formula);

  observation->year = asked;
  atlas_cell_add_years (context, region, slice, known, partial);
  atlas_years_add_all (known, partial);
  if (asked != 0 && known->len > 0 && !atlas_years_contain (known, asked))
    explain_other_years (known, asked, observation);
  if (kind == CELL_PUBLISHED || observation->missing != ATLAS_MISSING_OTHER_YEARS)
    explain_absence (context, region, slice, asked, observation);
  if (observation->notes->len == slice->defaulted->len)
    atlas_observation_add_note (observation, _("no published figure"));
  return observation;
}
