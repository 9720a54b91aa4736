/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* Adds to WINDOW the actions that write what it shows: export-image(s), export-table(s), each to the path given, or, for
 * "", to one that it asks for. */
void atlas_export_actions_add (AtlasMainWindow *window);

G_END_DECLS
