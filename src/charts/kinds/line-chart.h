/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"
#include "charts/value-axis.h"

G_BEGIN_DECLS

/**
 * AtlasLineChart:
 * @is_stepped: values stand at their dates, and hold until the next
 * @area: between the axes
 * @ends: (array length=n_ends) (element-type AtlasTextRun): the names at the ends of the lines, and of the reference
 *   line; NULL for a line without values
 *
 * A line chart while it is laid out, or a step chart, which differs in how it goes from one value to the next.
 */
typedef struct {
  AtlasChartBuild *build;
  gboolean is_stepped;
  AtlasRect area;
  AtlasLinearScale x;
  AtlasValueAxis y;
  AtlasTextRun **ends;
  guint n_ends;
} AtlasLineChart;

/* Of the marker of a point. */
#define ATLAS_LINE_RADIUS 3.2

/* (nullable): what is shown of SERIES in CATEGORY. */
const AtlasObservation *atlas_line_chart_get_value (const AtlasLineChart *self, guint category, guint series);
/* Where that stands; there must be one. */
AtlasPoint atlas_line_chart_get_point (const AtlasLineChart *self, guint category, guint series);
/* The last category that SERIES has a value in, or −1. */
int        atlas_line_chart_get_last  (const AtlasLineChart *self, guint series);

/* Of more lines than there are colours, those without a colour of their own are grey and thin (C18). */
gboolean   atlas_line_chart_is_dim    (const AtlasLineChart *self, guint series);
AtlasPaint atlas_line_chart_get_paint (const AtlasLineChart *self, guint series);
/* Whether the line of SERIES goes on from the category before to CATEGORY. */
gboolean   atlas_line_chart_joins     (const AtlasLineChart *self, guint category, guint series);
/* The year of CATEGORY, and where its middle stands. */
int        atlas_line_chart_get_year   (const AtlasLineChart *self, guint category);
double     atlas_line_chart_get_year_x (const AtlasLineChart *self, guint category);

/* The lines, with a mark and a note at each break in a series (C11). */
void       atlas_line_paths_draw      (const AtlasLineChart *self);
/* Where the mark stands of a break before CATEGORY. */
AtlasPoint atlas_line_chart_get_break (const AtlasLineChart *self, guint category, guint series);

/* The names at the ends of the lines: makes them for up to ROOM of width, and says what they take with the gap before
 * them; draws them once the area is known. */
void       atlas_line_ends_make       (AtlasLineChart *self, double room);
double     atlas_line_ends_measure    (const AtlasLineChart *self);
/* In a narrow panel a label may leave no room for the line itself: then all of them go, and are counted. */
void       atlas_line_ends_drop       (AtlasLineChart *self);
void       atlas_line_ends_draw       (const AtlasLineChart *self, AtlasRect plot);
void       atlas_line_ends_clear      (AtlasLineChart *self);

/* Values beside the points of a single line, and a word in its gaps, wherever they collide with nothing (C5). */
void       atlas_line_labels_draw     (const AtlasLineChart *self);

/* Says under the chart which points are not of their year's end, as those of stocks should be: the line from one to the
 * next is no change over a year. */
void       atlas_line_chart_note_months (const AtlasLineChart *self);

G_END_DECLS
