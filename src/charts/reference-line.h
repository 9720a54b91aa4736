/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* The height of the lines of text above the plot that say what the dashed lines are; 0 where there are none. */
double atlas_reference_line_measure (const AtlasChartBuild *build);
/* The dashed line at X from TOP to BOTTOM, with its label at the top of PLOT. It is broken where it would run through a
 * text drawn from the FIRST shape on. */
void   atlas_reference_line_draw    (AtlasChartBuild *build, AtlasRect plot, double x, double top, double bottom,
                                     guint first);
/* The second one, whose label stands above that of the first. Drawn after it, so that it gives way to its label too. */
void   atlas_reference_line_draw_further (AtlasChartBuild *build, AtlasRect plot, double x, double bottom, guint first);

G_END_DECLS
