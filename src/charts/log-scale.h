/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLogScale:
 * @low: value at @start
 * @high: value at @end
 * @start: position in points; may be larger than @end (an axis that goes up the page)
 * @first: number of the first tick, counted in steps of 1, 2, 5, 10, 20 … from 1 on
 * @stride: from one tick to the next: 1 for 1-2-5, 3 for powers of ten, more for every second or third of them
 *
 * Turns values above 0 into positions: equal distances are equal multiples.
 */
typedef struct {
  double low, high;
  double start, end;
  int first;
  guint stride;
  guint n_ticks;
} AtlasLogScale;

/* Whether values from LOW to HIGH span so many powers of ten that a linear axis would press most of them together. */
gboolean      atlas_log_scale_suits    (double low, double high);
/* A scale whose ends are 1, 2 or 5 times a power of ten, with up to WANTED ticks, but two at least. */
AtlasLogScale atlas_log_scale_nice     (double low, double high, guint wanted);
double        atlas_log_scale_position (const AtlasLogScale *self, double value);
double        atlas_log_scale_tick     (const AtlasLogScale *self, guint n);

G_END_DECLS
