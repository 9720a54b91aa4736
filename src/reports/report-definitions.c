/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "dataset/dimension-values.h"
#include "indicators/number-format.h"
#include "reports/report-builder.h"
#include "reports/sentences.h"

static const char *
get_sign (AtlasFormulaKind kind)
{
  switch (kind)
    {
    case ATLAS_FORMULA_ADD:
      return "+";
    case ATLAS_FORMULA_SUBTRACT:
      return "−";
    case ATLAS_FORMULA_MULTIPLY:
      return "×";
    case ATLAS_FORMULA_DIVIDE:
    default:
      return "÷";
    }
}

/* "Certified social workers (senior)" */
static void
append_input (AtlasCatalogue     *catalogue,
              const AtlasFormula *input,
              GString            *text)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; input->dimensions != NULL && i < input->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (input->dimensions, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      g_ptr_array_add (values, (gpointer) (value != NULL ? atlas_dimension_value_get_name (value) : pair->value));
    }
  g_string_append (text, atlas_indicator_get_name (atlas_catalogue_find_indicator (catalogue, input->name)));
  if (values->len == 0)
    return;
  list = atlas_sentence_join (values);
  /* Translators: behind an indicator in a formula: the parts that it is of */
  g_string_append_printf (text, C_("formula", " (%s)"), list);
}

/* "10,000" */
static void
append_number (double   number,
               GString *text)
{
  g_autofree char *digits = atlas_format_cell (number, NULL, ATLAS_SCALE_ONE);

  g_string_append (text, digits);
}

static void append_formula (AtlasCatalogue *catalogue, const AtlasFormula *formula, GString *text);

static void
append_operand (AtlasCatalogue     *catalogue,
                const AtlasFormula *operand,
                int                 binding,
                GString            *text)
{
  gboolean loose = atlas_formula_get_binding (operand->kind) < binding;

  if (loose)
    g_string_append_c (text, '(');
  append_formula (catalogue, operand, text);
  if (loose)
    g_string_append_c (text, ')');
}

static void
append_formula (AtlasCatalogue     *catalogue,
                const AtlasFormula *formula,
                GString            *text)
{
  int binding = atlas_formula_get_binding (formula->kind);

  switch (formula->kind)
    {
    case ATLAS_FORMULA_NUMBER:
      append_number (formula->number, text);
      break;
    case ATLAS_FORMULA_INDICATOR:
      append_input (catalogue, formula, text);
      break;
    case ATLAS_FORMULA_BUILTIN:
      break;
    case ATLAS_FORMULA_NEGATE:
      g_string_append (text, "−");
      append_operand (catalogue, formula->left, binding, text);
      break;
    case ATLAS_FORMULA_ADD:
    case ATLAS_FORMULA_SUBTRACT:
    case ATLAS_FORMULA_MULTIPLY:
    case ATLAS_FORMULA_DIVIDE:
    default:
      append_operand (catalogue, formula->left, binding, text);
      g_string_append_printf (text, " %s ", get_sign (formula->kind));
      append_operand (catalogue, formula->right, binding + 1, text);
    }
}

/* What it means and, under it, how it is computed. */
static char *
dup_meaning (AtlasCatalogue       *catalogue,
             const AtlasIndicator *indicator)
{
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, indicator->indicator_id);
  g_autoptr (GString) text = g_string_new (atlas_indicator_get_definition (indicator));

  if (formula != NULL && formula->kind != ATLAS_FORMULA_BUILTIN)
    {
      g_string_append_c (text, '\n');
      append_formula (catalogue, formula, text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The indicators of the answers that say anything, each once. */
static GPtrArray *
list_indicators (AtlasReportBuilder *self)
{
  GPtrArray *answers = atlas_report_get_answers (self->report);
  GPtrArray *indicators = g_ptr_array_new ();

  for (guint i = 0; i < answers->len; i++)
    {
      AtlasTable *table = g_ptr_array_index (answers, i);
      const AtlasIndicator *indicator = atlas_table_get_indicator (table);

      if (atlas_report_builder_count_regions (table) > 0 && !g_ptr_array_find (indicators, indicator, NULL))
        g_ptr_array_add (indicators, (gpointer) indicator);
    }
  return indicators;
}

void
atlas_report_builder_add_definitions (AtlasReportBuilder  *self,
                                      gpointer             state,
                                      GError             **error)
{
  g_autoptr (GPtrArray) indicators = list_indicators (self);
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasReportTable *table;

  if (indicators->len == 0)
    return;
  table = atlas_report_table_new (_("Definitions and formulas of the indicators"), NULL);
  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  atlas_report_table_add_column (table, _("Unit"), FALSE);
  atlas_report_table_add_column (table, _("Meaning"), FALSE);
  for (guint i = 0; i < indicators->len; i++)
    {
      const AtlasIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *meaning = dup_meaning (self->catalogue, indicator);

      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, atlas_indicator_get_name (indicator));
      atlas_report_table_add_cell (table,
                                   atlas_unit_get_symbol (atlas_catalogue_find_unit (self->catalogue, indicator->unit)));
      atlas_report_table_add_cell (table, meaning);
    }
  table->note = g_strdup (_("As the dataset defines them; formulas stand below the words."));
  atlas_report_add_heading (self->report, 1, _("Definitions"));
  g_string_append (text, _("What the indicators mean, and how they are computed, is listed for each of them."));
  atlas_report_builder_add_paragraph (self, text, 0, 1);
  atlas_report_add_table (self->report, table);
}
