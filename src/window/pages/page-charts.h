/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-spec.h"
#include "window/pages/page.h"

G_BEGIN_DECLS

/* What AtlasPage asks of a page of cards. Only what is shown counts, in reading order. */

/* Charts, tables and lists of an AtlasPage are those of the cards on it. */
void            atlas_page_charts_init       (AtlasPageInterface *iface);

/* (nullable): the focused chart, else the one with the selected mark, else the first. */
AtlasChartSpec *atlas_page_charts_dup_chart  (GtkWidget *page) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type AtlasChartCard) (transfer container) */
GPtrArray      *atlas_page_charts_list_cards (GtkWidget *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
