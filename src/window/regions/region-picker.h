/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* A popover in which a region is searched by name, code, pinyin or initials and taken into the comparison. Without a
 * search it offers the regions near the one that is shown. */
#define ATLAS_TYPE_REGION_PICKER (atlas_region_picker_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionPicker, atlas_region_picker, ATLAS, REGION_PICKER, GtkPopover)

GtkWidget *atlas_region_picker_new (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
