/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-figures.h"

#include <string.h>

#include "dataset/figure-selector.h"

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const AtlasRegion *first = *(const AtlasRegion *const *) a;
  const AtlasRegion *second = *(const AtlasRegion *const *) b;

  return strcmp (first->code, second->code);
}

/* A division that the dataset does not have is left out, as is one among KNOWN (nullable). */
static void
add_region (GPtrArray       *regions,
            AtlasRegionTree *tree,
            const char      *code,
            GPtrArray       *known)
{
  const AtlasRegion *region = atlas_region_tree_lookup (tree, code);

  if (region != NULL && !g_ptr_array_find (regions, region, NULL) &&
      (known == NULL || !g_ptr_array_find (known, region, NULL)))
    g_ptr_array_add (regions, (gpointer) region);
}

static GPtrArray *
list_regions (AtlasRegionTree      *tree,
              const AtlasProgramme *programme,
              GPtrArray            *figures)
{
  GPtrArray *regions = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; programme->regions[i] != NULL; i++)
    add_region (regions, tree, programme->regions[i], NULL);
  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (atlas_figure_selectors_match (programme->indicators, figure))
        add_region (others, tree, figure->region_code, regions);
    }
  g_ptr_array_sort (regions, compare_codes);
  g_ptr_array_sort (others, compare_codes);
  g_ptr_array_extend (regions, others, NULL, NULL);
  return regions;
}

static gboolean
has_code (GPtrArray  *regions,
          const char *code)
{
  for (guint i = 0; i < regions->len; i++)
    if (strcmp (((const AtlasRegion *) g_ptr_array_index (regions, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
pick_figures (const AtlasProgramme *programme,
              GPtrArray            *regions,
              GPtrArray            *figures)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (atlas_figure_selectors_match (programme->indicators, figure) ||
          (atlas_figure_selectors_match (programme->related, figure) && has_code (regions, figure->region_code)))
        g_ptr_array_add (picked, atlas_figure_ref (figure));
    }
  return picked;
}

/**
 * atlas_programme_figures_new:
 *
 * Returns: (transfer full): what FIGURES say about PROGRAMME; the divisions are those of TREE
 */
AtlasProgrammeFigures *
atlas_programme_figures_new (AtlasRegionTree *tree,
                             AtlasProgramme  *programme,
                             GPtrArray       *figures)
{
  AtlasProgrammeFigures *self = g_new0 (AtlasProgrammeFigures, 1);

  self->programme = atlas_programme_ref (programme);
  self->regions = list_regions (tree, programme, figures);
  self->figures = pick_figures (programme, self->regions, figures);
  return self;
}

AtlasProgrammeFigures *
atlas_programme_figures_load (AtlasDataset    *dataset,
                              AtlasProgramme  *programme,
                              GError         **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, NULL, error);

  return figures != NULL ? atlas_programme_figures_new (atlas_dataset_get_regions (dataset), programme, figures) : NULL;
}

void
atlas_programme_figures_free (AtlasProgrammeFigures *self)
{
  atlas_programme_unref (self->programme);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

gboolean
atlas_programme_figures_has_region (const AtlasProgrammeFigures *self,
                                    const AtlasRegion           *region)
{
  return g_ptr_array_find (self->regions, region, NULL);
}

gboolean
atlas_programme_names_region (const AtlasProgramme *programme,
                              const AtlasRegion    *region)
{
  return g_strv_contains ((const char *const *) programme->regions, region->code);
}

gboolean
atlas_programme_takes_figure (const AtlasProgramme *programme,
                              const AtlasFigure    *figure)
{
  return atlas_figure_selectors_match (programme->indicators, figure) ||
         (g_strv_contains ((const char *const *) programme->regions, figure->region_code) &&
          atlas_figure_selectors_match (programme->related, figure));
}

GPtrArray *
atlas_programme_figures_list_sources (const AtlasProgrammeFigures *self)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);

  for (guint i = 0; i < self->figures->len; i++)
    {
      AtlasSource *source = ((const AtlasFigure *) g_ptr_array_index (self->figures, i))->source;

      if (!g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, atlas_source_ref (source));
    }
  return sources;
}
