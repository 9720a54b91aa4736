/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/session.h"

#include <string.h>

#include "charts/chart-style.h"
#include "window/parts/memory-trim.h"
#include "window/state/inquiry.h"
#include "window/state/session-private.h"

#define RETRY_MS 500

enum {
  PROP_0,
  PROP_REGION,
  PROP_COMPARE,
  PROP_REFERENCE,
  PROP_INDICATOR,
  PROP_FIRST_YEAR,
  PROP_LAST_YEAR,
  PROP_STAND_IN,
  PROP_PER_10K,
  PROP_AS_INDEX,
  PROP_PAGE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

enum {
  SUBJECT_CHANGED,
  VIEW_CHANGED,
  SELECTION_CHANGED,
  LINKED_CHANGED,
  DATASET_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasSession, atlas_session, G_TYPE_OBJECT)

static void
notify_differences (AtlasSession         *self,
                    const AtlasViewState *a,
                    const AtlasViewState *b)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (strcmp (a->region, b->region) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REGION]);
  if (!g_strv_equal ((const char *const *) a->compare, (const char *const *) b->compare))
    g_object_notify_by_pspec (object, properties[PROP_COMPARE]);
  if (g_strcmp0 (a->compare[0], b->compare[0]) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REFERENCE]);
  if (strcmp (a->indicator, b->indicator) != 0)
    g_object_notify_by_pspec (object, properties[PROP_INDICATOR]);
  if (a->first_year != b->first_year)
    g_object_notify_by_pspec (object, properties[PROP_FIRST_YEAR]);
  if (a->last_year != b->last_year)
    g_object_notify_by_pspec (object, properties[PROP_LAST_YEAR]);
  if (a->stand_in != b->stand_in)
    g_object_notify_by_pspec (object, properties[PROP_STAND_IN]);
  if (a->per_10k != b->per_10k)
    g_object_notify_by_pspec (object, properties[PROP_PER_10K]);
  if (a->as_index != b->as_index)
    g_object_notify_by_pspec (object, properties[PROP_AS_INDEX]);
  if (strcmp (a->page, b->page) != 0)
    g_object_notify_by_pspec (object, properties[PROP_PAGE]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_GO_FORWARD]);
  g_object_thaw_notify (object);
}

/* The view is another than OLD: says so, once. */
static void
view_changed (AtlasSession         *self,
              const AtlasViewState *old)
{
  if (self->settings != NULL)
    atlas_view_state_save (self->view, self->settings);
  notify_differences (self, old, self->view);
  if (!atlas_view_state_has_same_subject (old, self->view))
    g_signal_emit (self, signals[SUBJECT_CHANGED], 0);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
  atlas_memory_trim_soon ();
  atlas_session_set_pointed (self, NULL);
  atlas_session_set_selection (self, NULL, 0);
}

void
atlas_session_begin_step (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (self->depth++ == 0)
    self->before = atlas_view_state_copy (self->view);
}

void
atlas_session_end_step (AtlasSession *self)
{
  g_autoptr (AtlasViewState) before = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  before = g_steal_pointer (&self->before);
  if (atlas_view_state_equal (before, self->view))
    return;
  /* A copy: a handler may begin the next step and so let the history drop it. */
  atlas_view_history_add (self->history, atlas_view_state_copy (before));
  atlas_session_remember_place (self, before);
  view_changed (self, before);
}

/* Shows what STEP makes of the view that is shown now. */
static void
move_in_history (AtlasSession   *self,
                 AtlasViewState *(*step) (AtlasViewHistory *history, const AtlasViewState *now))
{
  g_autoptr (AtlasViewState) old = NULL;
  AtlasViewState *view;

  if (self->depth > 0 || (view = step (self->history, self->view)) == NULL)
    return;
  old = g_steal_pointer (&self->view);
  self->view = view;
  atlas_session_remember_place (self, old);
  view_changed (self, old);
}

void
atlas_session_undo (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  move_in_history (self, atlas_view_history_undo);
}

void
atlas_session_redo (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  move_in_history (self, atlas_view_history_redo);
}

gboolean
atlas_session_can_undo (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return atlas_view_history_can_undo (self->history);
}

gboolean
atlas_session_can_redo (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return atlas_view_history_can_redo (self->history);
}

static gboolean
read_again (gpointer user_data)
{
  AtlasSession *self = user_data;

  self->retry_id = 0;
  g_signal_emit_by_name (self->dataset, "changed");
  return G_SOURCE_REMOVE;
}

/* What has written the rows may still hold the file for a moment. */
static void
put_off (AtlasSession *self,
         const GError *error)
{
  if (g_error_matches (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY))
    self->retry_id = g_timeout_add (RETRY_MS, read_again, self);
  else
    g_warning ("The catalogue could not be read again: %s", error->message);
}

static gpointer
read_catalogue (AtlasDataset    *dataset,
                AtlasCatalogue  *before,
                gconstpointer    nothing,
                GError         **error)
{
  return atlas_catalogue_new (dataset, error);
}

