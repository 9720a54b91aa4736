/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/explanation.h"

#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/number-format.h"

static const char *
sign (AtlasFormulaKind kind)
{
  switch (kind)
    {
    case ATLAS_FORMULA_ADD:
      return " + ";
    case ATLAS_FORMULA_SUBTRACT:
      return " − ";
    case ATLAS_FORMULA_MULTIPLY:
      return " × ";
    case ATLAS_FORMULA_DIVIDE:
      return " ÷ ";
    case ATLAS_FORMULA_NEGATE:
      return "−";
    case ATLAS_FORMULA_NUMBER:
    case ATLAS_FORMULA_INDICATOR:
    case ATLAS_FORMULA_BUILTIN:
    default:
      return "";
    }
}

/* Whether INPUT may be the answer to what NODE asks for YEAR: it holds the dimension values named, and others perhaps. */
static gboolean
answers (const AtlasObservation *input,
         const AtlasFormula     *node,
         int                     year)
{
  if (strcmp (input->indicator_id, node->name) != 0 || (node->years_back > 0 && input->year != year - node->years_back))
    return FALSE;
  for (guint i = 0; node->dimensions != NULL && i < node->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (node->dimensions, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (input->dimensions, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_number (GString         *text,
               double           value,
               AtlasQualifier   qualifier,
               const AtlasUnit *unit)
{
  g_autofree char *number = atlas_format_label (value, qualifier, unit, atlas_scale_choose (value, value, unit));

  g_string_append (text, number);
}

/* (nullable): the one that holds least besides what NODE names, which is the indicator's defaults. */
static const AtlasObservation *
find_input (const AtlasObservation *observation,
            const AtlasFormula     *node)
{
  const AtlasObservation *best = NULL;

  for (guint i = 0; i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);

      if (answers (input, node, observation->year) && (best == NULL || input->dimensions->len < best->dimensions->len))
        best = input;
    }
  return best;
}

static void
append_input (GString                *text,
              AtlasCatalogue         *catalogue,
              const AtlasObservation *observation,
              const AtlasFormula     *node)
{
  const AtlasObservation *input = find_input (observation, node);
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, node->name);

  if (input == NULL || atlas_observation_is_missing (input))
    g_string_append (text, "—");
  else
    append_number (text, input->value, input->qualifier, atlas_catalogue_find_unit (catalogue, indicator->unit));
}

static void
append_formula (GString                *text,
                AtlasCatalogue         *catalogue,
                const AtlasObservation *observation,
                const AtlasFormula     *node,
                int                     outer)
{
  gboolean brackets = atlas_formula_get_binding (node->kind) < outer;

  if (brackets)
    g_string_append_c (text, '(');
  switch (node->kind)
    {
    case ATLAS_FORMULA_NUMBER:
      append_number (text, node->number, ATLAS_QUALIFIER_EXACT, atlas_catalogue_find_unit (catalogue, "people"));
      break;
    case ATLAS_FORMULA_INDICATOR:
      append_input (text, catalogue, observation, node);
      break;
    case ATLAS_FORMULA_NEGATE:
      g_string_append (text, sign (node->kind));
      append_formula (text, catalogue, observation, node->left, atlas_formula_get_binding (node->kind));
      break;
    case ATLAS_FORMULA_BUILTIN:
      break;
    case ATLAS_FORMULA_ADD:
    case ATLAS_FORMULA_SUBTRACT:
    case ATLAS_FORMULA_MULTIPLY:
    case ATLAS_FORMULA_DIVIDE:
    default:
      append_formula (text, catalogue, observation, node->left, atlas_formula_get_binding (node->kind));
      g_string_append (text, sign (node->kind));
      append_formula (text, catalogue, observation, node->right, atlas_formula_get_binding (node->kind) + 1);
    }
  if (brackets)
    g_string_append_c (text, ')');
}

/* a ÷ b × 100 in per cent is read as a ÷ b. */
static const AtlasFormula *
without_per_cent (const AtlasFormula   *formula,
                  const AtlasIndicator *indicator)
{
  if (strcmp (indicator->unit, "percent") == 0
      && formula->kind == ATLAS_FORMULA_MULTIPLY
      && formula->right->kind == ATLAS_FORMULA_NUMBER
      && formula->right->number == 100)
    return formula->left;
  return formula;
}

char *
atlas_explain_calculation (AtlasCatalogue         *catalogue,
                           const AtlasObservation *observation)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, observation->indicator_id);
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, observation->indicator_id);
  g_autoptr (GString) text = NULL;

  if (atlas_observation_is_missing (observation) || observation->basis != ATLAS_BASIS_COMPUTED || indicator == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (formula != NULL && formula->kind != ATLAS_FORMULA_BUILTIN)
    append_formula (text, catalogue, observation, without_per_cent (formula, indicator), 0);
  else if (!isnan (observation->numerator) && !isnan (observation->denominator))
    {
      const AtlasUnit *count = atlas_catalogue_find_unit (catalogue, "divisions");

      append_number (text, observation->numerator, observation->numerator_qualifier, count);
      g_string_append (text, sign (ATLAS_FORMULA_DIVIDE));
      append_number (text, observation->denominator, observation->denominator_qualifier, count);
    }
  else
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
atlas_explain_subject (AtlasCatalogue         *catalogue,
                       const AtlasObservation *observation)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, observation->indicator_id);
  GString *text = g_string_new (indicator != NULL ? atlas_indicator_get_name (indicator) : observation->indicator_id);

  for (guint i = 0; i < observation->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (observation->dimensions, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      if (value != NULL)
        g_string_append_printf (text, " · %s", atlas_dimension_value_get_name (value));
    }
  return g_string_free (text, FALSE);
}

static void
add_figures (const AtlasObservation *observation,
             GPtrArray              *figures)
{
  for (guint i = 0; i < observation->figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (observation->figures, i);

      if (!g_ptr_array_find (figures, figure, NULL))
        g_ptr_array_add (figures, atlas_figure_ref (figure));
    }
  for (guint i = 0; i < observation->inputs->len; i++)
    add_figures (g_ptr_array_index (observation->inputs, i), figures);
}

GPtrArray *
atlas_explain_list_figures (const AtlasObservation *observation)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);

  add_figures (observation, figures);
  return figures;
}
