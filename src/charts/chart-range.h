/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* The range that the chart shows; all rows where its kind has none to choose from, and of small
 * multiples. */
AtlasChartRange atlas_chart_range_of       (const AtlasChartSpec *spec, const AtlasChartData *data);
gboolean        atlas_chart_range_is_part  (const AtlasChartSpec *spec, const AtlasChartData *data);
/* "Rows 1 to 40 of 200", NULL where all are shown; (transfer full). */
char           *atlas_chart_range_dup_text (const AtlasChartSpec *spec, const AtlasChartData *data)
  G_GNUC_WARN_UNUSED_RESULT;
/* Of a plot laid out whole at its natural height, keeps the range: shapes from FIRST on and marks. What stands above the
 * rows stays, what stands below moves up; places across stay, and so does the axis. The plot, which ended at BOTTOM, is to
 * end at LIMIT at the latest: rows for which there is no room are left out from the end, and counted in the notes.
 * Returns where it ends. */
double          atlas_chart_range_cut      (AtlasChartBuild *build, guint first, double bottom, double limit);

G_END_DECLS
