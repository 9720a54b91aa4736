/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-index.h"

struct _AtlasFigureIndex {
  GHashTable *indicators; /* indicator id → GHashTable of region code → GPtrArray of AtlasFigure */
  GPtrArray *none;
};

AtlasFigureIndex *
atlas_figure_index_new (void)
{
  AtlasFigureIndex *self = g_new0 (AtlasFigureIndex, 1);

  self->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->none = g_ptr_array_new ();
  return self;
}

void
atlas_figure_index_free (AtlasFigureIndex *self)
{
  g_hash_table_unref (self->indicators);
  g_ptr_array_unref (self->none);
  g_free (self);
}

static GHashTable *
ensure_indicator (AtlasFigureIndex *self,
                  const char       *indicator_id)
{
  GHashTable *regions = g_hash_table_lookup (self->indicators, indicator_id);

  if (regions == NULL)
    {
      regions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
      g_hash_table_insert (self->indicators, g_strdup (indicator_id), regions);
    }
  return regions;
}

void
atlas_figure_index_add (AtlasFigureIndex *self,
                        GPtrArray        *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);
      GHashTable *regions = ensure_indicator (self, figure->indicator_id);
      GPtrArray *known = g_hash_table_lookup (regions, figure->region_code);

      if (known == NULL)
        {
          known = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);
          /* The key is the figure's own text, which lives as long as the array that holds the figure. */
          g_hash_table_insert (regions, figure->region_code, known);
        }
      g_ptr_array_add (known, atlas_figure_ref (figure));
    }
}

GPtrArray *
atlas_figure_index_lookup (AtlasFigureIndex *self,
                           const char       *indicator_id,
                           const char       *region_code)
{
  GHashTable *regions = g_hash_table_lookup (self->indicators, indicator_id);
  GPtrArray *known = regions != NULL ? g_hash_table_lookup (regions, region_code) : NULL;

  return known != NULL ? known : self->none;
}

GPtrArray *
atlas_figure_index_list_regions (AtlasFigureIndex *self)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter indicators, regions;
  gpointer of_indicator, code;

  g_hash_table_iter_init (&indicators, self->indicators);
  while (g_hash_table_iter_next (&indicators, NULL, &of_indicator))
    {
      g_hash_table_iter_init (&regions, of_indicator);
      while (g_hash_table_iter_next (&regions, &code, NULL))
        if (g_hash_table_add (seen, code))
          g_ptr_array_add (list, code);
    }
  return list;
}
