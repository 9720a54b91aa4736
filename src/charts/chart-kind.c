/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-kind.h"

#include <glib/gi18n.h>
#include <string.h>

static const AtlasChartTraits traits[ATLAS_N_CHART_KINDS] = {
  [ATLAS_CHART_BAR] = { "bar", N_("Bar chart"), ATLAS_MARKS_BARS, TRUE, FALSE, 1, 1, .has_rows = TRUE },
  [ATLAS_CHART_GROUPED_BAR] = { "grouped-bar", N_("Grouped bar chart"), ATLAS_MARKS_BARS, FALSE, FALSE, 1, 8,
                                .has_one_axis = TRUE, .has_rows = TRUE },
  [ATLAS_CHART_STACKED_BAR] = { "stacked-bar", N_("Stacked bar chart"), ATLAS_MARKS_BARS, FALSE, FALSE, 1, 8,
                                .has_one_axis = TRUE, .has_rows = TRUE },
  [ATLAS_CHART_PERCENT_BAR] = { "percent-bar", N_("Bar chart of shares"), ATLAS_MARKS_BARS, FALSE, FALSE, 1, 8,
                                .has_one_axis = TRUE, .has_rows = TRUE },
  [ATLAS_CHART_LINE] = { "line", N_("Line chart"), ATLAS_MARKS_POINTS, FALSE, TRUE, 1, 1 },
  [ATLAS_CHART_STEP] = { "step", N_("Step chart"), ATLAS_MARKS_POINTS, FALSE, TRUE, 1, 1 },
  [ATLAS_CHART_SPARK] = { "spark", N_("Spark line"), ATLAS_MARKS_AREAS, FALSE, TRUE, 1, 1 },
  [ATLAS_CHART_SLOPE] = { "slope", N_("Slope chart"), ATLAS_MARKS_POINTS, FALSE, FALSE, 1, 2, .is_paired = TRUE,
                          .has_one_axis = TRUE },
  [ATLAS_CHART_STRIP] = { "strip", N_("Strip chart"), ATLAS_MARKS_POINTED_DOTS, FALSE, FALSE, 1, 1 },
  [ATLAS_CHART_DOT] = { "dot", N_("Dot chart"), ATLAS_MARKS_POINTED_DOTS, TRUE, FALSE, 1, 1, .has_rows = TRUE },
  [ATLAS_CHART_SCATTER] = { "scatter", N_("Scatter chart"), ATLAS_MARKS_POINTS, FALSE, FALSE, 2, 2, .is_plane = TRUE },
  [ATLAS_CHART_DUMBBELL] = { "dumbbell", N_("Dumbbell chart"), ATLAS_MARKS_DOTS, FALSE, FALSE, 1, 2, .is_paired = TRUE,
                             .has_one_axis = TRUE, .has_rows = TRUE },
  [ATLAS_CHART_BULLET] = { "bullet", N_("Bullet chart"), ATLAS_MARKS_BARS, FALSE, FALSE, 1, 3, .is_paired = TRUE,
                           .has_one_axis = TRUE, .has_rows = TRUE },
  [ATLAS_CHART_FUNNEL] = { "funnel", N_("Funnel chart"), ATLAS_MARKS_BARS, TRUE, FALSE, 1, 8, .has_one_axis = TRUE,
                           .is_staged = TRUE },
  [ATLAS_CHART_HEAT] = { "heat", N_("Heat table"), ATLAS_MARKS_AREAS, FALSE, FALSE, 1, 12,
                         .has_rows = TRUE, .order = ATLAS_ORDER_FIRST },
  [ATLAS_CHART_TILE_MAP] = { "tile-map", N_("Tile map of provinces"), ATLAS_MARKS_AREAS, FALSE, FALSE, 1, 1,
                             .order = ATLAS_ORDER_CODE, .is_map = TRUE },
  [ATLAS_CHART_UNIT_GRID] = { "unit-grid", N_("Grid of divisions"), ATLAS_MARKS_AREAS, FALSE, FALSE, 1, 1,
                              .order = ATLAS_ORDER_CODE, .is_map = TRUE },
  [ATLAS_CHART_CHOROPLETH] = { "choropleth", N_("Map"), ATLAS_MARKS_AREAS, FALSE, FALSE, 1, 1,
                               .order = ATLAS_ORDER_CODE, .is_map = TRUE },
  [ATLAS_CHART_TREEMAP] = { "treemap", N_("Treemap"), ATLAS_MARKS_AREAS, TRUE, FALSE, 1, 1, .is_map = TRUE },
};

const AtlasChartTraits *
atlas_chart_kind_get_traits (AtlasChartKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_CHART_KINDS, NULL);

  return &traits[kind];
}

const char *
atlas_chart_kind_to_id (AtlasChartKind kind)
{
  return atlas_chart_kind_get_traits (kind)->id;
}

gboolean
atlas_chart_kind_from_id (const char     *id,
                          AtlasChartKind *out)
{
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    if (strcmp (traits[kind].id, id) == 0)
      {
        *out = kind;
        return TRUE;
      }
  return FALSE;
}
