/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* Swatches with names in one line, or several where the width asks for it (C4: above the plot, in data order). */
typedef struct _AtlasChartLegend AtlasChartLegend;

AtlasChartLegend *atlas_chart_legend_new        (AtlasChartBuild *build, double width) G_GNUC_WARN_UNUSED_RESULT;
/* One item for each series of the chart; none in a panel, since all panels have one legend above them. */
AtlasChartLegend *atlas_chart_legend_new_series (AtlasChartBuild *build, double width) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_chart_legend_free       (AtlasChartLegend *self);
/* In the colour and hatching of SERIES. */
void              atlas_chart_legend_add        (AtlasChartLegend *self, const char *text, guint series);
guint             atlas_chart_legend_get_n_items (const AtlasChartLegend *self);
/* 0 without items. */
double            atlas_chart_legend_get_height (const AtlasChartLegend *self);
void              atlas_chart_legend_draw       (const AtlasChartLegend *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartLegend, atlas_chart_legend_free)

G_END_DECLS
