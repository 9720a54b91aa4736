/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-panels.h"

#include <string.h>

/* What an official compares first: people, their share, stations, people per resident, money. */
static const char *const charts[] = {
  "certified_workers", "certified_share", "township_coverage", "certified_per_10k", "funding",
};

static const char *const lines[] = {
  "certified_workers",  "certified_share",  "certified_per_10k", "senior_and_intermediate_share",
  "social_workers",     "stations",         "township_coverage", "social_work_orgs",
  "funding",            "funding_per_resident", "funding_per_certified", "station_building_per_station",
};

static gboolean
is_quotient_of (const AtlasFormula *formula,
                const char         *numerator,
                const char         *denominator)
{
  if (formula->kind == ATLAS_FORMULA_MULTIPLY && formula->right->kind == ATLAS_FORMULA_NUMBER)
    formula = formula->left;
  return formula->kind == ATLAS_FORMULA_DIVIDE && formula->left->kind == ATLAS_FORMULA_INDICATOR &&
         formula->right->kind == ATLAS_FORMULA_INDICATOR && formula->left->dimensions->len == 0 &&
         strcmp (formula->left->name, numerator) == 0 && strcmp (formula->right->name, denominator) == 0;
}

const char *
atlas_compare_find_per_resident (AtlasCatalogue *catalogue,
                                 const char     *indicator)
{
  for (guint i = 0; i < atlas_catalogue_get_n_indicators (catalogue); i++)
    {
      const char *id = atlas_catalogue_get_nth_indicator (catalogue, i)->indicator_id;
      const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, id);

      if (formula != NULL && is_quotient_of (formula, indicator, "population"))
        return id;
    }
  return NULL;
}

/* Adds ID unless it is there or the dataset does not know it. */
static void
add (GPtrArray      *ids,
     AtlasCatalogue *catalogue,
     const char     *id)
{
  if (atlas_catalogue_find_indicator (catalogue, id) != NULL &&
      !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

GPtrArray *
atlas_compare_list_charts (AtlasCatalogue *catalogue,
                           const char     *indicator,
                           gboolean        per_resident)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i <= G_N_ELEMENTS (charts); i++)
    {
      const char *id = i == 0 ? indicator : charts[i - 1];
      const char *related = per_resident ? atlas_compare_find_per_resident (catalogue, id) : NULL;

      add (ids, catalogue, related != NULL ? related : id);
    }
  return ids;
}

GPtrArray *
atlas_compare_list_lines (AtlasCatalogue *catalogue,
                          const char     *indicator)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  add (ids, catalogue, indicator);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add (ids, catalogue, lines[i]);
  return ids;
}
