/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/session-private.h"

#include <string.h>

static gboolean
is_same_place (const AtlasViewState *a,
               const AtlasViewState *b)
{
  return strcmp (a->page, b->page) == 0 && strcmp (a->region, b->region) == 0;
}

void
atlas_session_remember_place (AtlasSession         *self,
                              const AtlasViewState *old)
{
  if (!self->is_travelling && !is_same_place (old, self->view))
    atlas_view_history_add (self->places, atlas_view_state_copy (old));
}

const AtlasViewState *
atlas_session_get_back (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return atlas_view_history_peek_undo (self->places);
}

const AtlasViewState *
atlas_session_get_forward (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return atlas_view_history_peek_redo (self->places);
}

/* In one step, which can be undone. */
static void
go_to (AtlasSession         *self,
       const AtlasViewState *place)
{
  self->is_travelling = TRUE;
  atlas_session_begin_step (self);
  atlas_session_set_region (self, place->region);
  atlas_session_set_page (self, place->page);
  atlas_session_end_step (self);
  self->is_travelling = FALSE;
}

static void
travel (AtlasSession   *self,
        AtlasViewState *(*step) (AtlasViewHistory *history, const AtlasViewState *now))
{
  g_autoptr (AtlasViewState) place = NULL;

  /* A handler of the step that leads to a place cannot lead on to another. */
  if (self->depth == 0 && !self->is_travelling && (place = step (self->places, self->view)) != NULL)
    go_to (self, place);
}

void
atlas_session_go_back (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  travel (self, atlas_view_history_undo);
}

void
atlas_session_go_forward (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  travel (self, atlas_view_history_redo);
}
