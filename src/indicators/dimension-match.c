/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/dimension-match.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/question.h"

static AtlasSlice *
slice_new_empty (const AtlasIndicator *indicator)
{
  AtlasSlice *self = g_new0 (AtlasSlice, 1);

  self->indicator = indicator;
  self->dimensions = atlas_dimension_values_new ();
  self->attributes = atlas_dimension_values_new ();
  self->defaulted = atlas_dimension_values_new ();
  return self;
}

static void
add_asked (AtlasSlice     *self,
           AtlasCatalogue *catalogue,
           GPtrArray      *where)
{
  for (guint i = 0; i < where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (where, i);

      if (strcmp (pair->value, ATLAS_DIMENSION_TOTAL) == 0)
        continue;
      if (atlas_catalogue_is_attribute (catalogue, pair->dimension))
        atlas_dimension_values_set (self->attributes, pair->dimension, pair->value);
      else
        atlas_dimension_values_set (self->dimensions, pair->dimension, pair->value);
    }
}

/**
 * atlas_slice_new:
 * @catalogue: tells attributes from dimensions that break down
 * @indicator: borrowed
 * @where: (element-type AtlasDimensionPair): values asked for; %ATLAS_DIMENSION_TOTAL only switches a default off
 * @by: (nullable) (array zero-terminated=1): dimensions that get a value with atlas_slice_with()
 *
 * Returns: (transfer full): the slice, with the indicator's defaults where nothing is named
 */
AtlasSlice *
atlas_slice_new (AtlasCatalogue       *catalogue,
                 const AtlasIndicator *indicator,
                 GPtrArray            *where,
                 char                **by)
{
  AtlasSlice *self = slice_new_empty (indicator);

  add_asked (self, catalogue, where);
  for (guint i = 0; i < indicator->defaults->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (indicator->defaults, i);

      if (atlas_dimension_values_lookup (where, pair->dimension) != NULL ||
          (by != NULL && g_strv_contains ((const char *const *) by, pair->dimension)))
        continue;
      atlas_dimension_values_set (self->dimensions, pair->dimension, pair->value);
      atlas_dimension_values_set (self->defaulted, pair->dimension, pair->value);
    }
  return self;
}

AtlasSlice *
atlas_slice_with (const AtlasSlice  *self,
                  char             **by,
                  char             **values)
{
  AtlasSlice *copy = g_new0 (AtlasSlice, 1);

  copy->indicator = self->indicator;
  copy->dimensions = atlas_dimension_values_copy (self->dimensions);
  copy->attributes = atlas_dimension_values_copy (self->attributes);
  copy->defaulted = atlas_dimension_values_copy (self->defaulted);
  copy->years_back = self->years_back;
  for (guint i = 0; by != NULL && by[i] != NULL; i++)
    atlas_dimension_values_set (copy->dimensions, by[i], values[i]);
  return copy;
}

void
atlas_slice_free (AtlasSlice *self)
{
  g_ptr_array_unref (self->dimensions);
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->defaulted);
  g_free (self);
}

gboolean
atlas_slice_has (const AtlasSlice *self,
                 const char       *dimension)
{
  return atlas_dimension_values_lookup (self->dimensions, dimension) != NULL ||
         atlas_dimension_values_lookup (self->attributes, dimension) != NULL;
}

static gboolean
has_all (GPtrArray *values,
         GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (wanted, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (values, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

AtlasMatch
atlas_slice_match (const AtlasSlice  *self,
                   AtlasCatalogue    *catalogue,
                   const AtlasFigure *figure)
{
  gboolean batch = FALSE, further = FALSE;

  if (!has_all (figure->dimensions, self->dimensions) || !has_all (figure->dimensions, self->attributes))
    return ATLAS_MATCH_NONE;
  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      if (atlas_slice_has (self, pair->dimension))
        continue;
      if (!atlas_catalogue_is_attribute (catalogue, pair->dimension))
        further = TRUE;
      else if (strcmp (pair->dimension, "batch") == 0)
        batch = TRUE;
    }
  if (batch)
    return further ? ATLAS_MATCH_NONE : ATLAS_MATCH_BATCH;
  return further ? ATLAS_MATCH_PART : ATLAS_MATCH_FIGURE;
}
