/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-titles.h"

#include <glib/gi18n.h>

#include "window/table-text.h"

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

static char *
dup_unit (AtlasTable *table)
{
  g_autofree char *unit = atlas_scale_dup_unit (atlas_table_choose_scale (table), atlas_table_get_unit (table));

  /* Translators: under a chart's title: the unit of its numbers */
  return unit[0] != '\0' ? g_strdup_printf (_("Unit: %s"), unit) : NULL;
}

static char *
dup_years (AtlasTable *table)
{
  g_autofree char *years = atlas_table_dup_period (table);

  /* Translators: a year or a span of years, such as 2023 or 2016–2023 */
  return years[0] != '\0' ? g_strdup_printf (C_("years", "%s"), years) : NULL;
}

char *
atlas_table_dup_subtitle (AtlasTable *table)
{
  char *parts[] = { dup_quotient (table), dup_unit (table), dup_years (table) };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
      g_free (parts[i]);
    }
  return g_string_free (text, FALSE);
}
