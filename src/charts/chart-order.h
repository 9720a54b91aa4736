/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* In which order what a chart shows is drawn (C2, C21). */

/* By value, unless SPEC keeps the table's order or they have one of their own; with that @leading of DATA is found. */
void atlas_chart_order_categories (AtlasChartData *data, const AtlasChartSpec *spec);
/* Values of a dimension with an order of their own, then years, then as in the table. */
void atlas_chart_order_series     (AtlasChartData *data);
/* Years from the earliest on, values of a dimension in their own order; others as in the table. */
void atlas_chart_order_panels     (AtlasChartData *data);

G_END_DECLS
