/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/view-history.h"

/* More steps than anyone walks back. */
#define MAX_STEPS 200

struct _AtlasViewHistory {
  GPtrArray *past;   /* the newest last */
  GPtrArray *future; /* the next to redo last */
};

AtlasViewHistory *
atlas_view_history_new (void)
{
  AtlasViewHistory *self = g_new0 (AtlasViewHistory, 1);

  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_view_state_free);
  self->future = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_view_state_free);
  return self;
}

void
atlas_view_history_free (AtlasViewHistory *self)
{
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_free (self);
}

void
atlas_view_history_add (AtlasViewHistory *self,
                        AtlasViewState   *view)
{
  g_ptr_array_add (self->past, view);
  if (self->past->len > MAX_STEPS)
    g_ptr_array_remove_index (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
}

void
atlas_view_history_clear (AtlasViewHistory *self)
{
  g_ptr_array_set_size (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
}

static const AtlasViewState *
peek (GPtrArray *views)
{
  return views->len > 0 ? g_ptr_array_index (views, views->len - 1) : NULL;
}

const AtlasViewState *
atlas_view_history_peek_undo (const AtlasViewHistory *self)
{
  return peek (self->past);
}

const AtlasViewState *
atlas_view_history_peek_redo (const AtlasViewHistory *self)
{
  return peek (self->future);
}

gboolean
atlas_view_history_can_undo (const AtlasViewHistory *self)
{
  return self->past->len > 0;
}

gboolean
atlas_view_history_can_redo (const AtlasViewHistory *self)
{
  return self->future->len > 0;
}

static AtlasViewState *
move (GPtrArray            *from,
      GPtrArray            *to,
      const AtlasViewState *now)
{
  if (from->len == 0)
    return NULL;
  g_ptr_array_add (to, atlas_view_state_copy (now));
  return g_ptr_array_steal_index (from, from->len - 1);
}

AtlasViewState *
atlas_view_history_undo (AtlasViewHistory     *self,
                         const AtlasViewState *now)
{
  return move (self->past, self->future, now);
}

AtlasViewState *
atlas_view_history_redo (AtlasViewHistory     *self,
                         const AtlasViewState *now)
{
  return move (self->future, self->past, now);
}
