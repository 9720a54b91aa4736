/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/point-marker.h"

#include <math.h>

#define EDGE_WIDTH 1.6
#define ARROW_LENGTH 7.0

/* Corners of the forms after the circle, for a radius of 1, sized to look alike. */
typedef struct {
  guint n;
  AtlasPoint corners[4];
} Form;

static const Form forms[] = {
  { 4, { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } } },
  { 3, { { 0.0, -1.25 }, { 1.15, 0.85 }, { -1.15, 0.85 } } },
  { 4, { { 0.0, -1.3 }, { 1.3, 0.0 }, { 0.0, 1.3 }, { -1.3, 0.0 } } },
  { 3, { { 0.0, 1.25 }, { 1.15, -0.85 }, { -1.15, -0.85 } } },
};

static void
draw_form (AtlasChartBuild *build,
           AtlasPoint       centre,
           double           radius,
           const Form      *form,
           AtlasPaint       fill,
           AtlasPaint       edge)
{
  AtlasPoint points[4];

  for (guint i = 0; i < form->n; i++)
    points[i] = (AtlasPoint) { centre.x + form->corners[i].x * radius, centre.y + form->corners[i].y * radius };
  atlas_shape_list_add_polygon (build->shapes, points, form->n, fill);
  atlas_shape_list_add_line (build->shapes, points, form->n, TRUE, edge, EDGE_WIDTH, ATLAS_STROKE_SOLID);
}

static void
draw_arrow (AtlasChartBuild *build,
            AtlasPoint       centre,
            double           radius,
            double           direction,
            AtlasPaint       paint)
{
  double from = centre.y + direction * (radius + 1.0), to = from + direction * ARROW_LENGTH;
  AtlasPoint shaft[] = { { centre.x, from }, { centre.x, to } };
  AtlasPoint head[] = { { centre.x - 2.5, to - direction * 3.0 }, { centre.x, to },
                        { centre.x + 2.5, to - direction * 3.0 } };

  atlas_shape_list_add_line (build->shapes, shaft, 2, FALSE, paint, 1.2, ATLAS_STROKE_SOLID);
  atlas_shape_list_add_line (build->shapes, head, 3, FALSE, paint, 1.2, ATLAS_STROKE_SOLID);
}

void
atlas_point_marker_draw_as (AtlasChartBuild *build,
                            AtlasPoint       centre,
                            double           radius,
                            guint            form,
                            AtlasPaint       edge,
                            AtlasQualifier   qualifier,
                            gboolean         stand_in)
{
  AtlasPaint background = { build->style->background, "background" };
  AtlasPaint solid = stand_in ? atlas_chart_build_lighter (build, edge) : edge;
  AtlasPaint fill = qualifier == ATLAS_QUALIFIER_EXACT ? solid : background;

  form %= G_N_ELEMENTS (forms) + 1;
  if (form == 0)
    atlas_shape_list_add_circle (build->shapes, centre, radius, fill, edge, EDGE_WIDTH);
  else
    draw_form (build, centre, radius, &forms[form - 1], fill, edge);
  if (qualifier == ATLAS_QUALIFIER_AT_LEAST)
    draw_arrow (build, centre, radius, -1.0, edge);
  else if (qualifier == ATLAS_QUALIFIER_AT_MOST)
    draw_arrow (build, centre, radius, 1.0, edge);
}

void
atlas_point_marker_draw (AtlasChartBuild *build,
                         AtlasPoint       centre,
                         double           radius,
                         guint            series,
                         AtlasQualifier   qualifier)
{
  atlas_point_marker_draw_as (build, centre, radius, series, atlas_chart_build_series (build, series), qualifier, FALSE);
}
