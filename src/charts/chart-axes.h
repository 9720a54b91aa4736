/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* What a table can differ in from row to row. */
typedef enum {
  ATLAS_AXIS_REGION,
  ATLAS_AXIS_YEAR,
  ATLAS_AXIS_BY,
  ATLAS_AXIS_PART, /* the indicators of a joined table */
  ATLAS_N_AXES,
} AtlasChartAxis;

/* What it then makes in the chart. */
typedef enum {
  ATLAS_SIDE_CATEGORY,
  ATLAS_SIDE_SERIES,
  ATLAS_SIDE_PANEL,
} AtlasChartSide;

/* Which of the axes of a table vary, and what each of them makes: decides what categories, series and panels are. */
typedef struct {
  const AtlasChartSpec *spec;
  AtlasTable *table;
  gboolean varies[ATLAS_N_AXES];
  AtlasChartSide sides[ATLAS_N_AXES];
} AtlasChartAxes;

void  atlas_chart_axes_init   (AtlasChartAxes *self, const AtlasChartSpec *spec);
/* The entry of ROW on SIDE, added to ENTRIES (element-type AtlasChartEntry) on first sight; returns its index. KNOWN maps the
 * keys of ENTRIES to theirs. */
guint atlas_chart_axes_intern (const AtlasChartAxes *self, GPtrArray *entries, GHashTable *known, guint row,
                               AtlasChartSide side);

G_END_DECLS
