/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* Which divisions of the chosen region have handed in a register for a year, and which have not. */
#define ATLAS_TYPE_RETURNS_VIEW (atlas_returns_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReturnsView, atlas_returns_view, ATLAS, RETURNS_VIEW, GtkWidget)

GtkWidget     *atlas_returns_view_new           (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows who has handed in the register NAME: "stations" … */
void           atlas_returns_view_show_register (AtlasReturnsView *self, const char *name);
AtlasTextGrid *atlas_returns_view_get_grid      (AtlasReturnsView *self);

G_END_DECLS
