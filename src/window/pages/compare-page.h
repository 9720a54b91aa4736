/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/pages/page.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* Two to eight regions side by side: a chart an indicator, each with all regions on one scale, and a table of the
 * differences against the reference. Asks anew when the view or the dataset changes, and only while it is shown. */
#define ATLAS_TYPE_COMPARE_PAGE (atlas_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasComparePage, atlas_compare_page, ATLAS, COMPARE_PAGE, GtkWidget)

GtkWidget *atlas_compare_page_new (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
