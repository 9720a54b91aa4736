/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/**
 * AtlasHeatColumns:
 * @n_columns: how many of the chart's series there is room for
 * @width: of each
 * @height: of the header above all of them
 *
 * The columns of a heat table: a header of name and unit above each.
 */
typedef struct {
  GPtrArray *names; /* (element-type AtlasTextRun) */
  GPtrArray *units; /* (element-type AtlasTextRun): empty texts where there are none */
  guint n_columns;
  double width;
  double height;
} AtlasHeatColumns;

/* For columns that share ROOM. */
AtlasHeatColumns *atlas_heat_columns_new  (AtlasChartBuild *build, double room, guint max_lines)
  G_GNUC_WARN_UNUSED_RESULT;
void              atlas_heat_columns_free (AtlasHeatColumns *self);
/* Headers that end at BOTTOM, above columns of COLUMN from LEFT on. */
void              atlas_heat_columns_draw (const AtlasHeatColumns *self, AtlasChartBuild *build, double left,
                                           double column, double bottom);
/* Names the columns there is no room for, or takes back that there were. */
void              atlas_heat_columns_note (const AtlasHeatColumns *self, AtlasChartBuild *build);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasHeatColumns, atlas_heat_columns_free)

G_END_DECLS
