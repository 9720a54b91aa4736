/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the class of charts its keys: arrows, Home and End walk through the marks, Enter and Escape open and leave one, the
 * menu key shows the menu, and those of zooming stand for actions of the card. */
void atlas_chart_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
