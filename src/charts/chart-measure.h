/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-kind.h"
#include "charts/class-scale.h"
#include "indicators/number-format.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/**
 * AtlasChartMeasure:
 * @scale: by which all its values are written
 * @lowest: (with @highest) of all values there are; both 0 if there are none
 * @n_values: how many there are
 * @is_whole: whether all are whole numbers: then no axis shows halves
 * @classes: into which they fall where areas stand for them, else none
 *
 * What one axis has to hold: all values of one indicator, or of several in the same unit.
 */
typedef struct {
  const AtlasUnit *unit;
  AtlasScale scale;
  double lowest, highest;
  guint n_values;
  gboolean is_whole;
  AtlasClassScale classes;
} AtlasChartMeasure;

/* A measure while its values are looked through. */
typedef struct {
  AtlasChartMeasure measure;
  double smallest;
  GArray *values;
} AtlasMeasuring;

AtlasMeasuring    atlas_measuring_begin (const AtlasUnit *unit);
void              atlas_measuring_add   (AtlasMeasuring *self, const AtlasObservation *row);
/* Chooses the scale, and the classes where the marks of KIND are areas; SELF is done with. */
AtlasChartMeasure atlas_measuring_end   (AtlasMeasuring *self, AtlasChartKind kind);

/* Whether a chart of this kind may show the value: a line shows no figure in a year that it is not of. */
gboolean                atlas_chart_kind_shows (AtlasChartKind kind, const AtlasObservation *observation);

G_END_DECLS
