/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/pages/card-page.h"

G_BEGIN_DECLS

/* Which townships have a station and which have none, what is claimed of it, and how stations are staffed. */
GtkWidget *atlas_coverage_page_new (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
