/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/chart-views/chart-view.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/**
 * AtlasChartCard:
 *
 * A chart with its titles on a card: shows the chart or its table (property and action card.show-table, key T), and of a
 * ranking, when asked to, the ranks (card.show-ranks, with their change where the chart has an earlier table); takes part in the session's selection, shows where the region is that another card points at, and drills down into the
 * region of a mark.
 *
 * Actions: chart.copy-picture, chart.copy-table, chart.copy (what is shown of the two, Ctrl+C), chart.zoom-in, chart.zoom-out, chart.zoom-all,
 * chart.next-rows and chart.previous-rows (keys + - 0 Page Down Page Up; where there are rows enough).
 */
#define ATLAS_TYPE_CHART_CARD (atlas_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChartCard, atlas_chart_card, ATLAS, CHART_CARD, GtkWidget)

GtkWidget      *atlas_chart_card_new            (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows SPEC with its headline and subtitle, without a note. */
void            atlas_chart_card_set_spec       (AtlasChartCard *self, const AtlasChartSpec *spec);
/* Shows no chart but why there is none and what to do. */
void            atlas_chart_card_set_empty      (AtlasChartCard *self, const char *title, const char *text);
/* Below why there is no chart: buttons to import TABLE (nullable) and to enter a figure of INDICATOR (nullable). */
void            atlas_chart_card_offer          (AtlasChartCard *self, const char *table, const char *indicator);
/* A line under the chart; (nullable). STYLE_CLASS (nullable): "success" or "warning". */
void            atlas_chart_card_set_note       (AtlasChartCard *self, const char *text, const char *style_class);

AtlasChartView *atlas_chart_card_get_view       (AtlasChartCard *self);
gboolean        atlas_chart_card_get_show_table (AtlasChartCard *self);
void            atlas_chart_card_set_show_table (AtlasChartCard *self, gboolean show_table);
/* Whether there is a chart to show. */
gboolean        atlas_chart_card_has_chart      (AtlasChartCard *self);

G_END_DECLS
