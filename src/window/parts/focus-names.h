/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on whatever gets the focus in a window has a name for screen readers: GTK 4.8 leaves the rows of its lists, and the
 * buttons that it puts into GtkDropDown and GtkMenuButton, without one of their own, and these are what has the focus. */
void atlas_focus_names_install (void);

G_END_DECLS
