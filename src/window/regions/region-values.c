/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-values.h"

#include "indicators/number-format.h"
#include "window/parts/owned-task.h"

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

typedef struct {
  AtlasDataset *origin;
  AtlasCatalogue *catalogue;
  AtlasQuestion *question;
} Work;

G_DEFINE_FINAL_TYPE (AtlasRegionValues, atlas_region_values, G_TYPE_OBJECT)

static void
work_free (Work *work)
{
  g_object_unref (work->origin);
  atlas_catalogue_unref (work->catalogue);
  atlas_question_free (work->question);
  g_free (work);
}

/* By a connection of its own; (transfer full). */
static AtlasTable *
answer (const Work  *work,
        GError     **error)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open_again (work->origin, error);

  return dataset != NULL ? atlas_answer (dataset, work->catalogue, work->question, error) : NULL;
}

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

static void
ask_in_worker (GTask        *task,
               gpointer      source,
               gpointer      work,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (AtlasTable) table = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  table = answer (work, &error);
  if (table != NULL)
    g_task_return_pointer (task, list_texts (table), (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
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
answered_cb (GObject      *owner,
             GAsyncResult *result,
             gpointer      user_data)
{
  AtlasRegionValues *self = ATLAS_REGION_VALUES (owner);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) texts = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (texts != NULL)
    keep (self, texts);
  else
    g_warning ("No values for the list of regions: %s", error->message);
  if (self->wanted != NULL)
    ask_soon (self);
}

/* Of a range of years the last one counts. Takes what is wanted; (transfer full). */
static Work *
work_new (AtlasRegionValues *self)
{
  Work *work = g_new0 (Work, 1);
  g_auto (GStrv) codes = g_strv_builder_end (self->wanted);
  int year = atlas_session_get_last_year (self->session);

  g_clear_pointer (&self->wanted, g_strv_builder_unref);
  work->origin = g_object_ref (atlas_session_get_dataset (self->session));
  work->catalogue = atlas_catalogue_ref (atlas_session_get_catalogue (self->session));
  work->question = atlas_question_new (atlas_session_get_indicator (self->session));
  atlas_session_apply (self->session, work->question);
  atlas_question_set_years (work->question, year, year);
  atlas_question_set_regions (work->question, (const char *const *) codes);
  return work;
}

static gboolean
ask (gpointer data)
{
  AtlasRegionValues *self = data;
  g_autoptr (GTask) task = NULL;

  self->idle = 0;
  self->cancellable = g_cancellable_new ();
  task = atlas_owned_task_new (self, self->cancellable, answered_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, work_new (self), (GDestroyNotify) work_free);
  g_task_run_in_thread (task, ask_in_worker);
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
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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
