/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-load.h"

#include <string.h>

#include "indicators/coverage.h"

/* From so many regions on, reading all is quicker than naming them. */
#define MANY_REGIONS 500

/* Adds the ids of the indicators that are needed for INDICATOR_ID to IDS, a set. */
static void
collect_needed (AtlasCatalogue *catalogue,
                const char     *indicator_id,
                GHashTable     *ids)
{
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, indicator_id);
  g_autoptr (GPtrArray) inputs = NULL;

  if (!g_hash_table_add (ids, (gpointer) indicator_id) || formula == NULL)
    return;
  if (formula->kind == ATLAS_FORMULA_BUILTIN && strcmp (formula->name, "township_coverage") == 0)
    formula = atlas_coverage_get_formula ();
  inputs = atlas_formula_list_inputs (formula);
  for (guint i = 0; i < inputs->len; i++)
    collect_needed (catalogue, ((const AtlasFormula *) g_ptr_array_index (inputs, i))->name, ids);
}

static const char **
list_codes (GPtrArray *regions)
{
  const char **codes;

  if (regions == NULL || regions->len > MANY_REGIONS)
    return NULL;
  codes = g_new0 (const char *, regions->len + 1);
  for (guint i = 0; i < regions->len; i++)
    codes[i] = ((const AtlasRegion *) g_ptr_array_index (regions, i))->code;
  return codes;
}

AtlasFigureIndex *
atlas_figures_load (AtlasDataset    *dataset,
                    AtlasCatalogue  *catalogue,
                    const char      *indicator_id,
                    GPtrArray       *regions,
                    GError         **error)
{
  g_autoptr (AtlasFigureIndex) index = atlas_figure_index_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **codes = list_codes (regions);
  GHashTableIter iter;
  gpointer id;

  collect_needed (catalogue, indicator_id, ids);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, id, codes, error);

      if (figures == NULL)
        return NULL;
      atlas_figure_index_add (index, figures);
    }
  return g_steal_pointer (&index);
}
