/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* The few things that can be set: appearance, stand-ins, what opens at the start. Each holds at once. */
#define ATLAS_TYPE_PREFERENCES_WINDOW (atlas_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPreferencesWindow, atlas_preferences_window, ATLAS, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *atlas_preferences_window_new (GSettings *settings, AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