static void
show_catalogue (gpointer      session,
                gpointer      catalogue,
                const GError *error)
{
  AtlasSession *self = session;

  if (catalogue == NULL)
    {
      put_off (self, error);
      return;
    }
  atlas_catalogue_unref (self->catalogue);
  self->catalogue = catalogue;
  g_signal_emit (self, signals[DATASET_CHANGED], 0);
  atlas_memory_trim_soon ();
  atlas_session_set_pointed (self, NULL);
  atlas_session_set_selection (self, NULL, 0);
}

/* New rows may have brought new sources: the catalogue is read anew. */
static void
dataset_changed_cb (AtlasSession *self)
{
  static const AtlasInquiry rereading = { read_catalogue, show_catalogue, NULL, (GDestroyNotify) atlas_catalogue_unref };

  g_clear_handle_id (&self->retry_id, g_source_remove);
  atlas_inquiry_begin (&rereading, self, self, &self->rereading, NULL);
}

static void
close_dataset (AtlasSession *self)
{
  atlas_inquiry_stop (&self->rereading);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  atlas_session_forget_selection (self);
  g_clear_pointer (&self->catalogue, atlas_catalogue_unref);
  if (self->dataset != NULL)
    g_signal_handlers_disconnect_by_data (self->dataset, self);
  g_clear_object (&self->dataset);
}

static void
take_dataset (AtlasSession   *self,
              AtlasDataset   *dataset,
              AtlasCatalogue *catalogue)
{
  g_autoptr (AtlasViewState) old = atlas_view_state_copy (self->view);

  close_dataset (self);
  self->dataset = dataset;
  self->catalogue = catalogue;
  g_signal_connect_object (dataset, "changed", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  atlas_view_history_clear (self->history);
  atlas_view_history_clear (self->places);
  atlas_session_fit_view (self);
  g_signal_emit (self, signals[DATASET_CHANGED], 0);
  atlas_memory_trim_soon ();
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  if (!atlas_view_state_equal (old, self->view))
    view_changed (self, old);
}

void
atlas_session_take (AtlasSession        *self,
                    AtlasDatasetReading *reading)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (self->depth == 0);

  take_dataset (self, g_steal_pointer (&reading->dataset), g_steal_pointer (&reading->catalogue));
  atlas_dataset_reading_free (reading);
}

gboolean
atlas_session_open (AtlasSession  *self,
                    const char    *path,
                    GError       **error)
{
  AtlasDatasetReading *reading;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  reading = atlas_dataset_reading_new (path, error);
  if (reading == NULL)
    return FALSE;
  atlas_session_take (self, reading);
  return TRUE;
}

void
atlas_session_notice_change (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (self->dataset != NULL)
    g_signal_emit_by_name (self->dataset, "changed");
}

/**
 * atlas_session_bind_settings:
 *
 * To be called before a dataset is opened, which then leaves out of the remembered view what it does not know.
 */
void
atlas_session_bind_settings (AtlasSession *self,
                             GSettings    *settings)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (self->settings == NULL);

  atlas_session_begin_step (self);
  atlas_view_state_load (self->view, settings);
  atlas_session_set_compare (self, (const char *const *) self->view->compare);
  atlas_session_end_step (self);
  atlas_view_history_clear (self->history);
  atlas_view_history_clear (self->places);
  self->settings = g_object_ref (settings);
}

AtlasDataset *
atlas_session_get_dataset (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->dataset;
}

AtlasCatalogue *
atlas_session_get_catalogue (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->catalogue;
}

AtlasTable *
atlas_session_ask (AtlasSession         *self,
                   const AtlasQuestion  *question,
                   GError              **error)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->dataset != NULL, NULL);

  return atlas_answer (self->dataset, self->catalogue, question, error);
}

gboolean
atlas_session_is_asking (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->n_inquiries > 0 || self->retry_id != 0;
}

void
atlas_session_apply (AtlasSession  *self,
                     AtlasQuestion *question)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_question_set_years (question, self->view->first_year, self->view->last_year);
  question->stand_in = self->view->stand_in;
}

GHashTable *
atlas_session_dup_slots (AtlasSession *self)
{
  GHashTable *slots;
  guint taken = 0; /* a bit for each slot */

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self->dataset != NULL)
    atlas_dataset_give_colour_slots (self->dataset, (const char *const *) self->view->compare);
  for (guint i = 0; self->view->compare[i] != NULL; i++)
    {
      const char *code = self->view->compare[i];
      guint slot = self->dataset != NULL ? atlas_dataset_get_colour_slot (self->dataset, code) : i;

      while (taken & (1u << slot))
        slot = (slot + 1) % ATLAS_N_COLOUR_SLOTS;
      taken |= 1u << slot;
      g_hash_table_insert (slots, g_strdup (code), GUINT_TO_POINTER (slot));
    }
  return slots;
}

