/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* The divisions above a region, from the nation down, each a button that shows it. Seen only where there are any. */
#define ATLAS_TYPE_REGION_PATH (atlas_region_path_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionPath, atlas_region_path, ATLAS, REGION_PATH, GtkWidget)

/* The ancestors of REGION, a division of SESSION's dataset. */
void atlas_region_path_show (AtlasRegionPath *self, AtlasSession *session, const AtlasRegion *region);

G_END_DECLS
