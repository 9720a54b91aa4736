/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Says which years are shown, and opens the chooser of them, which is made then. */
#define ATLAS_TYPE_YEAR_BUTTON (atlas_year_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlasYearButton, atlas_year_button, ATLAS, YEAR_BUTTON, GtkWidget)

void atlas_year_button_set_session (AtlasYearButton *self, AtlasSession *session);

G_END_DECLS
