/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-measure.h"

#include <math.h>

gboolean
atlas_chart_kind_shows (AtlasChartKind          kind,
                        const AtlasObservation *observation)
{
  if (atlas_observation_is_missing (observation) || !isfinite (observation->value))
    return FALSE;
  return !atlas_chart_kind_get_traits (kind)->is_over_time || (!observation->stand_in && observation->year != 0);
}

AtlasMeasuring
atlas_measuring_begin (const AtlasUnit *unit)
{
  return (AtlasMeasuring) { { unit, ATLAS_SCALE_ONE, 0.0, 0.0, 0, TRUE }, G_MAXDOUBLE,
                            g_array_new (FALSE, FALSE, sizeof (double)) };
}

void
atlas_measuring_add (AtlasMeasuring         *self,
                     const AtlasObservation *row)
{
  AtlasChartMeasure *measure = &self->measure;

  measure->lowest = measure->n_values == 0 ? row->value : MIN (measure->lowest, row->value);
  measure->highest = measure->n_values == 0 ? row->value : MAX (measure->highest, row->value);
  measure->n_values++;
  measure->is_whole &= row->value == floor (row->value);
  if (row->value != 0.0)
    self->smallest = MIN (self->smallest, fabs (row->value));
  g_array_append_val (self->values, row->value);
}

AtlasChartMeasure
atlas_measuring_end (AtlasMeasuring *self,
                     AtlasChartKind  kind)
{
  gboolean has_classes = atlas_chart_kind_get_traits (kind)->shape == ATLAS_MARKS_AREAS;

  self->measure.classes =
    atlas_class_scale_choose ((const double *) self->values->data, has_classes ? self->values->len : 0);
  self->measure.scale =
    atlas_scale_choose (self->smallest, MAX (fabs (self->measure.lowest), fabs (self->measure.highest)), self->measure.unit);
  g_array_unref (self->values);
  return self->measure;
}
