/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-views/chart-titles.h"

#include "charts/chart-titles.h"

static const char *
get_input_name (AtlasCatalogue     *catalogue,
                const AtlasFormula *input)
{
  const AtlasIndicator *indicator = NULL;

  if (input->kind == ATLAS_FORMULA_INDICATOR && input->dimensions->len == 0)
    indicator = atlas_catalogue_find_indicator (catalogue, input->name);
  return indicator != NULL ? atlas_indicator_get_name (indicator) : NULL;
}

/* "Certified social workers ÷ Social work professionals", or NULL where the formula is no such plain quotient. */
static char *
dup_quotient (AtlasTable *table)
{
  AtlasCatalogue *catalogue = atlas_table_get_catalogue (table);
  const AtlasFormula *formula =
    atlas_catalogue_find_formula (catalogue, atlas_table_get_indicator (table)->indicator_id);
  const char *left, *right;

  if (formula != NULL && formula->kind == ATLAS_FORMULA_MULTIPLY && formula->right->kind == ATLAS_FORMULA_NUMBER)
    formula = formula->left;
  if (formula == NULL || formula->kind != ATLAS_FORMULA_DIVIDE)
    return NULL;
  left = get_input_name (catalogue, formula->left);
  right = get_input_name (catalogue, formula->right);
  return left != NULL && right != NULL ? g_strdup_printf ("%s ÷ %s", left, right) : NULL;
}

void
atlas_chart_spec_set_card_titles (AtlasChartSpec *spec,
                                  const char     *title)
{
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);
  g_autofree char *quotient = dup_quotient (spec->table);
  g_autofree char *unit = atlas_chart_dup_unit_line (data);
  g_autofree char *subtitle = quotient != NULL ? g_strdup_printf ("%s · %s", quotient, unit) : NULL;

  atlas_chart_spec_set_titles (spec, title, subtitle != NULL ? subtitle : unit);
}
