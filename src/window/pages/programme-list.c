/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/programme-list.h"

static void
list_clear (AtlasProgrammeList *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->is_here, g_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->tree, atlas_region_tree_unref);
}

AtlasProgrammeList *
atlas_programme_list_ref (AtlasProgrammeList *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
atlas_programme_list_unref (AtlasProgrammeList *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) list_clear);
}

static void
add_programmes (AtlasProgrammeList *self,
                const AtlasRegion  *region,
                GPtrArray          *programmes,
                GPtrArray          *figures,
                AtlasRegisterUse   *use)
{
  self->is_here = g_new0 (gboolean, programmes->len);
  for (guint i = 0; i < programmes->len; i++)
    {
      AtlasProgrammeFigures *found = atlas_programme_figures_new (self->tree, g_ptr_array_index (programmes, i), figures, use);

      self->is_here[i] = region != NULL && atlas_programme_figures_is_run_in (found, use, region);
      g_ptr_array_add (self->all, found);
    }
}

static gboolean
is_described (const AtlasProgrammeList *self,
              const AtlasSource        *source)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlasProgrammeFigures *found = g_ptr_array_index (self->all, i);

      if (g_strv_contains ((const char *const *) found->programme->sources, source->source_id))
        return TRUE;
    }
  return FALSE;
}

static void
add_sources (AtlasProgrammeList *self,
             GPtrArray          *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (is_described (self, g_ptr_array_index (sources, i)))
      g_ptr_array_add (self->sources, atlas_source_ref (g_ptr_array_index (sources, i)));
}

AtlasProgrammeList *
atlas_programme_list_load (AtlasDataset       *dataset,
                           const AtlasRegion  *region,
                           GError            **error)
{
  g_autoptr (GPtrArray) programmes = atlas_dataset_load_programmes (dataset, error);
  g_autoptr (GPtrArray) figures = programmes != NULL ? atlas_dataset_load_figures (dataset, NULL, NULL, error) : NULL;
  g_autoptr (GPtrArray) sources = figures != NULL ? atlas_dataset_load_sources (dataset, error) : NULL;
  g_autoptr (AtlasRegisterUse) use = sources != NULL ? atlas_register_use_load (dataset, error) : NULL;
  AtlasProgrammeList *self;

  if (use == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (AtlasProgrammeList);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_figures_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  self->tree = atlas_region_tree_ref (atlas_dataset_get_regions (dataset));
  add_programmes (self, region, programmes, figures, use);
  add_sources (self, sources);
  return self;
}

const AtlasProgrammeFigures *
atlas_programme_list_find (const AtlasProgrammeList *self,
                           const char               *id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const AtlasProgrammeFigures *found = g_ptr_array_index (self->all, i);

      if (g_ascii_strcasecmp (found->programme->programme_id, id) == 0)
        return found;
    }
  return NULL;
}
