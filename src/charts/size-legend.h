/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* The side (of a circle, the diameter) of a symbol for VALUE whose area is in proportion to it: FULL for the largest value of
 * MEASURE, whatever its sign. */
double atlas_symbol_get_side (const AtlasChartMeasure *measure, double value, double full);
/* A symbol about CENTRE; an empty one stands for a value below zero. */
void   atlas_symbol_draw     (AtlasChartBuild *build, AtlasSymbol symbol, AtlasPoint centre, double side,
                              gboolean is_negative);

/* What the sizes mean: two symbols of round values with these, at most as wide as WIDTH; nothing without values, nor in a
 * panel: one for all of them stands above. Both return the height, with the gap to what stands below. */
double atlas_size_legend_measure (AtlasChartBuild *build, const AtlasChartMeasure *measure, AtlasSymbol symbol, double full);
double atlas_size_legend_draw    (AtlasChartBuild *build, const AtlasChartMeasure *measure, AtlasSymbol symbol,
                                  double full, double width, double x, double y);

G_END_DECLS
