/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/indicator.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/language.h"

/**
 * atlas_indicator_new:
 *
 * Returns: (transfer full): an indicator whose texts and lists are all empty, to be filled
 */
AtlasIndicator *
atlas_indicator_new (void)
{
  AtlasIndicator *self = g_new0 (AtlasIndicator, 1);

  self->indicator_id = g_strdup ("");
  self->name_zh = g_strdup ("");
  self->name_en = g_strdup ("");
  self->group = g_strdup ("");
  self->unit = g_strdup ("");
  self->over_regions = g_strdup ("");
  self->over_time = g_strdup ("");
  self->dimensions = g_new0 (char *, 1);
  self->defaults = atlas_dimension_values_new ();
  self->formula = g_strdup ("");
  self->definition_en = g_strdup ("");
  self->definition_zh = g_strdup ("");
  return self;
}

void
atlas_indicator_free (AtlasIndicator *self)
{
  g_free (self->indicator_id);
  g_free (self->name_zh);
  g_free (self->name_en);
  g_free (self->group);
  g_free (self->unit);
  g_free (self->over_regions);
  g_free (self->over_time);
  g_strfreev (self->dimensions);
  g_clear_pointer (&self->defaults, g_ptr_array_unref);
  g_free (self->formula);
  g_free (self->definition_en);
  g_free (self->definition_zh);
  g_free (self);
}

const char *
atlas_indicator_get_name (const AtlasIndicator *self)
{
  return atlas_language_pick (self->name_zh, self->name_en);
}

const char *
atlas_indicator_get_definition (const AtlasIndicator *self)
{
  return atlas_language_pick (self->definition_zh, self->definition_en);
}

gboolean
atlas_indicator_is_flow (const AtlasIndicator *self)
{
  return strcmp (self->over_time, "sum") == 0;
}

AtlasDimensionValue *
atlas_dimension_value_new (void)
{
  AtlasDimensionValue *self = g_new0 (AtlasDimensionValue, 1);

  self->dimension = g_strdup ("");
  self->value = g_strdup ("");
  self->name_zh = g_strdup ("");
  self->name_en = g_strdup ("");
  return self;
}

void
atlas_dimension_value_free (AtlasDimensionValue *self)
{
  g_free (self->dimension);
  g_free (self->value);
  g_free (self->name_zh);
  g_free (self->name_en);
  g_free (self);
}

const char *
atlas_dimension_value_get_name (const AtlasDimensionValue *self)
{
  return atlas_language_pick (self->name_zh, self->name_en);
}

AtlasUnit *
atlas_unit_new (void)
{
  AtlasUnit *self = g_new0 (AtlasUnit, 1);

  self->unit = g_strdup ("");
  self->symbol_zh = g_strdup ("");
  self->symbol_en = g_strdup ("");
  return self;
}

void
atlas_unit_free (AtlasUnit *self)
{
  g_free (self->unit);
  g_free (self->symbol_zh);
  g_free (self->symbol_en);
  g_free (self);
}

/* Not atlas_language_pick(): an English symbol may be empty on purpose. */
gboolean
atlas_unit_is_percent (const AtlasUnit *self)
{
  return self != NULL && strcmp (self->unit, "percent") == 0;
}

const char *
atlas_unit_get_symbol (const AtlasUnit *self)
{
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE ? self->symbol_zh : self->symbol_en;
}

AtlasDenominator *
atlas_denominator_new (void)
{
  AtlasDenominator *self = g_new0 (AtlasDenominator, 1);

  self->region_code = g_strdup ("");
  self->valid_from = g_strdup ("");
  self->basis = g_strdup ("");
  self->excluded = g_new0 (char *, 1);
  self->note = g_strdup ("");
  return self;
}

void
atlas_denominator_free (AtlasDenominator *self)
{
  g_free (self->region_code);
  g_free (self->valid_from);
  g_free (self->basis);
  g_strfreev (self->excluded);
  g_free (self->note);
  g_free (self);
}
