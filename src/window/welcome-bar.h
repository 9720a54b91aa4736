/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_WELCOME_BAR (atlas_welcome_bar_get_type ())
/* What to do first, above the figures that are there already; it stays until it is closed.
 * Its property "revealed" says whether it is there. */
G_DECLARE_FINAL_TYPE (AtlasWelcomeBar, atlas_welcome_bar, ATLAS, WELCOME_BAR, GtkWidget)

G_END_DECLS
