/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"

G_BEGIN_DECLS

/* How the range of rows that a chart shows can change. */
typedef enum {
  ATLAS_ZOOM_IN,       /* half as many */
  ATLAS_ZOOM_OUT,      /* twice as many */
  ATLAS_ZOOM_ALL,
  ATLAS_ZOOM_NEXT,     /* as many further down */
  ATLAS_ZOOM_PREVIOUS,
  ATLAS_N_ZOOMS,
} AtlasZoom;

/* Changes the range of SPEC; a row of the table (-1: none) that was in it stays so. What is not possible changes nothing. */
void atlas_chart_spec_zoom      (AtlasChartSpec *spec, AtlasZoom zoom, int row);
/* Which changes there can be: none of a chart without rows, or of few. */
void atlas_chart_spec_can_zoom  (const AtlasChartSpec *spec, gboolean out[ATLAS_N_ZOOMS]);

G_END_DECLS
