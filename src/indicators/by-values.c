/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/by-values.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/published-parts.h"

static char *
join (char **values)
{
  return g_strjoinv ("\n", values);
}

/* (nullable): SLICE with the values that DIMENSIONS have of BY, which go to OUT_VALUES; NULL where one is not there. */
static AtlasSlice *
break_down (const AtlasSlice *slice,
            char            **by,
            GPtrArray        *dimensions,
            char            **out_values)
{
  for (guint i = 0; by[i] != NULL; i++)
    {
      const char *value = atlas_dimension_values_lookup (dimensions, by[i]);

      if (value == NULL)
        return NULL;
      out_values[i] = (char *) value;
    }
  return atlas_slice_with (slice, by, out_values);
}

/* Whether FIGURE is of SLICE once BY is taken out of it; parts of money count, since they are summed. */
static gboolean
is_broken_down (const AtlasAnswerContext *context,
                const AtlasSlice         *slice,
                char                    **by,
                const AtlasFigure        *figure,
                char                    **out_values)
{
  g_autoptr (AtlasSlice) full = break_down (slice, by, figure->dimensions, out_values);
  AtlasMatch match;

  if (full == NULL)
    return FALSE;
  match = atlas_slice_match (full, context->catalogue, figure);
  return match == ATLAS_MATCH_FIGURE || match == ATLAS_MATCH_BATCH ||
         (match == ATLAS_MATCH_PART && atlas_sums_funding_parts (slice->indicator));
}

/* Adds the values, joined, that figures of REGIONS are broken down to. */
static void
add_published (const AtlasAnswerContext *context,
               GPtrArray                *regions,
               const AtlasSlice         *slice,
               char                    **by,
               GHashTable               *seen)
{
  g_autofree char **values = g_new0 (char *, g_strv_length (by) + 1);

  for (guint r = 0; r < regions->len; r++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, r);
      GPtrArray *figures = atlas_figure_index_lookup (context->index, slice->indicator->indicator_id, region->code);

      for (guint i = 0; i < figures->len; i++)
        if (is_broken_down (context, slice, by, g_ptr_array_index (figures, i), values))
          g_hash_table_add (seen, join (values));
    }
}

/* The same of what registers count. */
static void
add_counted (const AtlasAnswerContext *context,
             GPtrArray                *regions,
             const AtlasSlice         *slice,
             char                    **by,
             GHashTable               *seen)
{
  g_autofree char **values = g_new0 (char *, g_strv_length (by) + 1);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer dimensions;

  for (guint r = 0; r < regions->len; r++)
    atlas_count_index_add_dimensions (context->counts, g_ptr_array_index (regions, r), slice->indicator->indicator_id,
                                      found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &dimensions, NULL))
    {
      g_autoptr (AtlasSlice) full = break_down (slice, by, dimensions, values);

      if (full != NULL && atlas_count_matches (full, dimensions))
        g_hash_table_add (seen, join (values));
    }
}

static GHashTable *
collect_seen (const AtlasAnswerContext *context,
              GPtrArray                *regions,
              const AtlasSlice         *slice,
              char                    **by)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (context->from != ATLAS_FROM_REGISTERS)
    add_published (context, regions, slice, by, seen);
  if (context->from != ATLAS_FROM_PUBLISHED && context->counts != NULL)
    add_counted (context, regions, slice, by, seen);
  return seen;
}

static gboolean
is_row_value (const AtlasDimensionValue *value,
              gboolean                   complete_set)
{
  return complete_set ? value->part_of_complete_set : value->kind == ATLAS_DIMENSION_BREAKDOWN;
}

/* Adds to FOUND all combinations that were seen, in the order of the dimensions; N: how many of BY are set already. */
static void
add_combinations (const AtlasAnswerContext *context,
                  const AtlasSlice         *slice,
                  char                    **by,
                  char                    **values,
                  guint                     n,
                  gboolean                  complete,
                  GHashTable               *seen,
                  GPtrArray                *found)
{
  GPtrArray *known;
  gboolean complete_set;

  if (by[n] == NULL)
    {
      g_autofree char *key = join (values);

      if (complete || g_hash_table_contains (seen, key))
        g_ptr_array_add (found, g_strdupv (values));
      return;
    }
  known = atlas_catalogue_get_values (context->catalogue, by[n]);
  complete_set = atlas_is_complete_set (context->catalogue, slice->indicator, by[n]);
  for (guint i = 0; i < known->len; i++)
    {
      const AtlasDimensionValue *value = g_ptr_array_index (known, i);

      if (!is_row_value (value, complete_set))
        continue;
      values[n] = value->value;
      add_combinations (context, slice, by, values, n + 1, complete && complete_set, seen, found);
      values[n] = NULL;
    }
}

GPtrArray *
atlas_by_values_list (const AtlasAnswerContext *context,
                      GPtrArray                *regions,
                      const AtlasSlice         *slice,
                      char                    **by)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char **values = g_new0 (char *, g_strv_length (by) + 1);
  g_autoptr (GHashTable) seen = collect_seen (context, regions, slice, by);

  add_combinations (context, slice, by, values, 0, TRUE, seen, found);
  return found;
}
