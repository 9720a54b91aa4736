/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/catalogue.h"

#include <string.h>

#include "indicators/dimension-name.h"

struct _AtlasCatalogue {
  AtlasRegionTree *regions;
  AtlasRegisterCoverage *registers;
  GPtrArray *indicators;
  GPtrArray *dimension_rows;
  GPtrArray *units;
  GPtrArray *denominators;
  GPtrArray *sources;
  GHashTable *indicators_by_id;
  GHashTable *formulas; /* indicator id → AtlasFormula */
  GHashTable *values;   /* dimension → GPtrArray of AtlasDimensionValue */
  GHashTable *sources_by_id;
  guint *townships;     /* by index of the region */
  gboolean has_figures;
  gboolean has_imports;
};

static void
catalogue_clear (gpointer data)
{
  AtlasCatalogue *self = data;

  g_clear_pointer (&self->indicators_by_id, g_hash_table_unref);
  g_clear_pointer (&self->formulas, g_hash_table_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->sources_by_id, g_hash_table_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->dimension_rows, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->denominators, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->regions, atlas_region_tree_unref);
  g_clear_pointer (&self->registers, atlas_register_coverage_unref);
  g_free (self->townships);
}

AtlasCatalogue *
atlas_catalogue_ref (AtlasCatalogue *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
atlas_catalogue_unref (AtlasCatalogue *self)
{
  g_atomic_rc_box_release_full (self, catalogue_clear);
}

static gboolean
index_indicators (AtlasCatalogue  *self,
                  GError         **error)
{
  self->indicators_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->formulas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) atlas_formula_free);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      AtlasIndicator *indicator = g_ptr_array_index (self->indicators, i);
      AtlasFormula *formula;

      g_hash_table_insert (self->indicators_by_id, indicator->indicator_id, indicator);
      if (indicator->formula[0] == '\0')
        continue;
      formula = atlas_formula_parse (indicator->formula, error);
      if (formula == NULL)
        {
          g_prefix_error (error, "%s: ", indicator->indicator_id);
          return FALSE;
        }
      g_hash_table_insert (self->formulas, indicator->indicator_id, formula);
    }
  return TRUE;
}

/* By order; values without one come last, as in the file. */
static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  const AtlasDimensionValue *left = *(const AtlasDimensionValue *const *) a;
  const AtlasDimensionValue *right = *(const AtlasDimensionValue *const *) b;
  guint left_order = left->order != 0 ? left->order : G_MAXUINT;
  guint right_order = right->order != 0 ? right->order : G_MAXUINT;

  return (left_order > right_order) - (left_order < right_order);
}

static void
index_values (AtlasCatalogue *self)
{
  GHashTableIter iter;
  gpointer values;

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->dimension_rows->len; i++)
    {
      AtlasDimensionValue *value = g_ptr_array_index (self->dimension_rows, i);
      GPtrArray *known = g_hash_table_lookup (self->values, value->dimension);

      if (known == NULL)
        g_hash_table_insert (self->values, value->dimension, known = g_ptr_array_new ());
      g_ptr_array_add (known, value);
    }
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, NULL, &values))
    g_ptr_array_sort (values, compare_order);
}

static void
index_sources (AtlasCatalogue *self)
{
  self->sources_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->sources->len; i++)
    {
      AtlasSource *source = g_ptr_array_index (self->sources, i);

      g_hash_table_insert (self->sources_by_id, source->source_id, source);
    }
}

/* Counted once for all regions: a question for 2,975 counties must not walk the tree 2,975 times. */
static void
count_townships (AtlasCatalogue *self)
{
  guint size = atlas_region_tree_get_size (self->regions);

  self->townships = g_new0 (guint, size);
  for (guint i = 0; i < size; i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (self->regions, i);

      if (region->level != ATLAS_REGION_LEVEL_TOWNSHIP || !region->statutory)
        continue;
      for (; region != NULL; region = region->parent)
        self->townships[region->index]++;
    }
}

AtlasCatalogue *
atlas_catalogue_new_from_rows (AtlasRegionTree        *regions,
                               GPtrArray              *indicators,
                               GPtrArray              *dimensions,
                               GPtrArray              *units,
                               GPtrArray              *denominators,
                               GPtrArray              *sources,
                               AtlasRegisterCoverage  *registers,
                               GError                **error)
{
  g_autoptr (AtlasCatalogue) self = g_atomic_rc_box_new0 (AtlasCatalogue);

  self->regions = regions != NULL ? atlas_region_tree_ref (regions) : NULL;
  self->registers = registers != NULL ? atlas_register_coverage_ref (registers) : NULL;
  self->indicators = indicators;
  self->dimension_rows = dimensions;
  self->units = units;
  self->denominators = denominators;
  self->sources = sources;
  if (!index_indicators (self, error))
    return NULL;
  index_values (self);
  index_sources (self);
  if (regions != NULL)
    count_townships (self);
  return g_steal_pointer (&self);
}

