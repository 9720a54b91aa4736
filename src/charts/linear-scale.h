/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLinearScale:
 * @low: value at @start
 * @high: value at @end
 * @start: position in points; may be larger than @end (an axis that goes up the page)
 * @step: between two ticks: 1, 2 or 5 times a power of ten; ticks stand at whole multiples of it
 * @first: the first tick is @first × @step
 *
 * Turns values into positions. Ticks are computed as index × step, never by adding up.
 */
typedef struct {
  double low, high;
  double start, end;
  double step;
  gint64 first;
  guint n_ticks;
} AtlasLinearScale;

/* A scale whose ends are ticks. With ZERO the domain takes in 0 (C1). About WANTED ticks (2 to 12; up to
 * half as many again and two more). WHOLE: no step below
 * 1, for years and for counts. LOW and HIGH may be equal; then the domain is widened. */
AtlasLinearScale atlas_linear_scale_nice     (double low, double high, gboolean zero, gboolean whole, guint wanted);
double           atlas_linear_scale_position (const AtlasLinearScale *self, double value);
double           atlas_linear_scale_tick     (const AtlasLinearScale *self, guint n);

G_END_DECLS
