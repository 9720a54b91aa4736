/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/published-parts.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-choice.h"
#include "indicators/figure-year.h"
#include "dataset/qualified-number.h"

void
atlas_parts_sum_free (AtlasPartsSum *self)
{
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->others);
  g_free (self);
}

static AtlasPartsSum *
parts_sum_new (AtlasPartsKind kind)
{
  AtlasPartsSum *self = g_new0 (AtlasPartsSum, 1);

  self->kind = kind;
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);
  return self;
}

/* FALSE where the sum does not fit. */
static gboolean
parts_sum_add (AtlasPartsSum *self,
               AtlasFigure   *figure)
{
  self->qualifier = self->figures->len == 0 ? figure->qualifier
                                            : atlas_qualifier_join (self->qualifier, figure->qualifier);
  self->status = MAX (self->status, figure->status);
  g_ptr_array_add (self->figures, atlas_figure_ref (figure));
  return atlas_decimal_add (self->value, figure->value, &self->value);
}

gboolean
atlas_is_complete_set (AtlasCatalogue       *catalogue,
                       const AtlasIndicator *indicator,
                       const char           *dimension)
{
  GPtrArray *values = atlas_catalogue_get_values (catalogue, dimension);
  guint parts = 0;

  for (guint i = 0; i < values->len; i++)
    parts += ((const AtlasDimensionValue *) g_ptr_array_index (values, i))->part_of_complete_set;
  return parts > 1 && g_strv_contains ((const char *const *) indicator->dimensions, dimension);
}

gboolean
atlas_sums_funding_parts (const AtlasIndicator *indicator)
{
  return strcmp (indicator->indicator_id, "funding") == 0;
}

static AtlasPartsSum *
sum_over (AtlasCatalogue   *catalogue,
          const AtlasSlice *slice,
          GPtrArray        *figures,
          char             *dimension)
{
  g_autoptr (AtlasPartsSum) sum = parts_sum_new (ATLAS_PARTS_COMPLETE_SET);
  GPtrArray *values = atlas_catalogue_get_values (catalogue, dimension);

  for (guint i = 0; i < values->len; i++)
    {
      const AtlasDimensionValue *value = g_ptr_array_index (values, i);
      g_autoptr (AtlasSlice) part = NULL;
      AtlasFigure *figure;

      if (!value->part_of_complete_set)
        continue;
      part = atlas_slice_with (slice, (char *[]) { dimension, NULL }, (char *[]) { value->value, NULL });
      figure = atlas_slice_choose (part, catalogue, figures);
      if (figure == NULL || !parts_sum_add (sum, figure))
        return NULL;
    }
  return g_steal_pointer (&sum);
}

AtlasPartsSum *
atlas_parts_sum_complete_set (AtlasCatalogue   *catalogue,
                              const AtlasSlice *slice,
                              GPtrArray        *figures)
{
  char **dimensions = slice->indicator->dimensions;

  /* Rates are printed by grade too, and three allowances add up to nothing. */
  if (strcmp (slice->indicator->over_regions, "sum") != 0)
    return NULL;
  for (guint i = 0; dimensions[i] != NULL; i++)
    {
      AtlasPartsSum *sum;

      if (atlas_slice_has (slice, dimensions[i]) || !atlas_is_complete_set (catalogue, slice->indicator, dimensions[i]))
        continue;
      sum = sum_over (catalogue, slice, figures, dimensions[i]);
      if (sum != NULL)
        return sum;
    }
  return NULL;
}

/* A part must say what the money is for; a figure that says neither purpose nor programme is a total itself. */
static gboolean
is_funding_part (AtlasCatalogue    *catalogue,
                 const AtlasSlice  *slice,
                 const AtlasFigure *figure)
{
  if (atlas_slice_match (slice, catalogue, figure) != ATLAS_MATCH_PART ||
      (atlas_dimension_values_lookup (figure->dimensions, "purpose") == NULL &&
       atlas_dimension_values_lookup (figure->dimensions, "programme") == NULL))
    return FALSE;
  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      if (value != NULL && value->kind == ATLAS_DIMENSION_AGGREGATE && !atlas_slice_has (slice, pair->dimension))
        return FALSE;
    }
  return TRUE;
}

