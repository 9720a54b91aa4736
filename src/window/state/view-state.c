/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/view-state.h"

#include <string.h>

AtlasViewState *
atlas_view_state_new (void)
{
  AtlasViewState *self = g_new0 (AtlasViewState, 1);

  self->region = g_strdup ("000000");
  self->compare = g_new0 (char *, 1);
  self->indicator = g_strdup ("certified_workers");
  self->stand_in = TRUE;
  self->page = g_strdup ("overview");
  return self;
}

AtlasViewState *
atlas_view_state_copy (const AtlasViewState *self)
{
  AtlasViewState *copy = g_new0 (AtlasViewState, 1);

  *copy = *self;
  copy->region = g_strdup (self->region);
  copy->compare = g_strdupv (self->compare);
  copy->indicator = g_strdup (self->indicator);
  copy->page = g_strdup (self->page);
  return copy;
}

void
atlas_view_state_free (AtlasViewState *self)
{
  g_free (self->region);
  g_strfreev (self->compare);
  g_free (self->indicator);
  g_free (self->page);
  g_free (self);
}

gboolean
atlas_view_state_has_same_subject (const AtlasViewState *a,
                                   const AtlasViewState *b)
{
  return strcmp (a->region, b->region) == 0
         && g_strv_equal ((const char *const *) a->compare, (const char *const *) b->compare)
         && strcmp (a->indicator, b->indicator) == 0
         && a->first_year == b->first_year
         && a->last_year == b->last_year
         && a->stand_in == b->stand_in
         && a->per_10k == b->per_10k
         && a->as_index == b->as_index;
}

gboolean
atlas_view_state_equal (const AtlasViewState *a,
                        const AtlasViewState *b)
{
  return atlas_view_state_has_same_subject (a, b) && strcmp (a->page, b->page) == 0;
}

void
atlas_view_state_load (AtlasViewState *self,
                       GSettings      *settings)
{
  g_free (self->region);
  g_strfreev (self->compare);
  g_free (self->indicator);
  g_free (self->page);
  self->region = g_settings_get_string (settings, "region");
  self->compare = g_settings_get_strv (settings, "compare");
  self->indicator = g_settings_get_string (settings, "indicator");
  self->first_year = g_settings_get_int (settings, "first-year");
  self->last_year = g_settings_get_int (settings, "last-year");
  self->stand_in = g_settings_get_boolean (settings, "stand-in");
  self->per_10k = g_settings_get_boolean (settings, "per-10k");
  self->as_index = !self->per_10k && g_settings_get_boolean (settings, "as-index");
  self->page = g_settings_get_string (settings, "page");
}

void
atlas_view_state_save (const AtlasViewState *self,
                       GSettings            *settings)
{
  g_settings_set_string (settings, "region", self->region);
  g_settings_set_strv (settings, "compare", (const char *const *) self->compare);
  g_settings_set_string (settings, "indicator", self->indicator);
  g_settings_set_int (settings, "first-year", self->first_year);
  g_settings_set_int (settings, "last-year", self->last_year);
  g_settings_set_boolean (settings, "stand-in", self->stand_in);
  g_settings_set_boolean (settings, "per-10k", self->per_10k);
  g_settings_set_boolean (settings, "as-index", self->as_index);
  g_settings_set_string (settings, "page", self->page);
}
