/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* Adds to WINDOW what can be done with comparisons that have a name, kept in SETTINGS: open-comparison(s),
 * save-comparison(s) and remove-comparison(s), each of the name; "" asks for it. */
void atlas_comparison_actions_add (AtlasMainWindow *window, GSettings *settings);

G_END_DECLS
