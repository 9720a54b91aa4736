/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/pages/page.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* How the session's region stands: headline figures, charts, what needs attention. It asks anew when the view or the
 * dataset changes, only while it is shown, and what takes longer when the window is idle. */
#define ATLAS_TYPE_OVERVIEW_PAGE (atlas_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverviewPage, atlas_overview_page, ATLAS, OVERVIEW_PAGE, GtkWidget)

GtkWidget *atlas_overview_page_new         (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
