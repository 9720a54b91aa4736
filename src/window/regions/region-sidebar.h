/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* The tree of regions with a search entry above it. The selected row is the session's region. */
#define ATLAS_TYPE_REGION_SIDEBAR (atlas_region_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionSidebar, atlas_region_sidebar, ATLAS, REGION_SIDEBAR, GtkWidget)

void atlas_region_sidebar_set_session  (AtlasRegionSidebar *self, AtlasSession *session);
void atlas_region_sidebar_start_search (AtlasRegionSidebar *self);
/* As typed into the search entry. */
void atlas_region_sidebar_search       (AtlasRegionSidebar *self, const char *text);

G_END_DECLS
