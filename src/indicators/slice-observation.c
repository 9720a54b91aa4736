/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/slice-observation.h"

#include <glib/gi18n.h>

#include "dataset/dataset.h"
#include "dataset/dimension-values.h"

static const char *
value_name (AtlasCatalogue           *catalogue,
            const AtlasDimensionPair *pair)
{
  const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

  return value != NULL ? atlas_dimension_value_get_name (value) : pair->value;
}

/* Those of a slice do not change any more once it is asked for. */
static void
set_dimensions (AtlasObservation *observation,
                const AtlasSlice *slice)
{
  g_autoptr (GPtrArray) all = NULL;

  if (slice->attributes->len == 0)
    {
      atlas_observation_set_dimensions (observation, slice->dimensions);
      return;
    }
  all = atlas_dimension_values_copy (slice->dimensions);
  for (guint i = 0; i < slice->attributes->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (slice->attributes, i);

      atlas_dimension_values_set (all, pair->dimension, pair->value);
    }
  atlas_observation_set_dimensions (observation, all);
}

static void
append_name (GString    *text,
             const char *name)
{
  if (text->len > 0)
    /* Translators: stands between the names of dimension values */
    g_string_append (text, C_("between names", ", "));
  g_string_append (text, name);
}

/* What SLICE is of where nobody has said so: the values that its dimensions have by default. */
static void
note_defaults (AtlasObservation *observation,
               const AtlasSlice *slice,
               AtlasCatalogue   *catalogue)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *note = NULL;

  /* The kind of thing comes last there, behind the state that it is in. */
  for (guint i = slice->defaulted->len; i-- > 0;)
    append_name (names, value_name (catalogue, g_ptr_array_index (slice->defaulted, i)));
  if (names->len == 0)
    return;
  /* Translators: what is counted, since nothing else was asked for: "Scope: Township station, Operating". Not 口径: notes with that
   * word tell where a definition changes. */
  note = g_strdup_printf (_("Scope: %s"), names->str);
  atlas_observation_add_note (observation, note);
}

AtlasObservation *
atlas_slice_new_observation (const AtlasSlice  *slice,
                             AtlasCatalogue    *catalogue,
                             const AtlasRegion *region)
{
  AtlasObservation *observation = atlas_observation_new (region);

  g_free (observation->indicator_id);
  observation->indicator_id = g_strdup (slice->indicator->indicator_id);
  set_dimensions (observation, slice);
  note_defaults (observation, slice, catalogue);
  return observation;
}

char *
atlas_slice_dup_name (const AtlasSlice *slice,
                      AtlasCatalogue   *catalogue)
{
  g_autoptr (GString) values = g_string_new (NULL);
  GPtrArray *defaults = slice->indicator->defaults;

  for (guint i = 0; i < slice->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (slice->dimensions, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (defaults, pair->dimension), pair->value) != 0)
        append_name (values, value_name (catalogue, pair));
    }
  if (values->len == 0)
    return g_strdup (atlas_indicator_get_name (slice->indicator));
  /* Translators: an indicator and what of it, or its date: "Certified social workers (Senior social worker)" */
  return g_strdup_printf (_("%1$s (%2$s)"), atlas_indicator_get_name (slice->indicator), values->str);
}

char *
atlas_slice_dup_difference (const AtlasSlice  *slice,
                            AtlasCatalogue    *catalogue,
                            const AtlasFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      if (!atlas_slice_has (slice, pair->dimension))
        append_name (text, value_name (catalogue, pair));
    }
  return g_string_free (text, FALSE);
}

void
atlas_slice_note_attributes (const AtlasSlice  *slice,
                             AtlasCatalogue    *catalogue,
                             const AtlasFigure *figure,
                             AtlasObservation  *observation)
{
  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      g_autofree char *note = NULL;

      if (atlas_slice_has (slice, pair->dimension) || !atlas_catalogue_is_attribute (catalogue, pair->dimension))
        continue;
      note = g_strdup_printf (C_("attribute of a figure", "%s: %s"),
                              atlas_catalogue_get_dimension_name (catalogue, pair->dimension),
                              value_name (catalogue, pair));
      atlas_observation_add_note (observation, note);
    }
}
