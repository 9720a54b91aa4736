/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/pages/card-page.h"

G_BEGIN_DECLS

/* Where the money comes from, what it is for, how much there is for each station, worker and resident, and what is spent. */
GtkWidget *atlas_funding_page_new (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
