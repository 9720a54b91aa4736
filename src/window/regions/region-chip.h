/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* A region of the comparison with its colour, and a button that takes it out of it. */
#define ATLAS_TYPE_REGION_CHIP (atlas_region_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionChip, atlas_region_chip, ATLAS, REGION_CHIP, GtkWidget)

GtkWidget  *atlas_region_chip_new      (AtlasSession *session, const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;


G_END_DECLS
