/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasBusyBar:
 *
 * Slides in below a page, says what is under way and has a button that cancels it. What is done in a moment brings no bar.
 */
#define ATLAS_TYPE_BUSY_BAR (atlas_busy_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBusyBar, atlas_busy_bar, ATLAS, BUSY_BAR, GtkWidget)

void atlas_busy_bar_show   (AtlasBusyBar *self, const char *message, GCancellable *cancellable);
void atlas_busy_bar_hide   (AtlasBusyBar *self);
/* What the button does. */
void atlas_busy_bar_cancel (AtlasBusyBar *self);

G_END_DECLS
