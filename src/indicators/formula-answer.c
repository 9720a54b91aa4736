/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/formula-answer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/qualified-number.h"
#include "indicators/figure-year.h"
#include "indicators/formula-inputs.h"
#include "indicators/number-format.h"
#include "indicators/slice-observation.h"

/* NEXT counts the inputs used up so far, which stand in the order of the formula. */
static gboolean
evaluate (const AtlasFormula   *formula,
          GPtrArray            *inputs,
          guint                *next,
          AtlasQualifiedNumber *out)
{
  AtlasQualifiedNumber left, right;

  switch (formula->kind)
    {
    case ATLAS_FORMULA_NUMBER:
      *out = (AtlasQualifiedNumber) { formula->number, ATLAS_QUALIFIER_EXACT };
      return TRUE;
    case ATLAS_FORMULA_INDICATOR:
      {
        const AtlasObservation *input = g_ptr_array_index (inputs, (*next)++);

        *out = (AtlasQualifiedNumber) { input->value, input->qualifier };
        return TRUE;
      }
    case ATLAS_FORMULA_NEGATE:
      if (!evaluate (formula->left, inputs, next, &left))
        return FALSE;
      *out = (AtlasQualifiedNumber) { -left.value, atlas_qualifier_reverse (left.qualifier) };
      return TRUE;
    case ATLAS_FORMULA_BUILTIN:
      g_return_val_if_reached (FALSE);
    default:
      break;
    }
  if (!evaluate (formula->left, inputs, next, &left) || !evaluate (formula->right, inputs, next, &right))
    return FALSE;
  if (formula->kind == ATLAS_FORMULA_DIVIDE)
    return atlas_qualified_divide (left, right, out);
  *out = formula->kind == ATLAS_FORMULA_ADD        ? atlas_qualified_add (left, right)
         : formula->kind == ATLAS_FORMULA_SUBTRACT ? atlas_qualified_subtract (left, right)
                                                   : atlas_qualified_multiply (left, right);
  return TRUE;
}

/* The division in "a / b", "a / b * 100" or "100 * a / b", else NULL. */
static const AtlasFormula *
find_quotient (const AtlasFormula *formula)
{
  if (formula->kind == ATLAS_FORMULA_DIVIDE)
    return formula;
  if (formula->kind != ATLAS_FORMULA_MULTIPLY)
    return NULL;
  if (formula->right->kind == ATLAS_FORMULA_NUMBER)
    return find_quotient (formula->left);
  return formula->left->kind == ATLAS_FORMULA_NUMBER ? find_quotient (formula->right) : NULL;
}

static void
set_quotient (AtlasObservation   *observation,
              const AtlasFormula *formula,
              GPtrArray          *inputs)
{
  const AtlasFormula *quotient = find_quotient (formula);
  AtlasQualifiedNumber numerator, denominator;
  guint next = 0;

  if (quotient == NULL || !evaluate (quotient->left, inputs, &next, &numerator) ||
      !evaluate (quotient->right, inputs, &next, &denominator))
    return;
  observation->numerator = numerator.value;
  observation->numerator_qualifier = numerator.qualifier;
  observation->denominator = denominator.value;
  observation->denominator_qualifier = denominator.qualifier;
}

/* Money is held in fen, whatever it was divided by. */
static void
set_value (AtlasObservation    *observation,
           AtlasCatalogue      *catalogue,
           const AtlasIndicator *indicator,
           AtlasQualifiedNumber number)
{
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, indicator->unit);

  observation->value = number.value;
  observation->qualifier = number.qualifier;
  if (unit == NULL || !unit->is_money || !atlas_decimal_from_double (number.value, 2, &observation->exact))
    return;
  observation->has_exact = TRUE;
  observation->value = atlas_decimal_to_double (observation->exact);
}

/* The period of a result is the one its inputs share. Where they differ within the year it is the year, unless one
 * covers several years: then that interval. Context does not count. */
static void
set_period (AtlasObservation *observation,
            GPtrArray        *slices,
            GPtrArray        *inputs,
            int               year)
{
  const char *shared = NULL, *interval = NULL;
  gboolean differ = FALSE;

  for (guint i = 0; i < inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (inputs, i);

      if (atlas_formula_is_context_slice (g_ptr_array_index (slices, i)) ||
          ((const AtlasSlice *) g_ptr_array_index (slices, i))->years_back > 0)
        continue;
      differ = differ || (shared != NULL && strcmp (shared, input->period) != 0);
      shared = input->period;
      if (atlas_period_is_interval (input->period))
        interval = input->period;
    }
  g_free (observation->period);
  if (shared != NULL && !differ)
    observation->period = g_strdup (shared);
  else if (interval != NULL)
    observation->period = g_strdup (interval);
  else
    observation->period = year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
}

static void
add_input (AtlasObservation *observation,
           AtlasObservation *input)
{
  atlas_observation_take_input (observation, atlas_observation_ref (input));
  observation->status = MAX (observation->status, input->status);
  observation->year_inferred = observation->year_inferred || input->year_inferred;
  observation->is_partial = observation->is_partial || input->is_partial;
  for (guint i = 0; i < input->sources->len; i++)
    atlas_observation_add_source (observation, g_ptr_array_index (input->sources, i));
  for (guint i = 0; i < input->notes->len; i++)
    atlas_observation_add_note (observation, g_ptr_array_index (input->notes, i));
}

