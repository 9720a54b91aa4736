/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* A button that says which indicator is shown and opens the list of all, by group, with a search entry. It follows the
 * session's indicator and sets it. In a template: <object class="AtlasIndicatorButton"> and set its "session". */
#define ATLAS_TYPE_INDICATOR_BUTTON (atlas_indicator_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlasIndicatorButton, atlas_indicator_button, ATLAS, INDICATOR_BUTTON, GtkWidget)

GtkWidget *atlas_indicator_button_new         (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_indicator_button_set_session (AtlasIndicatorButton *self, AtlasSession *session);

G_END_DECLS
