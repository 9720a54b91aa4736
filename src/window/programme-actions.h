/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* Adds to WINDOW: show-programme(s), the page of the programme with that id; show-programmes(s), the list of those that the
 * region with that code runs, "" for all. Both are on the page Data. */
void atlas_programme_actions_add (AtlasMainWindow *window);

G_END_DECLS