AtlasObservation *
atlas_formula_in_year (const AtlasAnswerContext *context,
                       const AtlasRegion        *region,
                       const AtlasSlice         *slice,
                       const AtlasFormula       *formula,
                       int                       year,
                       const char               *source_id)
{
  g_autoptr (GPtrArray) slices = atlas_formula_list_slices (context->catalogue, formula);
  g_autoptr (GPtrArray) inputs = NULL;
  AtlasObservation *observation;
  AtlasQualifiedNumber number;
  guint next = 0;

  inputs = atlas_formula_observe_inputs (context, region, slices, year, source_id);
  if (inputs == NULL || !evaluate (formula, inputs, &next, &number))
    return NULL;
  observation = atlas_slice_new_observation (slice, context->catalogue, region);
  observation->basis = ATLAS_BASIS_COMPUTED;
  observation->status = ATLAS_STATUS_NORMAL;
  observation->year = year;
  set_value (observation, context->catalogue, slice->indicator, number);
  set_quotient (observation, formula, inputs);
  set_period (observation, slices, inputs, year);
  for (guint i = 0; i < inputs->len; i++)
    add_input (observation, g_ptr_array_index (inputs, i));
  return observation;
}

/* The latest value of an input whatever its year, to say what there is. */
static AtlasObservation *
observe_latest (const AtlasAnswerContext *context,
                const AtlasRegion        *region,
                const AtlasSlice         *slice)
{
  g_autoptr (GArray) known = atlas_formula_list_input_years (context, region, slice);

  if (known->len == 0)
    return NULL;
  return atlas_cell_in_year (context, region, slice, g_array_index (known, int, known->len - 1), NULL);
}

/* "Certified workers (2017)" */
static char *
describe_input (AtlasCatalogue         *catalogue,
                const AtlasSlice       *slice,
                const AtlasObservation *input)
{
  g_autofree char *period = atlas_format_period (input->period);
  g_autofree char *name = atlas_slice_dup_name (slice, catalogue);

  return g_strdup_printf (_("%1$s (%2$s)"), name, period);
}

static void
note_missing_input (AtlasObservation       *observation,
                    AtlasCatalogue         *catalogue,
                    const AtlasSlice       *slice,
                    const AtlasObservation *input)
{
  g_autofree char *name = atlas_slice_dup_name (slice, catalogue);
  g_autofree char *why = atlas_observation_dup_note (input);
  g_autofree char *note = NULL;

  if (input->missing == ATLAS_MISSING_ONLY_PARTS || input->missing == ATLAS_MISSING_UNPLACED)
    observation->missing = input->missing;
  /* Translators: an indicator, and why it has no value: "“Social workers” is missing: no published figure" */
  note = g_strdup_printf (_("“%1$s” is missing: %2$s"), name, why);
  atlas_observation_add_note (observation, note);
}

static gboolean
looks_back (GPtrArray *slices)
{
  for (guint i = 0; i < slices->len; i++)
    if (((const AtlasSlice *) g_ptr_array_index (slices, i))->years_back > 0)
      return TRUE;
  return FALSE;
}

void
atlas_formula_explain_missing (const AtlasAnswerContext *context,
                               const AtlasRegion        *region,
                               const AtlasFormula       *formula,
                               int                       year,
                               AtlasObservation         *observation)
{
  g_autoptr (GPtrArray) slices = atlas_formula_list_slices (context->catalogue, formula);
  g_autoptr (GString) present = g_string_new (NULL);
  gboolean complete = TRUE;

  observation->missing = ATLAS_MISSING_INPUT;
  for (guint i = 0; i < slices->len; i++)
    {
      const AtlasSlice *slice = g_ptr_array_index (slices, i);
      AtlasObservation *input = year != 0 ? atlas_formula_observe_input (context, region, slice, year)
                                          : observe_latest (context, region, slice);
      g_autofree char *text = NULL;

      if (input == NULL)
        {
          complete = FALSE;
          input = atlas_cell_missing (context, region, slice, year != 0 ? year - slice->years_back : 0);
          note_missing_input (observation, context->catalogue, slice, input);
        }
      else
        {
          text = describe_input (context->catalogue, slice, input);
          if (strstr (present->str, text) == NULL)
            g_string_append_printf (present, "%s%s", present->len > 0 ? C_("between names", ", ") : "", text);
        }
      atlas_observation_take_input (observation, input);
    }
  if (complete && year != 0 && atlas_formula_inputs_are_mixed (context, region, slices, year))
    atlas_observation_add_note (observation, _("the registers it takes have not been returned alike"));
  else if (complete && year != 0 && looks_back (slices))
    atlas_observation_add_note (observation, _("the figures of the two years cannot be compared"));
  else if (complete && year != 0)
    {
      observation->missing = ATLAS_MISSING_NOT_APPLICABLE;
      atlas_observation_add_note (observation, _("the denominator is zero"));
    }
  else if (complete)
    {
      g_autofree char *note = g_strdup_printf (_("no year has all the figures it takes: %s"), present->str);

      atlas_observation_add_note (observation, note);
    }
}
