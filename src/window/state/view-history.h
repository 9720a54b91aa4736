/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/view-state.h"

G_BEGIN_DECLS

/* The views that were shown before the present one, and those that undoing has left behind; a plain value. */
typedef struct _AtlasViewHistory AtlasViewHistory;

AtlasViewHistory *atlas_view_history_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_view_history_free     (AtlasViewHistory *self);

/* A new step leads away from VIEW (transfer full): it can be undone, and what was undone before is gone. The oldest
 * of very many steps is forgotten. */
void              atlas_view_history_add      (AtlasViewHistory *self, AtlasViewState *view);
void              atlas_view_history_clear    (AtlasViewHistory *self);

/* The view that undoing leads to, and redoing; (nullable), borrowed. */
const AtlasViewState *atlas_view_history_peek_undo (const AtlasViewHistory *self);
const AtlasViewState *atlas_view_history_peek_redo (const AtlasViewHistory *self);
gboolean          atlas_view_history_can_undo (const AtlasViewHistory *self);
gboolean          atlas_view_history_can_redo (const AtlasViewHistory *self);
/* The view to show instead of NOW, which is kept for the way back; (nullable): NULL where there is none; (transfer
 * full). */
AtlasViewState   *atlas_view_history_undo     (AtlasViewHistory *self, const AtlasViewState *now)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasViewState   *atlas_view_history_redo     (AtlasViewHistory *self, const AtlasViewState *now)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasViewHistory, atlas_view_history_free)

G_END_DECLS
