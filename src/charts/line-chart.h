/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"
#include "charts/linear-scale.h"

G_BEGIN_DECLS

/**
 * AtlasLineChart:
 * @area: between the axes
 * @ends: (array length=n_ends) (element-type AtlasTextRun): the names at the ends of the lines, and of the reference
 *   line; NULL for a line without values
 *
 * A line chart while it is laid out.
 */
typedef struct {
  AtlasChartBuild *build;
  AtlasRect area;
  AtlasLinearScale x, y;
  AtlasTextRun **ends;
  guint n_ends;
} AtlasLineChart;

/* Where the value of SERIES in CATEGORY stands; there must be one. */
AtlasPoint atlas_line_chart_get_point (const AtlasLineChart *self, guint category, guint series);

/* Values beside the points of a single line, and a word in its gaps, wherever they collide with nothing (C5). */
void       atlas_line_labels_draw     (const AtlasLineChart *self);

/* Says under the chart which points are not of their year's end, as those of stocks should be: the line from one to the
 * next is no change over a year. */
void       atlas_line_chart_note_months (const AtlasLineChart *self);

G_END_DECLS
