/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* A point of SERIES at CENTRE: each series its own form, so that colour is not all that tells them apart (C19).
 * Hollow where the value is not exact, with an arrow up for "at least" and down for "at most" (C10). */
void atlas_point_marker_draw (AtlasChartBuild *build, AtlasPoint centre, double radius, guint series,
                              AtlasQualifier qualifier);

/**
 * AtlasPointLook:
 * @form: the number of its form
 * @qualifier: of its value up the page
 * @across: of its value across it, if that is another one
 * @stand_in: lighter, with its edge in @paint
 */
typedef struct {
  AtlasPaint paint;
  guint form;
  AtlasQualifier qualifier;
  AtlasQualifier across;
  gboolean stand_in;
} AtlasPointLook;

/* The same for a point that is of no series. */
void atlas_point_marker_draw_look (AtlasChartBuild *build, AtlasPoint centre, double radius, AtlasPointLook look);
/* Without arrows, for points on a horizontal axis. */
void atlas_point_marker_draw_dot (AtlasChartBuild *build, AtlasPoint centre, double radius, guint series,
                                  gboolean is_exact, gboolean stand_in);

G_END_DECLS
