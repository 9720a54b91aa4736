/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/dot-marker.h"

#include <math.h>

#define EDGE_WIDTH 1.4

/* A triangle that points to DIRECTION, as large to the eye as the circle. */
static void
draw_pointed (AtlasChartBuild *build,
              AtlasPoint       centre,
              double           radius,
              double           direction,
              AtlasPaint       fill,
              AtlasPaint       edge)
{
  const AtlasPoint corners[] = {
    { centre.x + direction * radius, centre.y },
    { centre.x - direction * radius * 0.7, centre.y - radius * 0.9 },
    { centre.x - direction * radius * 0.7, centre.y + radius * 0.9 },
  };

  atlas_shape_list_add_polygon (build->shapes, corners, G_N_ELEMENTS (corners), fill);
  atlas_shape_list_add_line (build->shapes, corners, G_N_ELEMENTS (corners), TRUE, edge, EDGE_WIDTH, ATLAS_STROKE_SOLID);
}

void
atlas_dot_marker_draw (AtlasChartBuild *build,
                       AtlasPoint       centre,
                       double           radius,
                       AtlasPaint       paint,
                       AtlasQualifier   qualifier,
                       gboolean         stand_in)
{
  AtlasPaint background = { build->style->background, "background" };
  AtlasPaint fill = qualifier != ATLAS_QUALIFIER_EXACT ? background : paint;

  if (stand_in)
    fill = atlas_chart_build_lighter (build, paint);
  if (qualifier == ATLAS_QUALIFIER_AT_LEAST)
    draw_pointed (build, centre, radius, 1.0, fill, paint);
  else if (qualifier == ATLAS_QUALIFIER_AT_MOST)
    draw_pointed (build, centre, radius, -1.0, fill, paint);
  else
    atlas_shape_list_add_circle (build->shapes, centre, radius - EDGE_WIDTH / 2.0, fill, paint, EDGE_WIDTH);
}
