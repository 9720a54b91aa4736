/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/yearbook-basis.h"

#include <glib/gi18n.h>

#include "reports/sentences.h"

/* So many regions are named. */
#define MAX_NAMED 5

/* Whether registers were counted for it. A quotient may take its residents from a document. */
static gboolean
is_counted (const AtlasObservation *observation)
{
  if (atlas_observation_is_missing (observation))
    return FALSE;
  if (observation->basis != ATLAS_BASIS_COMPUTED)
    return observation->basis == ATLAS_BASIS_REGISTERS;
  for (guint i = 0; observation->inputs != NULL && i < observation->inputs->len; i++)
    if (is_counted (g_ptr_array_index (observation->inputs, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_published (const AtlasObservation *observation)
{
  return !atlas_observation_is_missing (observation) && !is_counted (observation);
}

/* Whether registers were counted for any region in a column: where for none, documents are compared with documents. */
static gboolean
has_counted (const AtlasYearbookGrid *grid,
             guint                    column)
{
  for (guint i = 0; i < grid->regions->len; i++)
    if (is_counted (atlas_yearbook_grid_find (grid, column, g_ptr_array_index (grid->regions, i))))
      return TRUE;
  return FALSE;
}

/* The names of those of REGIONS whose figure in a column is a document's, or how many they are; NULL where it is that of none,
 * or the column has no other. */
static char *
list_published (const AtlasYearbookGrid *grid,
                guint                    column,
                GPtrArray               *regions)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (grid->columns[column].part != ATLAS_DIVISION_VALUE || !has_counted (grid, column))
    return NULL;
  for (guint i = 0; i < regions->len; i++)
    if (is_published (atlas_yearbook_grid_find (grid, column, g_ptr_array_index (regions, i))))
      g_ptr_array_add (names, atlas_region_dup_short_name (g_ptr_array_index (regions, i)));
  if (names->len > MAX_NAMED)
    return g_strdup_printf (C_("divisions of several levels", "%u divisions"), names->len);
  return names->len > 0 ? atlas_sentence_list (names) : NULL;
}

/* Adds the name of a COLUMN to those of which the same REGIONS are to be named; both in order. */
static void
add_column (const AtlasYearbookGrid *grid,
            guint                    column,
            const char              *regions,
            GPtrArray               *lists,
            GPtrArray               *groups)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (lists, regions, g_str_equal, &position))
    {
      position = lists->len;
      g_ptr_array_add (lists, g_strdup (regions));
      g_ptr_array_add (groups, g_ptr_array_new_with_free_func (g_free));
    }
  g_ptr_array_add (g_ptr_array_index (groups, position), atlas_yearbook_grid_dup_told_name (grid, column));
}

char *
atlas_yearbook_basis_dup_mixture (AtlasYearbookGrid *const *grids,
                                  guint                     n,
                                  GPtrArray                *regions,
                                  gboolean                  with_parts)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) mixed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint g = 0; g < n; g++)
    for (guint c = 0; c < grids[g]->n_columns; c++)
      {
        g_autofree char *names =
          with_parts || grids[g]->columns[c].dimension == NULL ? list_published (grids[g], c, regions) : NULL;

        if (names != NULL)
          add_column (grids[g], c, names, lists, groups);
      }
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *columns = atlas_sentence_list (g_ptr_array_index (groups, i));

      /* Translators: indicators, and the regions whose figures of them are published ones */
      g_ptr_array_add (mixed, g_strdup_printf (C_("published", "%1$s (%2$s)"), columns, (char *) g_ptr_array_index (lists, i)));
    }
  if (mixed->len == 0)
    return NULL;
  list = atlas_sentence_list (mixed);
  /* Translators: indicators with the regions whose figures of them are published ones */
  return g_strdup_printf (_("Published, and not comparable with the others, which are counted in registers: %s."),
                          list);
}

char *
atlas_yearbook_basis_dup_own (const AtlasYearbookGrid *grid,
                              const AtlasRegion       *region)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n_counted = 0;

  for (guint c = 0; c < grid->n_columns; c++)
    {
      const AtlasObservation *row = atlas_yearbook_grid_find (grid, c, region);

      n_counted += is_counted (row) ? 1 : 0;
      if (grid->columns[c].dimension == NULL && has_counted (grid, c) && is_published (row))
        g_ptr_array_add (names, atlas_yearbook_grid_dup_told_name (grid, c));
    }
  if (names->len == 0 || n_counted == 0)
    return NULL;
  list = atlas_sentence_list (names);
  /* Translators: indicators */
  return g_strdup_printf (_("Published figures, not comparable with those counted in registers: %s."), list);
}
