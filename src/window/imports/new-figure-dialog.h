/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Enters one published figure: region, indicator, the number as printed, its date and its document. What the number is
 * read as is shown before it is saved. */
#define ATLAS_TYPE_NEW_FIGURE_DIALOG (atlas_new_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNewFigureDialog, atlas_new_figure_dialog, ATLAS, NEW_FIGURE_DIALOG, AdwWindow)

/* Opens with the region and indicator that SESSION shows. */
GtkWidget *atlas_new_figure_dialog_new       (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* As if chosen; an indicator that there is not leaves the one that is. */
void       atlas_new_figure_dialog_set_indicator (AtlasNewFigureDialog *self, const char *indicator_id);
/* Borrowed. */
const AtlasIndicator *atlas_new_figure_dialog_get_indicator (AtlasNewFigureDialog *self);
/* As if typed: FIELD is region, printed, date, note, title, publisher or published. */
void       atlas_new_figure_dialog_fill      (AtlasNewFigureDialog *self, const char *field, const char *text);
/* What the number is read as, or what is wrong with it; borrowed. */
const char *atlas_new_figure_dialog_get_reading (AtlasNewFigureDialog *self);
/* Saves, as the button does, and closes the dialog once it is written; what hinders that the dialog says. FALSE: something is
 * missing, which it says at once. */
gboolean   atlas_new_figure_dialog_save      (AtlasNewFigureDialog *self);

G_END_DECLS
