/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-layout.h"
#include "window/chart-views/chart-zoom.h"

G_BEGIN_DECLS

/**
 * AtlasChartView:
 *
 * One chart on the screen. The drawing itself is kept as a render node; pointer, focus and selection are drawn on
 * top of it, so moving over the chart lays nothing out anew. Every mark can be reached by pointer and by keyboard.
 *
 * The context menu offers the actions of the card around it, and what the window can do with a chart.
 *
 * Signals:
 * "mark-selected" (int row): the user chose the mark of that row of the table, or none (-1)
 * "mark-activated" (guint row): by double click or Enter
 * "mark-pointed" (int row): the pointer is over the mark of that row, or over none (-1)
 */
#define ATLAS_TYPE_CHART_VIEW (atlas_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChartView, atlas_chart_view, ATLAS, CHART_VIEW, GtkWidget)


/* (nullable): copied; NULL for an empty view. The selection is taken back without a signal. */
void                    atlas_chart_view_set_spec (AtlasChartView *self, const AtlasChartSpec *spec);
const AtlasChartSpec   *atlas_chart_view_get_spec (AtlasChartView *self);

/* Shows another range of the chart's rows. */
void                    atlas_chart_view_zoom     (AtlasChartView *self, AtlasZoom zoom);

/* (nullable): as it stands on the screen, NULL before the first allocation. */
/* Of bars: whether each has its rank. */
void                    atlas_chart_view_set_show_ranks (AtlasChartView *self, gboolean show_ranks);
const AtlasChartLayout *atlas_chart_view_get_layout (AtlasChartView *self);

/* The selected row of the table, or -1. Setting it emits nothing. */
int                     atlas_chart_view_get_selected (AtlasChartView *self);
void                    atlas_chart_view_set_selected (AtlasChartView *self, int row);
/* Outlines the marks of the region CODE (nullable), which another chart points at. */
void                    atlas_chart_view_set_linked   (AtlasChartView *self, const char *code);

G_END_DECLS
