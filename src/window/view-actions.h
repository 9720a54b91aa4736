/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Adds to MAP the actions that move the view of SESSION: select-region(s), compare(as), set-reference(s), set-indicator(s),
 * set-years(ii), drill-down(s), drill-up, undo, redo, back, forward, and the switches stand-in, per-10k and as-index.
 * SESSION is borrowed and has to live longer. */
void atlas_view_actions_add (GActionMap *map, AtlasSession *session);

G_END_DECLS
