/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* A dot on a horizontal axis, within RADIUS of CENTRE but for its edge: filled where the value is exact, else hollow;
 * pointed to the right for "at least" and to the left for "at most" (C10), lighter for a stand-in. */
void atlas_dot_marker_draw (AtlasChartBuild *build, AtlasPoint centre, double radius, AtlasPaint paint,
                            AtlasQualifier qualifier, gboolean stand_in);

G_END_DECLS
