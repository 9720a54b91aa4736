/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-layout.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_CHART_ERROR_FORMAT,    /* the ending is none of .png .svg .pdf */
  ATLAS_CHART_ERROR_NO_SOURCE, /* a chart without any source is not exported (C13) */
  ATLAS_CHART_ERROR_UNITS,     /* indicators that have no axis in common (C22) */
  ATLAS_CHART_ERROR_SIZE,
  ATLAS_CHART_ERROR_DRAW,
} AtlasChartError;

#define ATLAS_CHART_ERROR (atlas_chart_error_quark ())
GQuark   atlas_chart_error_quark (void);

/* Draws SPEC, with titles and source, to PATH; the kind of file is told by the ending. WIDTH and HEIGHT in pixels (PNG)
 * or points; HEIGHT 0: what suits. PNG is drawn at SCALE times the size. Written beside and renamed into place: where that
 * fails, an error of ATLAS_DATASET_ERROR. */
gboolean atlas_chart_save (const AtlasChartSpec *spec, const AtlasChartStyle *style, double width, double height,
                           double scale, const char *path, GError **error);

G_END_DECLS