AtlasRegionTree *
atlas_catalogue_get_regions (AtlasCatalogue *self)
{
  return self->regions;
}

void
atlas_catalogue_set_contents (AtlasCatalogue *self,
                              gboolean        has_figures,
                              gboolean        has_imports)
{
  self->has_figures = has_figures;
  self->has_imports = has_imports;
}

gboolean
atlas_catalogue_has_figures (AtlasCatalogue *self)
{
  return self->has_figures;
}

gboolean
atlas_catalogue_is_empty (AtlasCatalogue *self)
{
  return !self->has_figures && !self->has_imports;
}

AtlasRegisterCoverage *
atlas_catalogue_get_register_coverage (AtlasCatalogue *self)
{
  return self->registers;
}

guint
atlas_catalogue_get_n_indicators (AtlasCatalogue *self)
{
  return self->indicators->len;
}

const AtlasIndicator *
atlas_catalogue_get_nth_indicator (AtlasCatalogue *self,
                                   guint           n)
{
  g_return_val_if_fail (n < self->indicators->len, NULL);

  return g_ptr_array_index (self->indicators, n);
}

const AtlasIndicator *
atlas_catalogue_find_indicator (AtlasCatalogue *self,
                                const char     *id)
{
  return g_hash_table_lookup (self->indicators_by_id, id);
}

const AtlasFormula *
atlas_catalogue_find_formula (AtlasCatalogue *self,
                              const char     *indicator_id)
{
  return g_hash_table_lookup (self->formulas, indicator_id);
}

const AtlasUnit *
atlas_catalogue_find_unit (AtlasCatalogue *self,
                           const char     *id)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const AtlasUnit *unit = g_ptr_array_index (self->units, i);

      if (strcmp (unit->unit, id) == 0)
        return unit;
    }
  return NULL;
}

const AtlasDimensionValue *
atlas_catalogue_find_value (AtlasCatalogue *self,
                            const char     *dimension,
                            const char     *value)
{
  GPtrArray *known = g_hash_table_lookup (self->values, dimension);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const AtlasDimensionValue *candidate = g_ptr_array_index (known, i);

      if (strcmp (candidate->value, value) == 0)
        return candidate;
    }
  return NULL;
}

GPtrArray *
atlas_catalogue_get_values (AtlasCatalogue *self,
                            const char     *dimension)
{
  static GPtrArray *none;
  GPtrArray *known = g_hash_table_lookup (self->values, dimension);

  if (known != NULL)
    return known;
  if (g_once_init_enter (&none))
    g_once_init_leave (&none, g_ptr_array_new ());
  return none;
}

gboolean
atlas_catalogue_has_dimension (AtlasCatalogue *self,
                               const char     *dimension)
{
  return g_hash_table_contains (self->values, dimension);
}

const char *
atlas_catalogue_get_dimension_name (AtlasCatalogue *self,
                                    const char     *dimension)
{
  return atlas_dimension_name (dimension);
}

gboolean
atlas_catalogue_is_attribute (AtlasCatalogue *self,
                              const char     *dimension)
{
  GPtrArray *known = g_hash_table_lookup (self->values, dimension);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const AtlasDimensionValue *value = g_ptr_array_index (known, i);

      if (value->kind != ATLAS_DIMENSION_ATTRIBUTE)
        return FALSE;
    }
  return known != NULL;
}

GPtrArray *
atlas_catalogue_get_sources (AtlasCatalogue *self)
{
  return self->sources;
}

AtlasSource *
atlas_catalogue_find_source (AtlasCatalogue *self,
                             const char     *source_id)
{
  return g_hash_table_lookup (self->sources_by_id, source_id);
}

static const AtlasDenominator *
find_own_denominator (AtlasCatalogue *self,
                      const char     *region_code)
{
  for (guint i = 0; i < self->denominators->len; i++)
    {
      const AtlasDenominator *denominator = g_ptr_array_index (self->denominators, i);

      if (strcmp (denominator->region_code, region_code) == 0)
        return denominator;
    }
  return NULL;
}

const AtlasDenominator *
atlas_catalogue_find_denominator (AtlasCatalogue *self,
                                  const char     *region_code)
{
  const AtlasDenominator *own = find_own_denominator (self, region_code);

  return own != NULL ? own : find_own_denominator (self, "000000");
}

guint
atlas_catalogue_count_townships (AtlasCatalogue    *self,
                                 const AtlasRegion *region)
{
  g_return_val_if_fail (self->townships != NULL, 0);

  return self->townships[region->index];
}
