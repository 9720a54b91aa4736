/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives BUTTON the menu of the main window. It is made when it is first opened: it has a hundred widgets, and looks at the files
 * that were opened lately, which may lie on slow disks. */
void atlas_main_menu_add_to (GtkMenuButton *button);

G_END_DECLS
