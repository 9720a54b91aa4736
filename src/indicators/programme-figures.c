/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/figure-selector.h"

/* So many divisions with rows in a register are named one by one. */
#define MANY_KEEPERS 24

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

/* The divisions above those of REGIONS, each once; provinces stay. */
static GPtrArray *
list_parents (GPtrArray *regions)
{
  GPtrArray *parents = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      const AtlasRegion *above = region->level > ATLAS_REGION_LEVEL_PROVINCE ? region->parent : region;

      if (!g_ptr_array_find (parents, above, NULL))
        g_ptr_array_add (parents, (gpointer) above);
    }
  return parents;
}

/* Adds KEEPERS, or where they are many what they lie in, to REGIONS. */
static void
add_keepers (GPtrArray *regions,
             GPtrArray *keepers)
{
  g_autoptr (GPtrArray) named = g_ptr_array_copy (keepers, NULL, NULL);

  for (int level = ATLAS_REGION_LEVEL_COUNTY; named->len > MANY_KEEPERS && level > ATLAS_REGION_LEVEL_PROVINCE; level--)
    {
      GPtrArray *parents = list_parents (named);

      g_ptr_array_unref (named);
      named = parents;
    }
  g_ptr_array_sort (named, compare_codes);
  for (guint i = 0; i < named->len; i++)
    if (!g_ptr_array_find (regions, g_ptr_array_index (named, i), NULL))
      g_ptr_array_add (regions, g_ptr_array_index (named, i));
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
atlas_programme_figures_new (AtlasRegionTree  *tree,
                             AtlasProgramme   *programme,
                             GPtrArray        *figures,
                             AtlasRegisterUse *use)
{
  AtlasProgrammeFigures *self = g_new0 (AtlasProgrammeFigures, 1);

  self->programme = atlas_programme_ref (programme);
  self->regions = list_regions (tree, programme, figures);
  self->keepers = atlas_register_use_list (use, programme->indicators);
  add_keepers (self->regions, self->keepers);
  self->figures = pick_figures (programme, self->regions, figures);
  return self;
}

AtlasProgrammeFigures *
atlas_programme_figures_load (AtlasDataset    *dataset,
                              AtlasProgramme  *programme,
                              GError         **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, NULL, error);
  g_autoptr (AtlasRegisterUse) use = figures != NULL ? atlas_register_use_load (dataset, error) : NULL;

  if (use == NULL)
    return NULL;
  return atlas_programme_figures_new (atlas_dataset_get_regions (dataset), programme, figures, use);
}

void
atlas_programme_figures_free (AtlasProgrammeFigures *self)
{
  atlas_programme_unref (self->programme);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->keepers);
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
atlas_programme_figures_is_run_in (const AtlasProgrammeFigures *self,
                                   AtlasRegisterUse            *use,
                                   const AtlasRegion           *region)
{
  for (guint i = 0; i < self->regions->len; i++)
    if (atlas_region_is_within (g_ptr_array_index (self->regions, i), region))
      return TRUE;
  return self->keepers->len > 0 && atlas_register_use_has (use, region, self->programme->indicators);
}

static gboolean
has_own_figure (const AtlasProgrammeFigures *self,
                const AtlasRegion           *region)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (self->figures, i);

      if (strcmp (figure->region_code, region->code) == 0 &&
          atlas_figure_selectors_match (self->programme->indicators, figure))
        return TRUE;
    }
  return FALSE;
}

AtlasProgrammeBasis
atlas_programme_figures_get_basis (const AtlasProgrammeFigures *self,
                                   const AtlasRegion           *region)
{
  if (atlas_programme_names_region (self->programme, region))
    return ATLAS_PROGRAMME_BY_DOCUMENTS;
  return has_own_figure (self, region) ? ATLAS_PROGRAMME_BY_FIGURES : ATLAS_PROGRAMME_BY_REGISTERS;
}

GPtrArray *
atlas_programme_figures_list_by (const AtlasProgrammeFigures *self,
                                 AtlasProgrammeBasis          basis)
{
  GPtrArray *regions = g_ptr_array_new ();

  for (guint i = 0; i < self->regions->len; i++)
    if (atlas_programme_figures_get_basis (self, g_ptr_array_index (self->regions, i)) == basis)
      g_ptr_array_add (regions, g_ptr_array_index (self->regions, i));
  return regions;
}

const char *
atlas_programme_basis_get_name (AtlasProgrammeBasis basis)
{
  /* Translators: how it is known which divisions run a programme; a list of them follows */
  static const char *const names[ATLAS_PROGRAMME_N_BASES] = { N_("By documents"), N_("By figures"), N_("By registers") };

  return _(names[basis]);
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
