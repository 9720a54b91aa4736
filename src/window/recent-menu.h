/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills MENU with the datasets opened lately, newest first, and keeps it so: each an app.open of its path. */
void atlas_recent_menu_fill (GMenu *menu);
/* Notes that the dataset at PATH was opened. */
void atlas_recent_menu_add  (const char *path);

G_END_DECLS
