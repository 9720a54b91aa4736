/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-deck.h"

#include <glib/gi18n.h>

#include "window/cards/card-display.h"
#include "window/cards/chart-card.h"
#include "window/cards/key-figure-card.h"
#include "window/cards/list-card.h"
#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

/* How long the deck may work before it lets the window draw, in µs. Laying out what has been filled takes twice as long
 * again, in one frame: together they shall stay well below the 0.1 s that the eye takes for at once. */
#define SLICE 15000
/* The same at first: while there is nothing to see yet, one more frame only keeps the cards away. */
#define FIRST_SLICE 35000

typedef struct {
  const AtlasCardKind *kind;
  AtlasCardGrid *grid;
  GtkWidget *widget;      /* in the grid */
  AtlasCardContent *made; /* (nullable): to be shown */
} Card;

struct _AtlasCardDeck
{
  GObject parent_instance;

  AtlasSession *session;
  GPtrArray *cards;          /* (element-type Card) */
  GCancellable *cancellable; /* (nullable): of what is being asked */
  AtlasCardContext *context; /* (nullable): what is being asked; it holds the dataset open */
  guint n_made;              /* cards so far */
  guint n_shown;
  guint idle;                /* source that shows what is made */
  gboolean has_content;      /* whether any card has something to show */
  gboolean was_complete;     /* at least once */
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
card_free (Card *self)
{
  g_clear_pointer (&self->made, atlas_card_content_free);
  g_free (self);
}

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

/* One after the other, whatever the main loop is at meanwhile. They share one view. */
static void
make_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray *tasks = data;
  Job *first = tasks->len > 0 ? g_task_get_task_data (g_ptr_array_index (tasks, 0)) : NULL;

  for (guint i = 0; i < tasks->len; i++)
    make (g_ptr_array_index (tasks, i));
  if (first != NULL)
    atlas_card_context_close (first->context);
  g_task_return_boolean (task, TRUE);
}

static void
show_card (AtlasCardDeck *self,
           Card          *card)
{
  AtlasCardContent *content = g_steal_pointer (&card->made);

  self->n_shown++;
  if (content->finding != NULL)
    g_signal_emit (self, signals[FOUND], 0, content->finding);
  atlas_card_grid_set_lacking (card->grid, card->widget, atlas_card_content_is_lacking (content));
  self->has_content |= atlas_card_show (card->widget, self->session, content);
}

/* (nullable): the first card to be shown. */
static Card *
find_made (AtlasCardDeck *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = g_ptr_array_index (self->cards, i);

      if (card->made != NULL)
        return card;
    }
  return NULL;
}

static void
finish (AtlasCardDeck *self)
{
  g_clear_object (&self->cancellable);
  self->was_complete = TRUE;
  g_signal_emit (self, signals[COMPLETE], 0);
}

static gboolean
show_slice (gpointer data)
{
  AtlasCardDeck *self = data;
  gint64 end = g_get_monotonic_time () + (self->was_complete ? SLICE : FIRST_SLICE);
  Card *card;

  while ((card = find_made (self)) != NULL && g_get_monotonic_time () < end)
    show_card (self, card);
  if (card != NULL)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  if (self->n_shown == self->cards->len)
    finish (self);
  return G_SOURCE_REMOVE;
}

static void
made_cb (GObject      *owner,
         GAsyncResult *result,
         gpointer      user_data)
{
  AtlasCardDeck *self = ATLAS_CARD_DECK (owner);
  Card *card = g_ptr_array_index (self->cards, GPOINTER_TO_UINT (user_data));
  g_autoptr (GError) error = NULL;
  AtlasCardContent *content = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (content == NULL)
    content = atlas_card_content_new_empty (_("The dataset could not be asked"), error->message);
  card->made = content;
  self->n_made++;
  if (self->n_made == self->cards->len)
    g_clear_pointer (&self->context, atlas_card_context_unref);
  if (self->idle == 0)
    self->idle = g_idle_add (show_slice, self);
}

/* Takes CONTEXT; (transfer full). */
static GTask *
task_new (AtlasCardDeck    *self,
          guint             n,
          AtlasCardContext *context)
{
  const Card *card = g_ptr_array_index (self->cards, n);
  GTask *task = atlas_owned_task_new (self, self->cancellable, made_cb, GUINT_TO_POINTER (n));
  Job *job = g_new0 (Job, 1);

  job->context = context;
  job->make = card->kind->make;
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
  atlas_worker_run (task, make_in_worker);
}

/* Those that are asked apart each with a connection of its own. */
static void
begin_all (AtlasCardDeck *self)
{
  GPtrArray *in_turn = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const Card *card = g_ptr_array_index (self->cards, i);
      GPtrArray *apart;

      if (!card->kind->is_apart)
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

static GtkWidget *
widget_new (AtlasCardDeck *self,
            AtlasCardForm  form)
{
  switch (form)
    {
    case ATLAS_CARD_LIST:
      return atlas_list_card_new (self->session);
    case ATLAS_CARD_KEY_FIGURE:
      return atlas_key_figure_card_new (self->session);
    case ATLAS_CARD_CHART:
    default:
      return atlas_chart_card_new (self->session);
    }
}

static void
add_card (AtlasCardDeck       *self,
          AtlasCardGrid       *grid,
          const AtlasCardKind *kind)
{
  Card *card = g_new0 (Card, 1);

  card->kind = kind;
  card->grid = grid;
  card->widget = widget_new (self, kind->form);
  gtk_widget_set_visible (card->widget, FALSE);
  atlas_card_grid_append (grid, card->widget);
  atlas_card_grid_set_least_width (grid, card->widget, kind->is_wide ? ATLAS_CARD_GRID_WIDE : 0);
  g_ptr_array_add (self->cards, card);
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
  g_ptr_array_unref (ATLAS_CARD_DECK (object)->cards);
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
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) card_free);
}

AtlasCardDeck *
atlas_card_deck_new (AtlasSession *session)
{
  AtlasCardDeck *self = g_object_new (ATLAS_TYPE_CARD_DECK, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
atlas_card_deck_add (AtlasCardDeck       *self,
                     AtlasCardGrid       *grid,
                     const AtlasCardKind *kinds,
                     guint                n_kinds)
{
  g_return_if_fail (ATLAS_IS_CARD_DECK (self));

  for (guint i = 0; i < n_kinds; i++)
    add_card (self, grid, &kinds[i]);
}

void
atlas_card_deck_ask (AtlasCardDeck *self)
{
  g_return_if_fail (ATLAS_IS_CARD_DECK (self));

  atlas_card_deck_stop (self);
  self->n_made = self->n_shown = 0;
  self->has_content = FALSE;
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_add_css_class (((Card *) g_ptr_array_index (self->cards, i))->widget, "stale");
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
  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < self->cards->len; i++)
    g_clear_pointer (&((Card *) g_ptr_array_index (self->cards, i))->made, atlas_card_content_free);
}

gboolean
atlas_card_deck_is_complete (AtlasCardDeck *self)
{
  g_return_val_if_fail (ATLAS_IS_CARD_DECK (self), FALSE);

  return self->cards->len > 0 && self->n_shown == self->cards->len;
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
  g_return_val_if_fail (n < self->cards->len, NULL);

  return ((Card *) g_ptr_array_index (self->cards, n))->widget;
}
