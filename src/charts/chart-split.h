/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-layout.h"

G_BEGIN_DECLS

/* The parts into which a chart of rows has to be cut so that each, with titles, axis, notes and source, is at most HEIGHT
 * high at WIDTH: as few as can be, alike in length. One part with all rows where it fits whole, or has no rows;
 * (element-type AtlasChartRange) (transfer full). */
GArray *atlas_chart_split (const AtlasChartSpec *spec, const AtlasChartStyle *style, double width, double height)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
