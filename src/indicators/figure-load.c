/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-load.h"

#include <string.h>

#include "indicators/counted.h"
#include "indicators/coverage.h"

/* From so many regions on, reading all is quicker than naming them. */
#define MANY_REGIONS 500

/* (nullable): what the formula of INDICATOR_ID is counted by. */
static const AtlasCounted *
find_counted (AtlasCatalogue *catalogue,
              const char     *indicator_id)
{
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, indicator_id);

  return formula != NULL && formula->kind == ATLAS_FORMULA_BUILTIN ? atlas_counted_find (formula->name) : NULL;
}

/* Adds the ids of the indicators that are needed for INDICATOR_ID to IDS, a set. */
static void
collect_needed (AtlasCatalogue *catalogue,
                const char     *indicator_id,
                GHashTable     *ids)
{
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, indicator_id);
  const AtlasCounted *counted = find_counted (catalogue, indicator_id);
  g_autoptr (GPtrArray) inputs = NULL;

  for (guint i = 0; counted != NULL && atlas_counted_list_standards (counted)[i] != NULL; i++)
    g_hash_table_add (ids, (gpointer) atlas_counted_list_standards (counted)[i]);
  if (!g_hash_table_add (ids, (gpointer) indicator_id) || formula == NULL)
    return;
  if (formula->kind == ATLAS_FORMULA_BUILTIN && strcmp (formula->name, "township_coverage") == 0)
    formula = atlas_coverage_get_formula ();
  inputs = atlas_formula_list_inputs (formula);
  for (guint i = 0; i < inputs->len; i++)
    collect_needed (catalogue, ((const AtlasFormula *) g_ptr_array_index (inputs, i))->name, ids);
}

/* (element-type AtlasRegion) (transfer full): REGIONS with all above them, where standards may stand. */
static GPtrArray *
list_with_ancestors (GPtrArray *regions)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    for (const AtlasRegion *region = g_ptr_array_index (regions, i); region != NULL; region = region->parent)
      if (g_hash_table_add (set, (gpointer) region))
        g_ptr_array_add (all, (gpointer) region);
  return all;
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
  g_autoptr (GPtrArray) all =
    regions != NULL && find_counted (catalogue, indicator_id) != NULL ? list_with_ancestors (regions) : NULL;
  g_autofree const char **codes = list_codes (all != NULL ? all : regions);
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
