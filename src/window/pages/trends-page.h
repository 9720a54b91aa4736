/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/pages/card-page.h"

G_BEGIN_DECLS

/* How the indicator of the view went over the years in the region and the divisions below, and who moved. */
GtkWidget *atlas_trends_page_new (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
