/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/**
 * AtlasBarRows:
 * @names: (element-type AtlasTextRun): of the categories shown, NULL where there was no room for one
 * @column: width of the column of names
 * @left: where bars and labels may begin, right of the names
 * @right: where they may end
 * @top: of the first row
 * @band: height of a row
 * @n_rows: how many rows there is room for
 * @start: the left edge of all
 * @before: width of a column left of the names, which then stand at its right edge; 0: none
 * @after: width of a column between the names and the axis; 0: none
 *
 * Horizontal bars: a column of names, an axis, and rows of equal height.
 */
typedef struct {
  GPtrArray *names;
  double column;
  double left, right;
  double top, band;
  guint n_rows;
  double start;
  double before, after;
  gboolean hides_names; /* a panel beside the one that has them */
  AtlasTextRole role; /* of names and values: smaller before any of them has to go */
} AtlasBarRows;

/* The height of all rows at WIDTH, each ROW_HEIGHT or as high as its name of up to two lines. */
double        atlas_bar_rows_measure (AtlasChartBuild *build, double width, double row_height);
/* Fits the rows, ROW_HEIGHT high where there is room, into PLOT; says in the notes what had to go. Rows that would be lower
 * than LEAST (0: a few points) are left out from the end instead. */
AtlasBarRows *atlas_bar_rows_new     (AtlasChartBuild *build, AtlasRect plot, double row_height, double least);
/* The least for rows that are to be read with their names. */
double        atlas_bar_rows_get_least (const AtlasChartBuild *build);
/* The least for a few rows of those that there are, below which notes give way. */
double        atlas_bar_rows_measure_few (const AtlasChartBuild *build);
/* Makes room for columns on either side of the names. */
void          atlas_bar_rows_reserve (AtlasBarRows *self, double before, double after);
void          atlas_bar_rows_free    (AtlasBarRows *self);
AtlasRect     atlas_bar_rows_get_row (const AtlasBarRows *self, guint row);
/* Where the last row ends. */
double        atlas_bar_rows_get_bottom (const AtlasBarRows *self);
gboolean      atlas_bar_rows_is_named (const AtlasBarRows *self, guint row);
/* Into how many rows on either side of its own a text beside a mark of HEIGHT reaches, where rows are lower than text. */
guint         atlas_bar_rows_count_touched (const AtlasBarRows *self, const AtlasChartBuild *build, double height);
/* What stands in a row whose value is missing: words where they fit into ROOM, the kind alone where the input's name is
 * too long, else its sign; empty where nothing is written for it (C9); (transfer full). */
AtlasTextRun *atlas_bar_rows_missing_run (AtlasChartBuild *build, AtlasTextRole role,
                                          const AtlasObservation *observation, double room) G_GNUC_WARN_UNUSED_RESULT;
/* What the mark of a row says: the same as RUN (nullable) beside it, in full where there is none or it is empty; (transfer full). */
char         *atlas_bar_rows_dup_mark_label (const AtlasChartBuild *build, guint category, const AtlasTextRun *run)
  G_GNUC_WARN_UNUSED_RESULT;
/* The width of a column of names in a chart of WIDTH, with the gap after it. */
double        atlas_bar_rows_measure_names (AtlasChartBuild *build, double width);
/* Writes the names beside the axis. */
void          atlas_bar_rows_draw_names (const AtlasBarRows *self, AtlasChartBuild *build);
void          atlas_bar_rows_draw_axis  (const AtlasBarRows *self, AtlasChartBuild *build, double zero);

/**
 * AtlasBarLength:
 * @value: 0 is the axis
 * @label: width of what stands beyond its end, with the gap
 */
typedef struct {
  double value;
  double label;
} AtlasBarLength;

/* The largest scale, in points for one unit of value, at which all bars with their labels fit into ROOM (in
 * small multiples: all bars of all panels), and in
 * OUT_ZERO how far the axis then stands from its left end (bars below zero go left). */
double        atlas_bar_fit (AtlasChartBuild *build, const AtlasBarLength *lengths, guint n_lengths, double room, double *out_zero);

typedef struct {
  AtlasPaint paint;
  AtlasQualifier qualifier;
  gboolean stand_in;
  gboolean hatched;
} AtlasBarLook;

/* A bar from the axis at ZERO to END. Its end tells the qualifier (C10): pointed beyond it for "at least", notched for
 * "at most". Returns its bounds. */
AtlasRect     atlas_bar_draw (AtlasChartBuild *build, double zero, double end, double y, double height,
                              AtlasBarLook look);
/* How far a bar of HEIGHT and QUALIFIER reaches beyond its value. */
double        atlas_bar_get_overhang (double height, AtlasQualifier qualifier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBarRows, atlas_bar_rows_free)

G_END_DECLS
