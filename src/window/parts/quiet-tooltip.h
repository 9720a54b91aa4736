/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives WIDGET the tooltip TEXT (nullable), for what is made or changed by the hundred: gtk_widget_set_tooltip_text() asks the
 * display each time where the pointer is, and waits for its answer. */
void        atlas_quiet_tooltip_set      (GtkWidget *widget, const char *text);
/* The same with TEXT, which also describes WIDGET to those who do not see it, as that of gtk_widget_set_tooltip_text() does. */
void        atlas_quiet_tooltip_describe (GtkWidget *widget, const char *text);
/* Answers "query-tooltip" of WIDGET with TEXT (nullable: with nothing), in lines as long as its words allow: GTK's own label is
 * measured as if all characters were as narrow as digits, and breaks Chinese in the middle of the box. */
gboolean    atlas_quiet_tooltip_answer   (GtkWidget *widget, GtkTooltip *tooltip, const char *text);
/* Borrowed; (nullable). */
const char *atlas_quiet_tooltip_get      (GtkWidget *widget);

G_END_DECLS
