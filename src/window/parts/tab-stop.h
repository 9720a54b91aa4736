/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTabStop:
 *
 * Around a list of rows, its child: Tab comes to one row, and from there goes on behind the list, while the arrow keys go from
 * row to row. A list of GTK 4.8 alone would lead Tab through all its rows, be it a million.
 */
#define ATLAS_TYPE_TAB_STOP (atlas_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTabStop, atlas_tab_stop, ATLAS, TAB_STOP, GtkWidget)

GtkWidget *atlas_tab_stop_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

/* Lets the widgets of WIDGET_CLASS, derived from GtkWidget itself, be such a stop. */
void       atlas_tab_stop_install (GtkWidgetClass *widget_class);

G_END_DECLS
