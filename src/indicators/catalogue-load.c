/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/catalogue.h"

#include "indicators/catalogue-texts.h"

/**
 * atlas_catalogue_new:
 * @dataset: an open dataset
 * @error: return location for an #AtlasDatasetError or #AtlasFormulaError
 *
 * Returns: (transfer full) (nullable): what can be asked of @dataset
 */
AtlasCatalogue *
atlas_catalogue_new (AtlasDataset  *dataset,
                     GError       **error)
{
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GPtrArray) dimensions = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) denominators = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (AtlasRegisterCoverage) registers = NULL;
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  AtlasCatalogue *self;

  if ((indicators = atlas_dataset_load_indicators (dataset, error)) == NULL ||
      (dimensions = atlas_dataset_load_dimensions (dataset, error)) == NULL ||
      (units = atlas_dataset_load_units (dataset, error)) == NULL ||
      (denominators = atlas_dataset_load_denominators (dataset, error)) == NULL ||
      (sources = atlas_dataset_load_sources (dataset, error)) == NULL ||
      (registers = atlas_register_coverage_load (dataset, error)) == NULL)
    return NULL;
  atlas_catalogue_texts_renew (indicators, dimensions, csv_dir);
  self = atlas_catalogue_new_from_rows (atlas_dataset_get_regions (dataset), g_steal_pointer (&indicators),
                                        g_steal_pointer (&dimensions), g_steal_pointer (&units),
                                        g_steal_pointer (&denominators), g_steal_pointer (&sources), registers, error);
  if (self != NULL)
    atlas_catalogue_set_contents (self, atlas_dataset_has_figures (dataset), atlas_dataset_has_imports (dataset));
  return self;
}
