/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_CHART_BAR,         /* ranking: one horizontal bar a region (or value of by) */
  ATLAS_CHART_GROUPED_BAR, /* regions × values of by, side by side */
  ATLAS_CHART_STACKED_BAR,
  ATLAS_CHART_PERCENT_BAR, /* stacked to 100 % */
  ATLAS_CHART_LINE,        /* years on the x axis, one line a region (or value of by) */
  ATLAS_CHART_SLOPE,       /* from one year (value of by, indicator) to another, one line a region */
  ATLAS_CHART_SCATTER,     /* one indicator against another: a point a region */
  ATLAS_CHART_DUMBBELL,    /* the same two as dots in one row a region */
  ATLAS_CHART_BULLET,      /* actual, target and claim in one row a region */
  ATLAS_CHART_FUNNEL,      /* the stages of one region, with what is left of each */
  ATLAS_CHART_STRIP,       /* how values are spread: one dot a region, a row for each value of by or year */
  ATLAS_CHART_DOT,         /* ranking: one dot a region on an axis that may be logarithmic */
  ATLAS_CHART_STEP,        /* what there was when: a line with a step at each date */
  ATLAS_CHART_SPARK,       /* a line without axes beside its last value, for cards and tables */
  ATLAS_CHART_HEAT,        /* a table whose cells are coloured by class */
  ATLAS_CHART_TILE_MAP,    /* a tile for each of the 34 provincial divisions */
  ATLAS_CHART_UNIT_GRID,   /* a cell for each division: whether it has any */
  ATLAS_CHART_CHOROPLETH,  /* divisions within borders that the user supplies */
  ATLAS_CHART_TREEMAP,     /* parts within parts, by area */
  ATLAS_N_CHART_KINDS,
} AtlasChartKind;

/* What stands for a value: how qualifiers look, and are explained, depends on it. */
typedef enum {
  ATLAS_MARKS_BARS,
  ATLAS_MARKS_POINTS,
  ATLAS_MARKS_DOTS,  /* points on a horizontal axis: no arrow tells whether they are at least or at most */
  ATLAS_MARKS_POINTED_DOTS, /* the same, but pointed to the side on which the value may lie */
  ATLAS_MARKS_AREAS, /* cells and tiles: their colour or size is the value */
} AtlasMarkShape;

/* In what order categories stand, where none is asked for. */
typedef enum {
  ATLAS_ORDER_VALUE, /* descending; what has several, by their sum (C2) */
  ATLAS_ORDER_FIRST, /* by the value of the first series, or of the latest year */
  ATLAS_ORDER_CODE,  /* by division code: where a thing stands, its place says */
} AtlasChartOrder;

/**
 * AtlasChartTraits:
 * @id: as on the command line
 * @name: for the text alternative; to be translated
 * @shape: of its marks
 * @is_flat: every row of the table is a category of its own; else what is broken down by, the indicators of a joined
 *   table, or the years, make series
 * @is_over_time: years make an axis: a figure of another year, or undated, has no place on it
 * @n_parts_least: (with @n_parts_most) how many tables joined it takes, such as 2 for one indicator against another
 * @is_paired: it sets two series against each other, and so years make series even for one region
 * @has_one_axis: all values stand on one axis: indicators in different units cannot be shown together
 * @is_plane: its two indicators are across and up: each has an axis of its own, and one mark tells both
 * @is_staged: its categories are stages: they keep their order, and none without a figure is left out
 * @has_rows: its categories are rows under each other, of which a range can be shown
 * @order: of its categories
 * @is_map: its marks lie about in a plane, as tiles do: arrow keys go to the nearest one
 *
 * What is to be known of a kind of chart without drawing one.
 */
typedef struct {
  const char *id;
  const char *name;
  AtlasMarkShape shape;
  gboolean is_flat;
  gboolean is_over_time;
  guint n_parts_least, n_parts_most;
  gboolean is_paired;
  gboolean has_one_axis;
  gboolean is_plane;
  gboolean is_staged;
  gboolean has_rows;
  AtlasChartOrder order;
  gboolean is_map;
} AtlasChartTraits;

const AtlasChartTraits *atlas_chart_kind_get_traits (AtlasChartKind kind);
const char             *atlas_chart_kind_to_id      (AtlasChartKind kind);
gboolean                atlas_chart_kind_from_id    (const char *id, AtlasChartKind *out);

G_END_DECLS
