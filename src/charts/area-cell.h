/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* White between areas that touch (C17). */
#define ATLAS_AREA_GAP 1.5

/* RECT less half a gap on every side. */
AtlasRect     atlas_area_inset        (AtlasRect rect);
/* A cell filled with PAINT, with a dashed line at its foot where VALUE stands in for another. */
void          atlas_area_draw_value   (AtlasChartBuild *build, AtlasRect cell, AtlasPaint paint,
                                       const AtlasObservation *value);
/* A cell without a value: hatched, with the sign of the kind of missing where it fits; whether it does. */
gboolean      atlas_area_draw_missing (AtlasChartBuild *build, AtlasRect cell, const AtlasObservation *observation);
void          atlas_area_draw_hatch   (AtlasChartBuild *build, AtlasRect cell);

/* (nullable): the value of a cell with period and notes or, if that is wider than WIDTH, the number with a sign, explained in
 * the notes, that there is more to it. */
AtlasTextRun *atlas_area_label_new    (AtlasChartBuild *build, AtlasTextRole role, guint category, guint series,
                                       double width) G_GNUC_WARN_UNUSED_RESULT;
/* Writes RUN into the middle of CELL. */
void          atlas_area_place        (AtlasChartBuild *build, AtlasRect cell, const AtlasTextRun *run,
                                       AtlasPaint paint);

G_END_DECLS
