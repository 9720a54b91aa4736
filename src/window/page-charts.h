/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-spec.h"
#include "window/session.h"

G_BEGIN_DECLS

/* What AtlasPage asks of a page of chart cards. Only the charts that are shown count, in reading order. */

/* (nullable): the focused chart, else the one with the selected mark, else the first. */
AtlasChartSpec *atlas_page_charts_dup_chart  (GtkWidget *page, AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *atlas_page_charts_dup_tables (GtkWidget *page) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type AtlasChartCard) (transfer container) */
GPtrArray      *atlas_page_charts_list_cards (GtkWidget *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