/* Whether every value that OUTER names, INNER names too: then INNER is money already counted in OUTER. */
static gboolean
contains (AtlasCatalogue    *catalogue,
          const AtlasFigure *outer,
          const AtlasFigure *inner)
{
  for (guint i = 0; i < outer->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (outer->dimensions, i);

      if (!atlas_catalogue_is_attribute (catalogue, pair->dimension) &&
          g_strcmp0 (atlas_dimension_values_lookup (inner->dimensions, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether another part of the group makes FIGURE superfluous: a wider one, or a better one for the very same. */
static gboolean
is_covered (AtlasCatalogue    *catalogue,
            GPtrArray         *group,
            const AtlasFigure *figure)
{
  for (guint i = 0; i < group->len; i++)
    {
      const AtlasFigure *other = g_ptr_array_index (group, i);

      if (other != figure && contains (catalogue, other, figure) &&
          (!contains (catalogue, figure, other) || atlas_figure_compare (other, figure, TRUE) < 0))
        return TRUE;
    }
  return FALSE;
}

static AtlasPartsSum *
sum_group (AtlasCatalogue *catalogue,
           GPtrArray      *group)
{
  g_autoptr (AtlasPartsSum) sum = parts_sum_new (ATLAS_PARTS_FUNDING);

  for (guint i = 0; i < group->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (group, i);

      if (is_covered (catalogue, group, figure))
        g_ptr_array_add (sum->others, atlas_figure_ref (figure));
      else if (!parts_sum_add (sum, figure))
        return NULL;
    }
  sum->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  return g_steal_pointer (&sum);
}

/* Parts add up only within one document and one period. */
static GPtrArray *
group_funding_parts (AtlasCatalogue   *catalogue,
                     const AtlasSlice *slice,
                     GPtrArray        *figures)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *key = NULL;
      GPtrArray *group;

      if (!is_funding_part (catalogue, slice, figure))
        continue;
      key = g_strdup_printf ("%s\n%s", figure->source->source_id, figure->period);
      group = g_hash_table_lookup (by_key, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, figure);
    }
  return groups;
}

/* Which of two sums says more of the year: one of the year before one of several years, then the more reliable, then,
 * both being lower bounds, the higher. */
static gboolean
is_better_sum (const AtlasPartsSum *a,
               const AtlasPartsSum *b)
{
  const AtlasFigure *first = g_ptr_array_index (a->figures, 0);
  const AtlasFigure *second = g_ptr_array_index (b->figures, 0);
  gboolean a_interval = atlas_period_is_interval (atlas_figure_get_period (first));
  gboolean b_interval = atlas_period_is_interval (atlas_figure_get_period (second));

  if (a_interval != b_interval)
    return b_interval;
  if (a->status != b->status)
    return a->status < b->status;
  if (first->source->kind != second->source->kind)
    return first->source->kind < second->source->kind;
  return atlas_decimal_compare (a->value, b->value) > 0;
}

static void
add_figures (GPtrArray *to,
             GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (to, atlas_figure_ref (g_ptr_array_index (figures, i)));
}

AtlasPartsSum *
atlas_parts_sum_funding (AtlasCatalogue   *catalogue,
                         const AtlasSlice *slice,
                         GPtrArray        *figures)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (AtlasPartsSum) best = NULL;

  if (!atlas_sums_funding_parts (slice->indicator))
    return NULL;
  groups = group_funding_parts (catalogue, slice, figures);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (AtlasPartsSum) sum = sum_group (catalogue, g_ptr_array_index (groups, i));
      AtlasPartsSum *worse;

      if (sum == NULL)
        continue;
      if (best == NULL)
        {
          best = g_steal_pointer (&sum);
          continue;
        }
      if (is_better_sum (sum, best))
        {
          worse = g_steal_pointer (&best);
          best = g_steal_pointer (&sum);
          sum = worse;
        }
      add_figures (best->others, sum->figures);
      add_figures (best->others, sum->others);
    }
  return g_steal_pointer (&best);
}
