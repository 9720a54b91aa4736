/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Back and forward between the pages and regions that were shown; each says where it leads. */
#define ATLAS_TYPE_PLACE_BUTTONS (atlas_place_buttons_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlaceButtons, atlas_place_buttons, ATLAS, PLACE_BUTTONS, GtkWidget)

/* PAGES has the titles of the pages of SESSION. To be called once. */
void atlas_place_buttons_set_session (AtlasPlaceButtons *self, AtlasSession *session, AdwViewStack *pages);
/* The buttons of a mouse that have the same meaning work all over WINDOW. */
void atlas_place_buttons_add_to      (GtkWidget *window);

G_END_DECLS
