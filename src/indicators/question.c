/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/question.h"

#include "dataset/dimension-values.h"

/**
 * atlas_question_new:
 * @indicator: id of an indicator
 *
 * Returns: (transfer full): a question without regions, for the latest year, from the best source
 */
AtlasQuestion *
atlas_question_new (const char *indicator)
{
  AtlasQuestion *self = g_new0 (AtlasQuestion, 1);

  self->indicator = g_strdup (indicator);
  self->where = atlas_dimension_values_new ();
  return self;
}

AtlasQuestion *
atlas_question_copy (const AtlasQuestion *self)
{
  AtlasQuestion *copy = g_memdup2 (self, sizeof *self);

  copy->indicator = g_strdup (self->indicator);
  copy->regions = g_strdupv (self->regions);
  copy->within = g_strdup (self->within);
  copy->by = g_strdupv (self->by);
  copy->where = atlas_dimension_values_copy (self->where);
  return copy;
}

void
atlas_question_free (AtlasQuestion *self)
{
  g_free (self->indicator);
  g_strfreev (self->regions);
  g_free (self->within);
  g_strfreev (self->by);
  g_ptr_array_unref (self->where);
  g_free (self);
}

void
atlas_question_set_regions (AtlasQuestion     *self,
                            const char *const *codes)
{
  g_strfreev (self->regions);
  self->regions = g_strdupv ((char **) codes);
}

void
atlas_question_set_within (AtlasQuestion    *self,
                           const char       *code,
                           AtlasRegionLevel  level)
{
  g_free (self->within);
  self->within = g_strdup (code);
  self->level = level;
}

void
atlas_question_set_by (AtlasQuestion *self,
                       const char    *dimension)
{
  const char *names[] = { dimension, NULL };

  g_clear_pointer (&self->by, g_strfreev);
  if (dimension != NULL)
    self->by = g_strdupv ((char **) names);
}

void
atlas_question_set_where (AtlasQuestion *self,
                          const char    *dimension,
                          const char    *value)
{
  atlas_dimension_values_set (self->where, dimension, value);
}

void
atlas_question_set_years (AtlasQuestion *self,
                          int            first_year,
                          int            last_year)
{
  self->first_year = first_year;
  self->last_year = last_year;
}
