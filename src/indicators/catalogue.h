/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/registers/register-coverage.h"
#include "indicators/formula.h"

G_BEGIN_DECLS

/* What can be asked of a dataset: indicators with their parsed formulas, dimensions, units, denominators, sources and
 * the region tree, read once and immutable. Reference counted; safe to read from any thread. */
typedef struct _AtlasCatalogue AtlasCatalogue;

AtlasCatalogue            *atlas_catalogue_new   (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from rows in memory, each array (transfer full) with a free function set; REGIONS and REGISTERS (both nullable)
 * are kept. */
AtlasCatalogue            *atlas_catalogue_new_from_rows (AtlasRegionTree *regions, GPtrArray *indicators,
                                                          GPtrArray *dimensions, GPtrArray *units,
                                                          GPtrArray *denominators, GPtrArray *sources,
                                                          AtlasRegisterCoverage *registers, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasCatalogue            *atlas_catalogue_ref   (AtlasCatalogue *self);
void                       atlas_catalogue_unref (AtlasCatalogue *self);

/* What the dataset holds, for atlas_catalogue_new() alone: from then on it does not change. */
void                       atlas_catalogue_set_contents   (AtlasCatalogue *self, gboolean has_figures, gboolean has_imports);
/* Whether there is any published figure; TRUE also where that could not be told. */
gboolean                   atlas_catalogue_has_figures    (AtlasCatalogue *self);
/* Whether there is none, and nothing was imported. */
gboolean                   atlas_catalogue_is_empty       (AtlasCatalogue *self);
AtlasRegionTree           *atlas_catalogue_get_regions    (AtlasCatalogue *self);
/* What registers were returned; NULL only in a catalogue made from rows in memory. */
AtlasRegisterCoverage     *atlas_catalogue_get_register_coverage (AtlasCatalogue *self);
guint                      atlas_catalogue_get_n_indicators (AtlasCatalogue *self);
const AtlasIndicator      *atlas_catalogue_get_nth_indicator (AtlasCatalogue *self, guint n);
const AtlasIndicator      *atlas_catalogue_find_indicator (AtlasCatalogue *self, const char *id);
/* (nullable): NULL for a published indicator. */
const AtlasFormula        *atlas_catalogue_find_formula   (AtlasCatalogue *self, const char *indicator_id);
const AtlasUnit           *atlas_catalogue_find_unit      (AtlasCatalogue *self, const char *id);
const AtlasDimensionValue *atlas_catalogue_find_value     (AtlasCatalogue *self, const char *dimension,
                                                           const char *value);
/* The values of DIMENSION by their order, then as in the file; (element-type AtlasDimensionValue) (transfer none). */
GPtrArray                 *atlas_catalogue_get_values     (AtlasCatalogue *self, const char *dimension);
/* Whether any value of DIMENSION is known. */
gboolean                   atlas_catalogue_has_dimension (AtlasCatalogue *self, const char *dimension);
/* "grade" → 等级; borrowed. The id itself where the program has no word for it. */
const char                *atlas_catalogue_get_dimension_name (AtlasCatalogue *self, const char *dimension);
/* Whether DIMENSION only says something about figures: claim, bound, batch ... never a break-down. */
gboolean                   atlas_catalogue_is_attribute   (AtlasCatalogue *self, const char *dimension);
/* In the order of the file; (element-type AtlasSource) (transfer none). */
GPtrArray                 *atlas_catalogue_get_sources    (AtlasCatalogue *self);
AtlasSource               *atlas_catalogue_find_source    (AtlasCatalogue *self, const char *source_id);
/* The row that holds for REGION_CODE itself, else the nation's. */
const AtlasDenominator    *atlas_catalogue_find_denominator (AtlasCatalogue *self, const char *region_code);
/* How many statutory townships lie in REGION by the list of divisions, before any exclusion. */
guint                      atlas_catalogue_count_townships (AtlasCatalogue *self, const AtlasRegion *region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCatalogue, atlas_catalogue_unref)

G_END_DECLS
