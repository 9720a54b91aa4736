/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "chart-samples.h"

G_BEGIN_DECLS

/* The value of the N-th row of a table; NAN: missing. */
typedef double (*ValueAt) (guint n);

/* A table that KIND can draw, of N regions, or as many stages: over the years, by grade or of several indicators as the kind asks.
 * LONG_NAMES: the regions have the longest names there are. */
AtlasTable *values_table (AtlasChartKind kind, guint n, ValueAt value, gboolean long_names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
