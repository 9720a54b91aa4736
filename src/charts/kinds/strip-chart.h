/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/kinds/swarm.h"
#include "charts/value-axis.h"

G_BEGIN_DECLS

/**
 * AtlasStripRow:
 * @name: (nullable): of the series, where there are several
 * @rect: what it has for itself, right of the names
 * @middle: of its dots
 * @categories: (array length=n): of its values, ascending
 * @dots: (array length=n): where they stand
 * @reach: how far the outermost dot lies off @middle
 * @median: (with @lower and @upper, the quartiles): NAN where there are too few values for them
 *
 * The dots of one series.
 */
typedef struct {
  AtlasTextRun *name;
  AtlasRect rect;
  double middle;
  guint *categories;
  AtlasSwarmDot *dots;
  guint n;
  double reach;
  double lower, median, upper;
} AtlasStripRow;

/**
 * AtlasStripChart:
 * @rows: (element-type AtlasStripRow): one for each series that there is room for
 * @radius: of a dot
 *
 * A strip chart while it is laid out.
 */
typedef struct {
  AtlasChartBuild *build;
  AtlasValueAxis axis;
  GArray *rows;
  AtlasRect area;
  double radius;
} AtlasStripChart;

/* The line of the median across the box of a row, which has one. */
AtlasRect atlas_strip_chart_get_median (const AtlasStripChart *self, const AtlasStripRow *row);
/* The height that labels take above and below the dots of a row. */
double atlas_strip_labels_measure    (AtlasChartBuild *build);
/* Median and quartiles under the box of a row. */
void   atlas_strip_labels_draw_box   (const AtlasStripChart *self, const AtlasStripRow *row);
/* The names of the lowest and highest value and of the regions with a colour of their own. Returns how many there was no
 * room for. */
guint  atlas_strip_labels_draw_names (const AtlasStripChart *self, guint series);
/* "吴忠 753"; (transfer full). */
char  *atlas_strip_chart_dup_label   (const AtlasStripChart *self, guint category, guint series) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the region of CATEGORY has a colour of its own. */
gboolean atlas_strip_chart_is_chosen (const AtlasStripChart *self, guint category);

G_END_DECLS
