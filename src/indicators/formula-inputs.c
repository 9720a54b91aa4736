/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/formula-inputs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/change.h"
#include "indicators/number-format.h"

gboolean
atlas_formula_is_context_slice (const AtlasSlice *slice)
{
  return atlas_formula_is_context (slice->indicator->indicator_id);
}

GPtrArray *
atlas_formula_list_slices (AtlasCatalogue     *catalogue,
                           const AtlasFormula *formula)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_slice_free);
  g_autoptr (GPtrArray) inputs = atlas_formula_list_inputs (formula);

  for (guint i = 0; i < inputs->len; i++)
    {
      const AtlasFormula *input = g_ptr_array_index (inputs, i);
      const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, input->name);

      if (indicator != NULL)
        {
          AtlasSlice *slice = atlas_slice_new (catalogue, indicator, input->dimensions, NULL);

          slice->years_back = input->years_back;
          g_ptr_array_add (slices, slice);
        }
    }
  return slices;
}

GArray *
atlas_formula_list_input_years (const AtlasAnswerContext *context,
                                const AtlasRegion        *region,
                                const AtlasSlice         *slice)
{
  g_auto (AtlasKnownYears) years;

  atlas_known_years_init (&years);
  atlas_cell_add_years (context, region, slice, &years);
  return atlas_known_years_list (&years);
}

/* Residents are in no register, nor is the list of divisions. */
static AtlasAnswerContext
get_context_of_context (const AtlasAnswerContext *context)
{
  AtlasAnswerContext copy = *context;

  if (context->from == ATLAS_FROM_REGISTERS)
    copy.from = ATLAS_FROM_BEST;
  return copy;
}

/* An input that changes slowly: the year itself, else the nearest earlier, else the nearest later one, which the note
 * names. Nothing is near to an undated figure. */
static AtlasObservation *
observe_context (const AtlasAnswerContext *context,
                 const AtlasRegion        *region,
                 const AtlasSlice         *slice,
                 int                       year,
                 const char               *source_id)
{
  AtlasObservation *observation = atlas_cell_in_year (context, region, slice, year, source_id);
  g_autoptr (GArray) known = NULL;
  g_autoptr (GArray) nearest = NULL;

  if (observation != NULL || year == 0)
    return observation;
  known = atlas_formula_list_input_years (context, region, slice);
  nearest = atlas_years_nearest (known, year);
  for (guint i = 0; i < nearest->len; i++)
    {
      g_autofree char *period = NULL;
      g_autofree char *note = NULL;

      observation = atlas_cell_in_year (context, region, slice, g_array_index (nearest, int, i), NULL);
      if (observation == NULL)
        continue;
      period = atlas_format_period (observation->period);
      /* Translators: an indicator and the year its value is of: "Resident population of 2020" */
      note = g_strdup_printf (_("%1$s of %2$s"), atlas_indicator_get_name (slice->indicator), period);
      atlas_observation_add_note (observation, note);
      return observation;
    }
  return NULL;
}

static AtlasObservation *
observe_input (const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const AtlasSlice         *slice,
               int                       year,
               const char               *source_id)
{
  AtlasAnswerContext published = get_context_of_context (context);

  if (atlas_formula_is_context_slice (slice))
    return observe_context (&published, region, slice, year, source_id);
  if (slice->years_back > 0 && (year == 0 || source_id != NULL))
    return NULL; /* what is undated has no year before */
  return atlas_cell_in_year (context, region, slice, year - slice->years_back, source_id);
}

AtlasObservation *
atlas_formula_observe_input (const AtlasAnswerContext *context,
                             const AtlasRegion        *region,
                             const AtlasSlice         *slice,
                             int                       year)
{
  return observe_input (context, region, slice, year, NULL);
}

/* All inputs, or NULL if one is missing. */
static GPtrArray *
observe_inputs (const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                GPtrArray                *slices,
                int                       year,
                const char               *source_id)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < slices->len; i++)
    {
      AtlasObservation *input = observe_input (context, region, g_ptr_array_index (slices, i), year, source_id);

      if (input == NULL)
        return NULL;
      g_ptr_array_add (inputs, input);
    }
  return g_steal_pointer (&inputs);
}

/* Undated figures are of the same time only within one document: the documents of the first input are tried. */
static GPtrArray *
observe_undated_inputs (const AtlasAnswerContext *context,
                        const AtlasRegion        *region,
                        GPtrArray                *slices)
{
  const AtlasSlice *first = g_ptr_array_index (slices, 0);
  g_autoptr (AtlasObservation) chosen = atlas_cell_in_year (context, region, first, 0, NULL);
  GPtrArray *lists[2];

  if (chosen == NULL)
    return NULL;
  lists[0] = chosen->figures;
  lists[1] = chosen->others;
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const AtlasFigure *figure = g_ptr_array_index (lists[l], i);
        GPtrArray *inputs = observe_inputs (context, region, slices, 0, figure->source->source_id);

        if (inputs != NULL)
          return inputs;
      }
  return NULL;
}

