/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-deck.h"

#include <glib/gi18n.h>

#include "window/cards/card-display.h"
#include "window/cards/chart-card.h"
#include "window/cards/list-card.h"
#include "window/parts/owned-task.h"

struct _AtlasCardDeck
{
  GObject parent_instance;

  AtlasSession *session;
  AtlasCardGrid *grid;
  const AtlasCardKind *kinds;
  guint n_cards;
  GtkWidget **cards;         /* in the grid */
  GCancellable *cancellable; /* (nullable): of what is being asked */
  AtlasCardContext *context; /* (nullable): what is being asked; it holds the dataset open */
  guint n_shown;             /* cards so far */
  gboolean has_content;      /* whether any card has something to show */
};

enum {
  FOUND,
  COMPLETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  AtlasCardContext *context;
  AtlasCardMaker make;
  guint n;
} Job;

G_DEFINE_FINAL_TYPE (AtlasCardDeck, atlas_card_deck, G_TYPE_OBJECT)

static void
job_free (Job *self)
{
  atlas_card_context_unref (self->context);
  g_free (self);
}

static void
make (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  AtlasCardContent *content;

  if (g_task_return_error_if_cancelled (task))
    return;
  job->context->card = job->n;
  content = job->make (job->context, &error);
  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) atlas_card_content_free);
  else
    g_task_return_error (task, error);
}

/* One after the other, whatever the main loop is at meanwhile. */
static void
make_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray *tasks = data;

  for (guint i = 0; i < tasks->len; i++)
    make (g_ptr_array_index (tasks, i));
  g_task_return_boolean (task, TRUE);
}

/* Takes CONTENT. */
static void
show_content (AtlasCardDeck    *self,
              guint             n,
              AtlasCardContent *content)
{
  if (content->finding != NULL)
    g_signal_emit (self, signals[FOUND], 0, content->finding);
  atlas_card_grid_set_lacking (self->grid, self->cards[n], atlas_card_content_is_lacking (content));
  self->has_content |= atlas_card_show (self->cards[n], self->session, content);
}

static void
finish (AtlasCardDeck *self)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, atlas_card_context_unref);
  g_signal_emit (self, signals[COMPLETE], 0);
}

static void
made_cb (GObject      *owner,
         GAsyncResult *result,
         gpointer      user_data)
{
  AtlasCardDeck *self = ATLAS_CARD_DECK (owner);
  guint n = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  AtlasCardContent *content = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (content == NULL)
    content = atlas_card_content_new_empty (_("The dataset could not be asked"), error->message);
  show_content (self, n, content);
  self->n_shown++;
  if (self->n_shown == self->n_cards)
    finish (self);
}

/* Takes CONTEXT; (transfer full). */
static GTask *
task_new (AtlasCardDeck    *self,
          guint             n,
          AtlasCardContext *context)
{
  GTask *task = atlas_owned_task_new (self, self->cancellable, made_cb, GUINT_TO_POINTER (n));
  Job *job = g_new0 (Job, 1);

  job->context = context;
  job->make = self->kinds[n].make;
  job->n = n;
  g_task_set_source_tag (task, task_new);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  return task;
}

/* Takes TASKS, which one worker makes. */
static void
begin (GPtrArray *tasks)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, tasks, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, make_in_worker);
}

/* Those that are asked apart each with a connection of its own. */
static void
begin_all (AtlasCardDeck *self)
{
  GPtrArray *in_turn = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_cards; i++)
    {
      GPtrArray *apart;

      if (!self->kinds[i].is_apart)
        {
          g_ptr_array_add (in_turn, task_new (self, i, atlas_card_context_ref (self->context)));
          continue;
        }
      apart = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (apart, task_new (self, i, atlas_card_context_new (self->session)));
      begin (apart);
    }
  begin (in_turn);
}

static void
add_cards (AtlasCardDeck *self)
{
  self->cards = g_new0 (GtkWidget *, self->n_cards);
  for (guint i = 0; i < self->n_cards; i++)
    {
      const AtlasCardKind *kind = &self->kinds[i];

      self->cards[i] = kind->is_list ? atlas_list_card_new (self->session) : atlas_chart_card_new (self->session);
      gtk_widget_set_visible (self->cards[i], FALSE);
      atlas_card_grid_append (self->grid, self->cards[i]);
      atlas_card_grid_set_least_width (self->grid, self->cards[i], kind->is_wide ? ATLAS_CARD_GRID_WIDE : 0);
    }
}

static void
atlas_card_deck_dispose (GObject *object)
{
  AtlasCardDeck *self = ATLAS_CARD_DECK (object);

  atlas_card_deck_stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_card_deck_parent_class)->dispose (object);
}

static void
atlas_card_deck_finalize (GObject *object)
{
  g_free (ATLAS_CARD_DECK (object)->cards);
  G_OBJECT_CLASS (atlas_card_deck_parent_class)->finalize (object);
}

static void
atlas_card_deck_class_init (AtlasCardDeckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_card_deck_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_card_deck_finalize;

  signals[FOUND] = g_signal_new ("found", ATLAS_TYPE_CARD_DECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[COMPLETE] = g_signal_new ("complete", ATLAS_TYPE_CARD_DECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_card_deck_init (AtlasCardDeck *self)
{
}

AtlasCardDeck *
atlas_card_deck_new (AtlasSession        *session,
                     AtlasCardGrid       *grid,
                     const AtlasCardKind *kinds,
                     guint                n_kinds)
{
  AtlasCardDeck *self = g_object_new (ATLAS_TYPE_CARD_DECK, NULL);

  self->session = g_object_ref (session);
  self->grid = grid;
  self->kinds = kinds;
  self->n_cards = n_kinds;
  add_cards (self);
  return self;
}

void
atlas_card_deck_ask (AtlasCardDeck *self)
{
  g_return_if_fail (ATLAS_IS_CARD_DECK (self));

  atlas_card_deck_stop (self);
  self->n_shown = 0;
  self->has_content = FALSE;
  for (guint i = 0; i < self->n_cards; i++)
    gtk_widget_add_css_class (self->cards[i], "stale");
  self->context = atlas_card_context_new (self->session);
  self->cancellable = g_cancellable_new ();
  begin_all (self);
}

void
atlas_card_deck_stop (AtlasCardDeck *self)
{
  g_return_if_fail (ATLAS_IS_CARD_DECK (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, atlas_card_context_unref);
}

gboolean
atlas_card_deck_is_complete (AtlasCardDeck *self)
{
  g_return_val_if_fail (ATLAS_IS_CARD_DECK (self), FALSE);

  return self->n_shown == self->n_cards;
}

gboolean
atlas_card_deck_has_content (AtlasCardDeck *self)
{
  g_return_val_if_fail (ATLAS_IS_CARD_DECK (self), FALSE);

  return self->has_content;
}

GtkWidget *
atlas_card_deck_get_card (AtlasCardDeck *self,
                          guint          n)
{
  g_return_val_if_fail (ATLAS_IS_CARD_DECK (self), NULL);
  g_return_val_if_fail (n < self->n_cards, NULL);

  return self->cards[n];
}
