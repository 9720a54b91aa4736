/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasOutside:
 * @low: (with @high) the values of the outermost marks of a row
 * @before: what stands left of the lower, with its gap, in points
 * @after: what stands right of the higher
 *
 * Labels outside of the marks of a row.
 */
typedef struct {
  double low, high;
  double before, after;
} AtlasOutside;

/* The longest axis from LOWEST to HIGHEST on which all labels lie within LEFT and RIGHT: where it starts and ends. Where
 * the labels alone are too wide, it has no length and stands in the middle of what there is. */
void atlas_outside_fit (const AtlasOutside *rows, guint n_rows, double lowest, double highest, double left, double right,
                        double *out_start, double *out_end);

G_END_DECLS
