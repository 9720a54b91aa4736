/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-values.h"

#include "indicators/number-format.h"
#include "window/state/inquiry.h"

struct _AtlasRegionValues
{
  GObject parent_instance;

  AtlasSession *session;
  char *key;                 /* what the texts are the answer to, but for the region */
  GHashTable *parents;       /* (element-type utf8): codes of the parents asked for, or to be asked for */
  GHashTable *texts;         /* (element-type utf8 utf8): code → text, NULL where there is no figure */
  GStrvBuilder *wanted;      /* (nullable): codes to be asked for */
  guint idle;                /* source that asks */
  GCancellable *cancellable; /* (nullable): of the worker that is asked */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasRegionValues, atlas_region_values, G_TYPE_OBJECT)

static GHashTable *
list_texts (AtlasTable *table)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const AtlasUnit *unit = atlas_table_get_unit (table);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      g_hash_table_insert (texts, g_strdup (row->region->code),
                           atlas_observation_is_missing (row)
                             ? NULL
                             : atlas_format_label (row->value, row->qualifier, unit,
                                                   atlas_scale_choose (row->value, row->value, unit)));
    }
  return texts;
}

static gpointer
ask_in_worker (AtlasDataset    *dataset,
               AtlasCatalogue  *catalogue,
               gconstpointer    question,
               GError         **error)
{
  g_autoptr (AtlasTable) table = atlas_answer (dataset, catalogue, question, error);

  return table != NULL ? list_texts (table) : NULL;
}

static void
keep (AtlasRegionValues *self,
      GHashTable        *texts)
{
  GHashTableIter iter;
  gpointer code, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &code, &text))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->texts, code, text);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void ask_soon (AtlasRegionValues *self);

static void
show (gpointer      owner,
      gpointer      answer,
      const GError *error)
{
  AtlasRegionValues *self = owner;
  g_autoptr (GHashTable) texts = answer;

  if (texts != NULL)
    keep (self, texts);
  else
    g_warning ("No values for the list of regions: %s", error->message);
  if (self->wanted != NULL)
    ask_soon (self);
}

static const AtlasInquiry inquiry = { ask_in_worker, show, (GDestroyNotify) atlas_question_free,
                                      (GDestroyNotify) g_hash_table_unref };

/* What is wanted, of the last of a range of years; nothing is wanted then. (transfer full) */
static AtlasQuestion *
question_new (AtlasRegionValues *self)
{
  AtlasQuestion *question = atlas_question_new (atlas_session_get_indicator (self->session));
  g_auto (GStrv) codes = g_strv_builder_end (self->wanted);
  int year = atlas_session_get_last_year (self->session);

  g_clear_pointer (&self->wanted, g_strv_builder_unref);
  atlas_session_apply (self->session, question);
  atlas_question_set_years (question, year, year);
  atlas_question_set_regions (question, (const char *const *) codes);
  return question;
}

static gboolean
ask (gpointer data)
{
  AtlasRegionValues *self = data;

  self->idle = 0;
  atlas_inquiry_begin (&inquiry, self->session, self, &self->cancellable, question_new (self));
  return G_SOURCE_REMOVE;
}

/* One question for all that the list binds in one go. */
static void
ask_soon (AtlasRegionValues *self)
{
  if (self->idle == 0 && self->cancellable == NULL)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, ask, self, NULL);
}

static void
stop (AtlasRegionValues *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->wanted, g_strv_builder_unref);
  atlas_inquiry_stop (&self->cancellable);
}

static void
atlas_region_values_dispose (GObject *object)
{
  AtlasRegionValues *self = ATLAS_REGION_VALUES (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_region_values_parent_class)->dispose (object);
}

static void
atlas_region_values_finalize (GObject *object)
{
  AtlasRegionValues *self = ATLAS_REGION_VALUES (object);

  g_free (self->key);
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->texts);
  G_OBJECT_CLASS (atlas_region_values_parent_class)->finalize (object);
}

static void
atlas_region_values_class_init (AtlasRegionValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_region_values_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_region_values_finalize;

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_REGION_VALUES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_region_values_init (AtlasRegionValues *self)
{
  self->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

AtlasRegionValues *
atlas_region_values_new (AtlasSession *session)
{
  AtlasRegionValues *self = g_object_new (ATLAS_TYPE_REGION_VALUES, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
atlas_region_values_forget (AtlasRegionValues *self)
{
  g_return_if_fail (ATLAS_IS_REGION_VALUES (self));

  stop (self);
  g_clear_pointer (&self->key, g_free);
  g_hash_table_remove_all (self->parents);
  g_hash_table_remove_all (self->texts);
}

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

/* REGION and those beside it. */
static void
want (AtlasRegionValues *self,
      const AtlasRegion *region)
{
  const AtlasRegion *parent = region->parent;

  if (!g_hash_table_add (self->parents, g_strdup (parent != NULL ? parent->code : "")))
    return;
  if (self->wanted == NULL)
    self->wanted = g_strv_builder_new ();
  if (parent == NULL)
    g_strv_builder_add (self->wanted, region->code);
  for (guint i = 0; parent != NULL && i < parent->n_children; i++)
    g_strv_builder_add (self->wanted, parent->children[i]->code);
  ask_soon (self);
}

gboolean
atlas_region_values_lookup (AtlasRegionValues  *self,
                            const AtlasRegion  *region,
                            const char        **out_text)
{
  gpointer text = NULL;

  g_return_val_if_fail (ATLAS_IS_REGION_VALUES (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  forget_if_old (self);
  if (!g_hash_table_lookup_extended (self->texts, region->code, NULL, &text))
    {
      want (self, region);
      *out_text = NULL;
      return FALSE;
    }
  *out_text = text;
  return TRUE;
}
