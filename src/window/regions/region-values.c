/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-values.h"

#include <math.h>

#include "indicators/number-format.h"

struct _AtlasRegionValues
{
  AtlasSession *session;
  char *key;            /* what the texts are the answer to, but for the region */
  GHashTable *parents;  /* (element-type utf8): codes of the parents asked for */
  GHashTable *texts;    /* (element-type utf8 utf8): code → text */
};

AtlasRegionValues *
atlas_region_values_new (AtlasSession *session)
{
  AtlasRegionValues *self = g_new0 (AtlasRegionValues, 1);

  self->session = session;
  self->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
atlas_region_values_free (AtlasRegionValues *self)
{
  g_free (self->key);
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->texts);
  g_free (self);
}

void
atlas_region_values_forget (AtlasRegionValues *self)
{
  g_clear_pointer (&self->key, g_free);
  g_hash_table_remove_all (self->parents);
  g_hash_table_remove_all (self->texts);
}

/* Of a range of years the last one counts. */
static void
forget_if_old (AtlasRegionValues *self)
{
  g_autofree char *key = g_strdup_printf ("%s/%d/%d", atlas_session_get_indicator (self->session),
                                          atlas_session_get_last_year (self->session),
                                          atlas_session_get_stand_in (self->session));

  if (g_strcmp0 (key, self->key) == 0)
    return;
  atlas_region_values_forget (self);
  self->key = g_steal_pointer (&key);
}

/* (transfer full): the codes of PARENT's children; of the nation itself where PARENT is NULL. */
static char **
list_codes (const AtlasRegion *parent,
            const AtlasRegion *region)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (parent == NULL)
    g_strv_builder_add (builder, region->code);
  else
    for (guint i = 0; i < parent->n_children; i++)
      g_strv_builder_add (builder, parent->children[i]->code);
  return g_strv_builder_end (builder);
}

static void
keep_texts (AtlasRegionValues *self,
            AtlasTable        *table)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row))
        g_hash_table_insert (self->texts, g_strdup (row->region->code),
                             atlas_format_label (row->value, row->qualifier, unit,
                                                 atlas_scale_choose (row->value, row->value, unit)));
    }
}

static void
ask (AtlasRegionValues *self,
     const AtlasRegion *region)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (atlas_session_get_indicator (self->session));
  g_auto (GStrv) codes = list_codes (region->parent, region);
  int year = atlas_session_get_last_year (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = NULL;

  atlas_session_apply (self->session, question);
  atlas_question_set_years (question, year, year);
  atlas_question_set_regions (question, (const char *const *) codes);
  table = atlas_session_ask (self->session, question, &error);
  if (table != NULL)
    keep_texts (self, table);
  else
    g_warning ("No values for the regions of %s: %s", region->code, error->message);
}

const char *
atlas_region_values_get (AtlasRegionValues *self,
                         const AtlasRegion *region)
{
  const char *parent = region->parent != NULL ? region->parent->code : "";

  forget_if_old (self);
  if (g_hash_table_add (self->parents, g_strdup (parent)))
    ask (self, region);
  return g_hash_table_lookup (self->texts, region->code);
}
