/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"
#include "charts/linear-scale.h"
#include "charts/log-scale.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_AXIS_LEFT,
  ATLAS_AXIS_BOTTOM,
} AtlasAxisSide;

/**
 * AtlasValueAxis:
 * @unit: of its values
 * @scale: by which all its ticks are written
 * @is_log: equal distances are equal multiples
 * @is_whole: no step below 1
 * @has_zero: 0 is on it, however far from the values
 * @low: (with @high) what it has to hold
 *
 * An axis of values beside or below the area of a chart: ticks at 1, 2 or 5 times powers of ten, their texts, and lines
 * through the area. Set the fields, then fit it.
 */
typedef struct {
  AtlasAxisSide side;
  const AtlasUnit *unit;
  AtlasScale scale;
  gboolean is_log;
  gboolean is_whole;
  gboolean has_zero;
  double low, high;
  AtlasLinearScale linear;
  AtlasLogScale log;
} AtlasValueAxis;

/* Linear; with 0 where the values come near enough to it. */
AtlasValueAxis atlas_value_axis_new           (AtlasAxisSide side, const AtlasChartMeasure *measure);
/* The horizontal axis of a chart of one indicator whose marks stand for values by their place and not by a length: with its
 * reference, and logarithmic where the values span powers of ten. */
AtlasValueAxis atlas_value_axis_new_below     (const AtlasChartBuild *build);
/* Makes room for VALUE as well, such as that of a reference line; NAN adds nothing. */
void           atlas_value_axis_include       (AtlasValueAxis *self, double value);
/* Whether what it has to hold spans powers of ten, all above 0; whether it could be logarithmic at all. */
gboolean       atlas_value_axis_suits_log     (const AtlasValueAxis *self);
gboolean       atlas_value_axis_allows_log    (const AtlasValueAxis *self);
/* Chooses ends and ticks for the positions START to END, of which START is that of the lowest value. */
void           atlas_value_axis_fit           (AtlasValueAxis *self, AtlasChartBuild *build, double start, double end);
/* Fits a bottom axis between LEFT and RIGHT, as far from both as its own texts and LEAST ask. */
void           atlas_value_axis_fit_within    (AtlasValueAxis *self, AtlasChartBuild *build, double left, double right,
                                               double least);
/* Moves it, as fitted, to other positions. */
void           atlas_value_axis_move          (AtlasValueAxis *self, double start, double end);

double         atlas_value_axis_get_position  (const AtlasValueAxis *self, double value);
guint          atlas_value_axis_get_n_ticks   (const AtlasValueAxis *self);
double         atlas_value_axis_get_tick      (const AtlasValueAxis *self, guint n);
/* The values at its ends. */
double         atlas_value_axis_get_lowest    (const AtlasValueAxis *self);
double         atlas_value_axis_get_highest   (const AtlasValueAxis *self);
/* The width of the column of tick texts, or the height of their row, with the gap to the area. */
double         atlas_value_axis_measure_depth (const AtlasValueAxis *self, AtlasChartBuild *build);
/* How far the texts of a bottom axis reach beyond its ends. */
double         atlas_value_axis_measure_overhang (const AtlasValueAxis *self, AtlasChartBuild *build);
/* "Certified social workers (10,000 people, logarithmic)": NAME with the unit once; (transfer full). */
char          *atlas_value_axis_dup_title     (const AtlasValueAxis *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* What such an axis takes below the area; draws it there, with notes, and with a title where it is logarithmic: else the
 * subtitle says it all. */
double         atlas_value_axis_measure_foot  (const AtlasValueAxis *self, AtlasChartBuild *build);
void           atlas_value_axis_draw_below    (const AtlasValueAxis *self, AtlasChartBuild *build, AtlasRect area);
/* Says under the chart that the axis is logarithmic or does not begin at 0 (C1). */
void           atlas_value_axis_note          (const AtlasValueAxis *self, AtlasChartBuild *build);
/* Ticks and the lines through AREA. */
void           atlas_value_axis_draw          (const AtlasValueAxis *self, AtlasChartBuild *build, AtlasRect area);

G_END_DECLS