guint
atlas_session_get_slot (AtlasSession *self,
                        const char   *code)
{
  g_autoptr (GHashTable) slots = NULL;
  gpointer slot;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);
  g_return_val_if_fail (code != NULL, 0);

  slots = atlas_session_dup_slots (self);
  if (g_hash_table_lookup_extended (slots, code, NULL, &slot))
    return GPOINTER_TO_UINT (slot);
  return self->dataset != NULL ? atlas_dataset_get_colour_slot (self->dataset, code) : 0;
}

static void
atlas_session_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (id)
    {
    case PROP_REGION:
      g_value_set_string (value, self->view->region);
      break;
    case PROP_COMPARE:
      g_value_set_boxed (value, self->view->compare);
      break;
    case PROP_REFERENCE:
      g_value_set_string (value, self->view->compare[0]);
      break;
    case PROP_INDICATOR:
      g_value_set_string (value, self->view->indicator);
      break;
    case PROP_FIRST_YEAR:
      g_value_set_int (value, self->view->first_year);
      break;
    case PROP_LAST_YEAR:
      g_value_set_int (value, self->view->last_year);
      break;
    case PROP_STAND_IN:
      g_value_set_boolean (value, self->view->stand_in);
      break;
    case PROP_PER_10K:
      g_value_set_boolean (value, self->view->per_10k);
      break;
    case PROP_AS_INDEX:
      g_value_set_boolean (value, self->view->as_index);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->view->page);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, atlas_view_history_can_undo (self->history));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, atlas_view_history_can_redo (self->history));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, atlas_view_history_can_undo (self->places));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, atlas_view_history_can_redo (self->places));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_session_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (id)
    {
    case PROP_REGION:
      atlas_session_set_region (self, g_value_get_string (value));
      break;
    case PROP_COMPARE:
      atlas_session_set_compare (self, g_value_get_boxed (value));
      break;
    case PROP_REFERENCE:
      atlas_session_set_reference (self, g_value_get_string (value));
      break;
    case PROP_INDICATOR:
      atlas_session_set_indicator (self, g_value_get_string (value));
      break;
    case PROP_STAND_IN:
      atlas_session_set_stand_in (self, g_value_get_boolean (value));
      break;
    case PROP_PER_10K:
      atlas_session_set_per_10k (self, g_value_get_boolean (value));
      break;
    case PROP_AS_INDEX:
      atlas_session_set_as_index (self, g_value_get_boolean (value));
      break;
    case PROP_PAGE:
      atlas_session_set_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_session_finalize (GObject *object)
{
  AtlasSession *self = ATLAS_SESSION (object);

  close_dataset (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->view, atlas_view_state_free);
  g_clear_pointer (&self->before, atlas_view_state_free);
  g_clear_pointer (&self->history, atlas_view_history_free);
  g_clear_pointer (&self->places, atlas_view_history_free);
  g_free (self->pointed);

  G_OBJECT_CLASS (atlas_session_parent_class)->finalize (object);
}

static guint
add_signal (AtlasSessionClass *klass,
            const char        *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_session_class_init (AtlasSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_session_finalize;
  object_class->get_property = atlas_session_get_property;
  object_class->set_property = atlas_session_set_property;

  properties[PROP_REGION] = g_param_spec_string ("region", NULL, NULL, NULL, flags);
  properties[PROP_COMPARE] = g_param_spec_boxed ("compare", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  properties[PROP_INDICATOR] = g_param_spec_string ("indicator", NULL, NULL, NULL, flags);
  properties[PROP_FIRST_YEAR] = g_param_spec_int ("first-year", NULL, NULL, 0, 9999, 0, readable);
  properties[PROP_LAST_YEAR] = g_param_spec_int ("last-year", NULL, NULL, 0, 9999, 0, readable);
  properties[PROP_STAND_IN] = g_param_spec_boolean ("stand-in", NULL, NULL, TRUE, flags);
  properties[PROP_PER_10K] = g_param_spec_boolean ("per-10k", NULL, NULL, FALSE, flags);
  properties[PROP_AS_INDEX] = g_param_spec_boolean ("as-index", NULL, NULL, FALSE, flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SUBJECT_CHANGED] = add_signal (klass, "subject-changed");
  signals[VIEW_CHANGED] = add_signal (klass, "view-changed");
  signals[SELECTION_CHANGED] = add_signal (klass, "selection-changed");
  signals[LINKED_CHANGED] = add_signal (klass, "linked-changed");
  signals[DATASET_CHANGED] = add_signal (klass, "dataset-changed");
}

static void
atlas_session_init (AtlasSession *self)
{
  self->view = atlas_view_state_new ();
  self->history = atlas_view_history_new ();
  self->places = atlas_view_history_new ();
}

AtlasSession *
atlas_session_new (void)
{
  return g_object_new (ATLAS_TYPE_SESSION, NULL);
}
