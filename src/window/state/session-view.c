/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/session-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The last one that the settings keep. */
#define MAX_YEAR 9999

static void
replace_text (char       **place,
              const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static gboolean
knows_region (AtlasSession *self,
              const char   *code)
{
  return self->catalogue == NULL
         || atlas_region_tree_lookup (atlas_catalogue_get_regions (self->catalogue), code) != NULL;
}

static gboolean
knows_indicator (AtlasSession *self,
                 const char   *id)
{
  return self->catalogue == NULL || atlas_catalogue_find_indicator (self->catalogue, id) != NULL;
}

/* Those of CODES that can be compared; (transfer full). */
static char **
filter_compare (AtlasSession      *self,
                const char *const *codes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; codes != NULL && codes[i] != NULL && n < ATLAS_SESSION_MAX_COMPARE; i++)
    {
      gboolean repeated = FALSE;

      for (guint j = 0; j < i && !repeated; j++)
        repeated = strcmp (codes[i], codes[j]) == 0;
      if (repeated || !knows_region (self, codes[i]))
        continue;
      g_strv_builder_add (builder, codes[i]);
      n++;
    }
  return g_strv_builder_end (builder);
}

void
atlas_session_fit_view (AtlasSession *self)
{
  AtlasViewState *view = self->view;
  char **compare = filter_compare (self, (const char *const *) view->compare);

  g_strfreev (view->compare);
  view->compare = compare;
  if (!knows_region (self, view->region))
    replace_text (&view->region,
                  atlas_region_tree_get_root (atlas_catalogue_get_regions (self->catalogue))->code);
  if (!knows_indicator (self, view->indicator) && atlas_catalogue_get_n_indicators (self->catalogue) > 0)
    replace_text (&view->indicator, atlas_catalogue_get_nth_indicator (self->catalogue, 0)->indicator_id);
}

const char *
atlas_session_get_region (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->view->region;
}

const AtlasRegion *
atlas_session_lookup_region (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  if (self->catalogue == NULL)
    return NULL;
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (self->catalogue), self->view->region);
}

void
atlas_session_set_region (AtlasSession *self,
                          const char   *code)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (code != NULL);

  if (!knows_region (self, code))
    return;
  atlas_session_begin_step (self);
  replace_text (&self->view->region, code);
  atlas_session_end_step (self);
}

const char *const *
atlas_session_get_compare (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return (const char *const *) self->view->compare;
}

void
atlas_session_set_compare (AtlasSession      *self,
                           const char *const *codes)
{
  char **compare;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  compare = filter_compare (self, codes);
  atlas_session_begin_step (self);
  g_strfreev (self->view->compare);
  self->view->compare = compare;
  atlas_session_end_step (self);
}

gboolean
atlas_session_is_compared (AtlasSession *self,
                           const char   *code)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return g_strv_contains ((const char *const *) self->view->compare, code);
}

char *
atlas_session_dup_names (AtlasSession      *self,
                         const char *const *codes)
{
  AtlasRegionTree *regions;
  GString *names;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (codes != NULL, NULL);

  regions = atlas_catalogue_get_regions (self->catalogue);
  names = g_string_new (NULL);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = atlas_region_dup_short_name (atlas_region_tree_lookup (regions, codes[i]));

      /* Translators: stands between the regions in a name, such as “Ningxia, Dali.pdf” */
      g_string_append_printf (names, "%s%s", i > 0 ? C_("in a file name", ", ") : "", name);
    }
  return g_string_free (names, FALSE);
}

gboolean
atlas_session_toggle_compare (AtlasSession *self,
                              const char   *code,
                              gboolean      compared)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  if (compared == atlas_session_is_compared (self, code))
    return TRUE;
  if (compared && g_strv_length (self->view->compare) >= ATLAS_SESSION_MAX_COMPARE)
    return FALSE;
  for (guint i = 0; self->view->compare[i] != NULL; i++)
    if (strcmp (self->view->compare[i], code) != 0)
      g_strv_builder_add (builder, self->view->compare[i]);
  if (compared)
    g_strv_builder_add (builder, code);
  codes = g_strv_builder_end (builder);
  atlas_session_set_compare (self, (const char *const *) codes);
  return TRUE;
}

const char *
atlas_session_get_reference (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->view->compare[0];
}

void
atlas_session_set_reference (AtlasSession *self,
                             const char   *code)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (code != NULL);

  if (!atlas_session_is_compared (self, code))
    return;
  g_strv_builder_add (builder, code);
  for (guint i = 0; self->view->compare[i] != NULL; i++)
    if (strcmp (self->view->compare[i], code) != 0)
      g_strv_builder_add (builder, self->view->compare[i]);
  codes = g_strv_builder_end (builder);
  atlas_session_set_compare (self, (const char *const *) codes);
}

const char *
atlas_session_get_indicator (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->view->indicator;
}

void
atlas_session_set_indicator (AtlasSession *self,
                             const char   *id)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  if (!knows_indicator (self, id))
    return;
  atlas_session_begin_step (self);
  replace_text (&self->view->indicator, id);
  atlas_session_end_step (self);
}

int
atlas_session_get_first_year (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return self->view->first_year;
}

int
atlas_session_get_last_year (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return self->view->last_year;
}

void
atlas_session_set_years (AtlasSession *self,
                         int           first_year,
                         int           last_year)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  first_year = CLAMP (first_year, 0, MAX_YEAR);
  last_year = CLAMP (last_year, 0, MAX_YEAR);
  if (first_year == 0 || last_year == 0)
    first_year = last_year = MAX (first_year, last_year);
  atlas_session_begin_step (self);
  self->view->first_year = MIN (first_year, last_year);
  self->view->last_year = MAX (first_year, last_year);
  atlas_session_end_step (self);
}

gboolean
atlas_session_get_stand_in (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->view->stand_in;
}

void
atlas_session_set_stand_in (AtlasSession *self,
                            gboolean      stand_in)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_session_begin_step (self);
  self->view->stand_in = !!stand_in;
  atlas_session_end_step (self);
}

gboolean
atlas_session_get_per_10k (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->view->per_10k;
}

void
atlas_session_set_per_10k (AtlasSession *self,
                           gboolean      per_10k)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_session_begin_step (self);
  self->view->per_10k = !!per_10k;
  self->view->as_index &= !per_10k;
  atlas_session_end_step (self);
}

gboolean
atlas_session_get_as_index (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->view->as_index;
}

void
atlas_session_set_as_index (AtlasSession *self,
                            gboolean      as_index)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_session_begin_step (self);
  self->view->as_index = !!as_index;
  self->view->per_10k &= !as_index;
  atlas_session_end_step (self);
}

const char *
atlas_session_get_page (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->view->page;
}

void
atlas_session_set_page (AtlasSession *self,
                        const char   *page)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (page != NULL);

  atlas_session_begin_step (self);
  replace_text (&self->view->page, page);
  atlas_session_end_step (self);
}
