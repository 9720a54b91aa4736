/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/programme-selection.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"

/* A figure, and how many levels it lies below the region. */
typedef struct {
  AtlasFigure *figure;
  guint depth;
  guint place; /* where it stands */
} Candidate;

/* What a figure is of, whatever its date. */
static char *
dup_key (const AtlasFigure *figure)
{
  g_autoptr (GString) key = g_string_new (figure->region_code);

  g_string_append_printf (key, " %s", figure->indicator_id);
  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      g_string_append_printf (key, " %s=%s", pair->dimension, pair->value);
    }
  return g_strdup (key->str);
}

static guint
count_levels (AtlasRegionTree   *tree,
              const AtlasRegion *region,
              const AtlasFigure *figure)
{
  const AtlasRegion *below = atlas_region_tree_lookup (tree, figure->region_code);
  guint n = 0;

  for (; below != NULL && below != region; below = below->parent)
    n++;
  return n;
}

static gboolean
is_later (const AtlasFigure *figure,
          const AtlasFigure *other)
{
  int year = atlas_figure_get_year (figure, NULL), its_year = atlas_figure_get_year (other, NULL);

  return year != its_year ? year > its_year
                          : strcmp (atlas_figure_get_period (figure), atlas_figure_get_period (other)) > 0;
}

/* key → the latest AtlasFigure of it. */
static GHashTable *
find_latest (GPtrArray *figures)
{
  GHashTable *latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);
      char *key = dup_key (figure);
      const AtlasFigure *known = g_hash_table_lookup (latest, key);

      if (known == NULL || is_later (figure, known))
        g_hash_table_replace (latest, key, figure);
      else
        g_free (key);
    }
  return latest;
}

static int
compare_depth (gconstpointer a,
               gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->depth != second->depth)
    return first->depth < second->depth ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

static int
compare_place (gconstpointer a,
               gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return first->place < second->place ? -1 : 1;
}

GPtrArray *
atlas_programme_select_figures (AtlasRegionTree   *tree,
                                const AtlasRegion *region,
                                GPtrArray         *figures,
                                guint              most)
{
  g_autoptr (GHashTable) latest = find_latest (figures);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *key = dup_key (figure);
      Candidate candidate = { figure, count_levels (tree, region, figure), i };

      if (g_hash_table_lookup (latest, key) == figure)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_depth);
  g_array_set_size (candidates, MIN (candidates->len, most));
  g_array_sort (candidates, compare_place);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (selected, g_array_index (candidates, Candidate, i).figure);
  return selected;
}

/* How many dimensions of FIGURE have another value than usual. */
static guint
count_parts (AtlasCatalogue    *catalogue,
             const AtlasFigure *figure)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, figure->indicator_id);
  guint n = 0;

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      n += g_strcmp0 (atlas_dimension_values_lookup (indicator->defaults, pair->dimension), pair->value) != 0 ? 1 : 0;
    }
  return n;
}

static gboolean
says_more (AtlasCatalogue    *catalogue,
           const AtlasFigure *figure,
           const AtlasFigure *other)
{
  guint n = count_parts (catalogue, figure), its_n = count_parts (catalogue, other);

  return n != its_n ? n < its_n : is_later (figure, other);
}

AtlasFigure *
atlas_programme_find_own_figure (AtlasCatalogue    *catalogue,
                                 const AtlasRegion *region,
                                 GPtrArray         *figures)
{
  AtlasFigure *own = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (g_str_equal (figure->region_code, region->code) && (own == NULL || says_more (catalogue, figure, own)))
        own = figure;
    }
  return own;
}
