/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

#include "charts/chart-spec.h"
#include "charts/chart-style.h"

G_BEGIN_DECLS

/* A laid out chart: positioned shapes, text runs and hit regions, in points from its own top left corner. Immutable;
 * drawing it reads no state from outside. The same layout answers hit tests, keyboard order and the text alternative. */
typedef struct _AtlasChartLayout AtlasChartLayout;

typedef struct {
  double x, y, width, height;
} AtlasRect;

/**
 * AtlasChartMark:
 * @row: of the table
 * @bounds: the shape itself
 * @hit: where the pointer finds it: the whole category band for thin bars
 * @label: as printed beside it
 *
 * One mark of a chart: a bar, a segment, a point, or the symbol that says what is missing.
 */
typedef struct {
  const AtlasObservation *observation;
  guint row;
  AtlasRect bounds;
  AtlasRect hit;
  char *label;
} AtlasChartMark;

/* Rows of a chart: so many categories from the first on. */
typedef struct {
  guint first, n;
} AtlasChartRange;

/* The height that suits the chart at WIDTH: all bars at their natural thickness and all texts. */
double                atlas_chart_measure_height (const AtlasChartSpec *spec, const AtlasChartStyle *style, double width);

AtlasChartLayout     *atlas_chart_layout_new     (const AtlasChartSpec *spec, const AtlasChartStyle *style,
                                                  double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_chart_layout_free    (AtlasChartLayout *self);

/* Draws at the current origin of CR; the matrix, clip and source of CR are as before afterwards. */
void                  atlas_chart_layout_draw    (const AtlasChartLayout *self, cairo_t *cr);

double                atlas_chart_layout_get_width   (const AtlasChartLayout *self);
double                atlas_chart_layout_get_height  (const AtlasChartLayout *self);
/* How low a chart may become that was laid out as high as suits, before its notes or its unit give way. */
double                atlas_chart_layout_get_least_height (const AtlasChartLayout *self);
guint                 atlas_chart_layout_get_n_marks (const AtlasChartLayout *self);
const AtlasChartMark *atlas_chart_layout_get_mark    (const AtlasChartLayout *self, guint n);
/* The mark at X, Y or -1. */
int                   atlas_chart_layout_find_mark   (const AtlasChartLayout *self, double x, double y);
/* The neighbour of MARK for the arrow keys: DX ±1 along the categories, DY ±1 along the series; MARK itself at the edge. Of
 * marks that lie about in a plane, the nearest one: DX down the page, as categories go, DY to the right. */
int                   atlas_chart_layout_step        (const AtlasChartLayout *self, int mark, int dx, int dy);

/* "綦江区 · 持证社工 ≥ 810人，2023年": for the tooltip, with the value as it is printed; (transfer full). */
char                 *atlas_chart_layout_dup_mark_text (const AtlasChartLayout *self, guint mark)
  G_GNUC_WARN_UNUSED_RESULT;
/* "綦江区 · 持证社工 超过810人，2023年": for screen readers, in words; (transfer full). */
char                 *atlas_chart_layout_dup_mark_speech (const AtlasChartLayout *self, guint mark)
  G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer none): the text TEXT, such as its sources, as it was set, with its own origin at X, Y. */
PangoLayout          *atlas_chart_layout_find_text   (const AtlasChartLayout *self, const char *text, double *x, double *y);
/* Kind, what, range, top and bottom, how many missing (C29); (transfer full). */
char                 *atlas_chart_layout_dup_description (const AtlasChartLayout *self) G_GNUC_WARN_UNUSED_RESULT;
/* All primitives with coordinates rounded to 0.1, texts and colour names, for tests; (transfer full). */
char                 *atlas_chart_layout_dump        (const AtlasChartLayout *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartLayout, atlas_chart_layout_free)

G_END_DECLS
