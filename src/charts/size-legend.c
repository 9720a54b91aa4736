/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/size-legend.h"

#include <math.h>

#define TEXT_GAP 5.0
#define ITEM_GAP 16.0
#define GAP_BELOW 9.0
#define EDGE 1.5
#define N_ITEMS 2

static double
largest (const AtlasChartMeasure *measure)
{
  return MAX (fabs (measure->lowest), fabs (measure->highest));
}

double
atlas_symbol_get_side (const AtlasChartMeasure *measure,
                       double                   value,
                       double                   full)
{
  return largest (measure) > 0.0 ? full * sqrt (fabs (value) / largest (measure)) : 0.0;
}

void
atlas_symbol_draw (AtlasChartBuild *build,
                   AtlasSymbol      symbol,
                   AtlasPoint       centre,
                   double           side,
                   gboolean         is_negative)
{
  AtlasPaint paint = { build->style->neutral, "neutral" }, background = { build->style->background, "background" };
  double half = side / 2.0 - (is_negative ? MIN (EDGE, side / 2.0) / 2.0 : 0.0);
  AtlasPoint corners[] = { { centre.x - half, centre.y - half }, { centre.x + half, centre.y - half },
                           { centre.x + half, centre.y + half }, { centre.x - half, centre.y + half } };

  if (!(side > 0.0))
    return;
  if (symbol == ATLAS_SYMBOL_CIRCLE)
    atlas_shape_list_add_circle (build->shapes, centre, half, is_negative ? background : paint, paint,
                                 is_negative ? EDGE : 0.0);
  else if (is_negative)
    atlas_shape_list_add_line (build->shapes, corners, 4, TRUE, paint, EDGE, ATLAS_STROKE_SOLID);
  else
    atlas_shape_list_add_polygon (build->shapes, corners, 4, paint);
}

/* The largest of 1, 2 and 5 times a power of ten that is not above VALUE. */
static double
round_down (double value)
{
  double power = pow (10.0, floor (log10 (value)));
  double digit = floor (value / power + 1e-9);

  return power * (digit >= 5.0 ? 5.0 : digit >= 2.0 ? 2.0 : 1.0);
}

static guint
choose_values (const AtlasChartMeasure *measure,
               double                  *values)
{
  if (measure->n_values == 0 || !(largest (measure) > 0.0))
    return 0;
  values[0] = round_down (largest (measure));
  values[1] = round_down (values[0] / 3.0);
  return measure->is_whole && values[1] < 1.0 ? 1 : N_ITEMS;
}

/* Panels have one legend together, unless each is of another indicator. */
static gboolean
leave_to_panels (AtlasChartBuild         *build,
                 const AtlasChartMeasure *measure,
                 AtlasSymbol              symbol,
                 double                   full)
{
  AtlasPanelShare *share = build->share;

  if (share == NULL || build->data->has_indicator_panels)
    return FALSE;
  share->wants_sizes = TRUE;
  share->sizes = measure;
  share->size_symbol = symbol;
  share->size_full = full;
  return TRUE;
}

double
atlas_size_legend_measure (AtlasChartBuild         *build,
                           const AtlasChartMeasure *measure,
                           AtlasSymbol              symbol,
                           double                   full)
{
  double values[N_ITEMS];

  if (leave_to_panels (build, measure, symbol, full))
    return 0.0;
  if (choose_values (measure, values) == 0)
    return 0.0;
  return ceil (MAX (atlas_symbol_get_side (measure, values[0], full),
                    atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE)) + GAP_BELOW);
}

double
atlas_size_legend_draw (AtlasChartBuild         *build,
                        const AtlasChartMeasure *measure,
                        AtlasSymbol              symbol,
                        double                   full,
                        double                   width,
                        double                   x,
                        double                   y)
{
  double values[N_ITEMS], height = atlas_size_legend_measure (build, measure, symbol, full), left = 0.0;
  double middle = y + (height - GAP_BELOW) / 2.0;
  guint n = height > 0.0 ? choose_values (measure, values) : 0;

  for (guint i = 0; i < n; i++)
    {
      double side = atlas_symbol_get_side (measure, values[i], full);
      g_autofree char *text = atlas_format_tick (values[i], values[i], measure->scale);
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);

      if (left + side + TEXT_GAP + run->width > width)
        break;
      atlas_symbol_draw (build, symbol, (AtlasPoint) { x + left + side / 2.0, middle }, side, FALSE);
      atlas_text_run_place (run, build->text, build->shapes, x + left + side + TEXT_GAP, middle - run->height / 2.0,
                            atlas_chart_build_dim (build));
      left += side + TEXT_GAP + run->width + ITEM_GAP;
    }
  return height;
}