/* A count that is not whole goes with what the same register counts, and with nothing else: a part of the workers in all
 * the stations would be no ratio at all. */
static gboolean
are_mixed (GPtrArray *slices,
           GPtrArray *inputs)
{
  const AtlasTableDefinition *table = NULL;
  gboolean partial = FALSE, differ = FALSE;
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (inputs, i);

      if (atlas_formula_is_context_slice (g_ptr_array_index (slices, i)))
        continue;
      partial = partial || input->is_partial;
      differ = differ || (n++ > 0 && input->table != table);
      table = input->table;
    }
  return partial && differ;
}

/* Whether what is of the year before can be set against what is of the year, by the rules for changes. */
static gboolean
are_comparable (GPtrArray *slices,
                GPtrArray *inputs)
{
  for (guint i = 0; i < slices->len; i++)
    for (guint j = 0; j < slices->len; j++)
      {
        const AtlasSlice *before = g_ptr_array_index (slices, i), *now = g_ptr_array_index (slices, j);

        if (before->years_back > 0 && now->years_back == 0 && before->indicator == now->indicator &&
            !atlas_change_is_allowed (g_ptr_array_index (inputs, i), g_ptr_array_index (inputs, j)))
          return FALSE;
      }
  return TRUE;
}

GPtrArray *
atlas_formula_observe_inputs (const AtlasAnswerContext *context,
                              const AtlasRegion        *region,
                              GPtrArray                *slices,
                              int                       year,
                              const char               *source_id)
{
  AtlasAnswerContext published = *context;
  g_autoptr (GPtrArray) inputs = NULL;

  if (year == 0 && source_id == NULL)
    return observe_undated_inputs (context, region, slices);
  inputs = observe_inputs (context, region, slices, year, source_id);
  if (inputs != NULL && !are_comparable (slices, inputs))
    return NULL;
  if (inputs == NULL || !are_mixed (slices, inputs))
    return g_steal_pointer (&inputs);
  published.from = ATLAS_FROM_PUBLISHED;
  return context->from == ATLAS_FROM_BEST ? observe_inputs (&published, region, slices, year, source_id) : NULL;
}

gboolean
atlas_formula_inputs_are_mixed (const AtlasAnswerContext *context,
                                const AtlasRegion        *region,
                                GPtrArray                *slices,
                                int                       year)
{
  g_autoptr (GPtrArray) inputs = observe_inputs (context, region, slices, year, NULL);

  return inputs != NULL && are_mixed (slices, inputs);
}

/* What COMMON (nullable) and KNOWN have in common; takes COMMON. */
static GArray *
narrow (GArray *common,
        GArray *known)
{
  GArray *both = common != NULL ? atlas_years_intersect (common, known) : g_array_ref (known);

  g_clear_pointer (&common, g_array_unref);
  return both;
}

/* From the years of what is asked of the year before to those it is asked for. */
static void
move_years (GArray *years,
            int     by)
{
  if (by == 0)
    return;
  for (guint i = years->len; i > 0; i--)
    if (g_array_index (years, int, i - 1) == 0)
      g_array_remove_index (years, i - 1);
    else
      g_array_index (years, int, i - 1) += by;
}

void
atlas_formula_add_years (const AtlasAnswerContext *context,
                         const AtlasRegion        *region,
                         const AtlasFormula       *formula,
                         AtlasKnownYears          *years)
{
  g_autoptr (GPtrArray) slices = atlas_formula_list_slices (context->catalogue, formula);
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < slices->len; i++)
    {
      const AtlasSlice *slice = g_ptr_array_index (slices, i);
      AtlasAnswerContext of_input =
        atlas_formula_is_context_slice (slice) ? get_context_of_context (context) : *context;
      g_auto (AtlasKnownYears) known;
      g_autoptr (GArray) known_all = NULL;

      atlas_known_years_init (&known);
      atlas_cell_add_years (&of_input, region, slice, &known);
      known_all = atlas_known_years_list (&known);
      if (atlas_formula_is_context_slice (slice) && known_all->len == 0)
        return;
      if (atlas_formula_is_context_slice (slice))
        continue;
      atlas_years_add_all (known.whole, known.parts);
      move_years (known.whole, slice->years_back);
      move_years (known_all, slice->years_back);
      whole = narrow (whole, known.whole);
      all = narrow (all, known_all);
    }
  if (whole == NULL)
    return;
  atlas_years_add_all (years->whole, whole);
  for (guint i = 0; i < all->len; i++)
    if (!atlas_years_contain (whole, g_array_index (all, int, i)))
      atlas_years_add (years->counts, g_array_index (all, int, i));
}
