/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/label-field.h"
#include "charts/value-axis.h"

G_BEGIN_DECLS

/* Of the marker of a point. */
#define ATLAS_SCATTER_RADIUS 4.0

/* The series of a table of two indicators. */
#define ATLAS_SCATTER_X 0
#define ATLAS_SCATTER_Y 1

/**
 * AtlasScatterPoint:
 * @at: where it stands
 * @is_chosen: its region has a colour of its own
 * @priority: the higher, the longer it keeps its name: its distance from what is usual
 *
 * A region (and year) with both values.
 */
typedef struct {
  guint category;
  const AtlasObservation *x, *y;
  AtlasPoint at;
  gboolean is_chosen;
  double priority;
} AtlasScatterPoint;

/**
 * AtlasScatterChart:
 * @area: between the axes
 * @points: (element-type AtlasScatterPoint): in the order of categories
 * @are_counts: both indicators add up over regions, so that their ratio is a rate
 * @field: where labels have room
 *
 * A scatter chart while it is laid out.
 */
typedef struct {
  AtlasChartBuild *build;
  AtlasRect area;
  AtlasValueAxis x, y;
  GArray *points;
  gboolean are_counts;
  AtlasLabelField *field;
} AtlasScatterChart;

/* What the points are set against: the line of one rate for two counts, else the medians of both. Draws the lines,
 * sets the priorities of the points, and keeps labels off the lines. */
void atlas_scatter_reference_draw        (AtlasScatterChart *self);
/* Their labels, once the points are drawn. */
void atlas_scatter_reference_draw_labels (AtlasScatterChart *self);
/* The names of points, by priority, as far as there is room. */
void atlas_scatter_labels_draw           (AtlasScatterChart *self);
/* "吴忠 (2021)", with what is to be known of its two values; (transfer full). */
char *atlas_scatter_chart_dup_label      (const AtlasScatterChart *self, const AtlasScatterPoint *point)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
