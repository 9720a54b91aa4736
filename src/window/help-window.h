/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_HELP_WINDOW (atlas_help_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHelpWindow, atlas_help_window, ATLAS, HELP_WINDOW, AdwWindow)

/* The manual: its chapters, a search over them, and the one that is read. */
GtkWidget *atlas_help_window_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the chapter called ID; where there is none, the first. */
void       atlas_help_window_show (AtlasHelpWindow *self, const char *id);

G_END_DECLS
