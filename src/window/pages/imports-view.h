/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* What has been imported, the newest first: a row for each file or sheet that changed something, whose rows are shown when
 * it is activated. */
#define ATLAS_TYPE_IMPORTS_VIEW (atlas_imports_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportsView, atlas_imports_view, ATLAS, IMPORTS_VIEW, GtkWidget)

GtkWidget     *atlas_imports_view_new      (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
AtlasTextGrid *atlas_imports_view_get_grid (AtlasImportsView *self);
/* Whether all is shown that was asked for. */
gboolean       atlas_imports_view_is_complete (AtlasImportsView *self);

G_END_DECLS
