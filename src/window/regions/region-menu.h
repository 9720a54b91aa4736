/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Gives LIST, whose rows are of AtlasRegionRow, a menu for the region under the pointer, or, by the menu key or Shift+F10,
 * for that of the row with the focus: compare it, report on it, or on each region below it. */
void atlas_region_menu_add (GtkListView *list, AtlasSession *session);

G_END_DECLS
