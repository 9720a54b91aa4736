/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* What is compared, and how: the regions, those that could be added, comparisons that have a name, and whether totals,
 * relations or indices are shown. */
#define ATLAS_TYPE_COMPARE_BAR (atlas_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCompareBar, atlas_compare_bar, ATLAS, COMPARE_BAR, GtkWidget)

GtkWidget *atlas_compare_bar_new    (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the comparison that the session has now. */
void       atlas_compare_bar_update (AtlasCompareBar *self);

G_END_DECLS
