/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-style.h"

G_BEGIN_DECLS

/* Gives DISPLAY the region colours as CSS: @atlas_slot_0 to @atlas_slot_7, and classes slot-0 to slot-7, which colour the
 * mark of a check button, and a widget of class "swatch" as a whole. They follow the desktop's appearance. */
void atlas_region_colours_install (GdkDisplay *display);

/* Gives WIDGET the class of SLOT, and takes those of the others away; -1: none. */
void atlas_region_colours_set     (GtkWidget *widget, int slot);

G_END_DECLS
