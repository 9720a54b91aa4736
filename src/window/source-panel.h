/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Where the session's selected value comes from: how it was computed, what its documents print, and what disagrees. */
#define ATLAS_TYPE_SOURCE_PANEL (atlas_source_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourcePanel, atlas_source_panel, ATLAS, SOURCE_PANEL, GtkWidget)

void  atlas_source_panel_set_session (AtlasSourcePanel *self, AtlasSession *session);
/* All that it says, a line for each text; (transfer full). */
char *atlas_source_panel_dup_text    (AtlasSourcePanel *self) G_GNUC_WARN_UNUSED_RESULT;
/* Moves the focus to its heading, which reads all of it until the focus goes on. */
void  atlas_source_panel_read        (AtlasSourcePanel *self);

G_END_DECLS
