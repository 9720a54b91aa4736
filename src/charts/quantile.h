/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The value below which SHARE (0 to 1) of VALUES lie, between two of them in proportion, as spreadsheets have it: 0.5 is
 * the median, 0.25 the lower quartile. Sorts VALUES; there is at least one. */
double atlas_quantile (double *values, guint n_values, double share);

G_END_DECLS
