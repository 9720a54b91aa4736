/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "dataset/figure.h"

G_BEGIN_DECLS

/* The pieces that the source panel is put together from. All text can be selected. */

/* A name on the left, its value on the right. */
GtkWidget *atlas_panel_row_new   (const char *name, const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* A paragraph; CSS_CLASS (nullable). */
GtkWidget *atlas_panel_text_new  (const char *text, const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
/* A document: title, publisher, date and address, and what those of FIGURES (element-type AtlasFigure) that are from it
 * look like in print. */
GtkWidget *atlas_panel_card_new  (const AtlasSource *source, GPtrArray *figures) G_GNUC_WARN_UNUSED_RESULT;
/* Takes all children out of BOX. */
void       atlas_panel_clear     (GtkBox *box);

G_END_DECLS
