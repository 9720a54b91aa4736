/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* Shows CONTENT (transfer full) on CARD, an AtlasChartCard, AtlasListCard or AtlasKeyFigureCard, or hides it where there is no place
 * for it. TRUE where there is something to see of the region, not only why there is nothing. */
gboolean atlas_card_show (GtkWidget *card, AtlasSession *session, AtlasCardContent *content);

G_END_DECLS
