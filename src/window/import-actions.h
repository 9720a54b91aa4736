/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* Adds the actions that bring rows into the dataset, unless that cannot be written, and show them: import, paste-table,
 * undo-import, take-back (an import by its number), show-rows. Files that are dropped on PLACE, that of the page Data, are imported, too. */
void atlas_import_actions_add (AtlasMainWindow *window, GtkWidget *place);

G_END_DECLS
