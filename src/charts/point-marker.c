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

/* An arrow from the point along DIRECTION, one of the four. */
static void
draw_arrow (AtlasChartBuild *build,
            AtlasPoint       centre,
            double           radius,
            AtlasPoint       direction,
            AtlasPaint       paint)
{
  double from = radius + 1.0, to = from + ARROW_LENGTH, back = to - 3.0;
  AtlasPoint side = { -2.5 * direction.y, 2.5 * direction.x };
  AtlasPoint tip = { centre.x + direction.x * to, centre.y + direction.y * to };
  AtlasPoint neck = { centre.x + direction.x * back, centre.y + direction.y * back };
  AtlasPoint shaft[] = { { centre.x + direction.x * from, centre.y + direction.y * from }, tip };
  AtlasPoint head[] = { { neck.x - side.x, neck.y - side.y }, tip, { neck.x + side.x, neck.y + side.y } };

  atlas_shape_list_add_line (build->shapes, shaft, 2, FALSE, paint, 1.2, ATLAS_STROKE_SOLID);
  atlas_shape_list_add_line (build->shapes, head, 3, FALSE, paint, 1.2, ATLAS_STROKE_SOLID);
}

/* LARGER: the direction in which values grow. */
static void
draw_qualifier (AtlasChartBuild *build,
                AtlasPoint       centre,
                double           radius,
                AtlasQualifier   qualifier,
                AtlasPoint       larger,
                AtlasPaint       paint)
{
  AtlasPoint smaller = { -larger.x, -larger.y };

  if (qualifier == ATLAS_QUALIFIER_AT_LEAST)
    draw_arrow (build, centre, radius, larger, paint);
  else if (qualifier == ATLAS_QUALIFIER_AT_MOST)
    draw_arrow (build, centre, radius, smaller, paint);
}

void
atlas_point_marker_draw_look (AtlasChartBuild *build,
                              AtlasPoint       centre,
                              double           radius,
                              AtlasPointLook   look)
{
  AtlasPaint background = { build->style->background, "background" };
  gboolean is_exact = look.qualifier == ATLAS_QUALIFIER_EXACT && look.across == ATLAS_QUALIFIER_EXACT;
  AtlasPaint fill = !is_exact ? background : look.stand_in ? atlas_chart_build_lighter (build, look.paint) : look.paint;
  guint form = look.form % (G_N_ELEMENTS (forms) + 1);

  if (form == 0)
    atlas_shape_list_add_circle (build->shapes, centre, radius, fill, look.paint, EDGE_WIDTH);
  else
    draw_form (build, centre, radius, &forms[form - 1], fill, look.paint);
  draw_qualifier (build, centre, radius, look.qualifier, (AtlasPoint) { 0.0, -1.0 }, look.paint);
  draw_qualifier (build, centre, radius, look.across, (AtlasPoint) { 1.0, 0.0 }, look.paint);
}

void
atlas_point_marker_draw (AtlasChartBuild *build,
                         AtlasPoint       centre,
                         double           radius,
                         guint            series,
                         AtlasQualifier   qualifier)
{
  AtlasPointLook look = { atlas_chart_build_series (build, series), series, qualifier, ATLAS_QUALIFIER_EXACT, FALSE };

  atlas_point_marker_draw_look (build, centre, radius, look);
}

void
atlas_point_marker_draw_dot (AtlasChartBuild *build,
                             AtlasPoint       centre,
                             double           radius,
                             guint            series,
                             gboolean         is_exact,
                             gboolean         stand_in)
{
  AtlasQualifier qualifier = is_exact ? ATLAS_QUALIFIER_EXACT : ATLAS_QUALIFIER_ABOUT;
  AtlasPointLook look = { atlas_chart_build_series (build, series), series, qualifier, ATLAS_QUALIFIER_EXACT, stand_in };

  atlas_point_marker_draw_look (build, centre, radius, look);
}
