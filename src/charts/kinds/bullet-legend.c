/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/bullet-legend.h"

#include <math.h>

#define TICK_WIDTH 2.5
#define EDGE_WIDTH 1.6
#define SIGN_WIDTH 12.0
#define SIGN_GAP 6.0
#define ITEM_GAP 16.0

AtlasBullet
atlas_bullet_of (const AtlasChartData *data)
{
  AtlasBullet self;
  guint n = data->series->len;

  for (guint i = 0; i < ATLAS_N_BULLET_PARTS; i++)
    {
      gboolean are_years = n > 0 && atlas_chart_data_get_series (data, 0)->year > 0;

      self.series[i] = i >= n ? -1 : (int) (are_years ? n - 1 - i : i);
    }
  return self;
}

const char *
atlas_bullet_part_get_sign (AtlasBulletPart part)
{
  static const char *const signs[] = { "", "┃", "◇" };

  return signs[part];
}

AtlasRect
atlas_bullet_draw_tick (AtlasChartBuild *build,
                        double           x,
                        double           middle,
                        double           height,
                        gboolean         stand_in)
{
  AtlasPaint background = { build->style->background, "background" };
  AtlasPaint ink = atlas_chart_build_text (build);
  AtlasRect tick = { x - TICK_WIDTH / 2.0, middle - height / 2.0, TICK_WIDTH, height };

  atlas_shape_list_add_rect (build->shapes,
                             (AtlasRect) { x - ATLAS_BULLET_TICK_REACH, tick.y, 2.0 * ATLAS_BULLET_TICK_REACH, tick.height },
                             background);
  atlas_shape_list_add_rect (build->shapes, tick, stand_in ? atlas_chart_build_dim (build) : ink);
  return tick;
}

AtlasRect
atlas_bullet_draw_diamond (AtlasChartBuild *build,
                           AtlasPoint       centre,
                           double           radius,
                           gboolean         stand_in)
{
  AtlasPaint background = { build->style->background, "background" };
  AtlasPaint ink = stand_in ? atlas_chart_build_dim (build) : atlas_chart_build_text (build);
  AtlasPoint points[] = { { centre.x, centre.y - radius }, { centre.x + radius, centre.y },
                          { centre.x, centre.y + radius }, { centre.x - radius, centre.y } };

  atlas_shape_list_add_polygon (build->shapes, points, G_N_ELEMENTS (points), background);
  atlas_shape_list_add_line (build->shapes, points, G_N_ELEMENTS (points), TRUE, ink, EDGE_WIDTH, ATLAS_STROKE_SOLID);
  return (AtlasRect) { centre.x - radius, centre.y - radius, 2.0 * radius, 2.0 * radius };
}

static void
draw_sign (AtlasChartBuild *build,
           AtlasBulletPart  part,
           double           x,
           double           middle)
{
  double size = atlas_text_maker_get_size (build->text, ATLAS_TEXT_SMALL);

  if (part == ATLAS_BULLET_ACTUAL)
    atlas_shape_list_add_rect (build->shapes, (AtlasRect) { x, round (middle - size * 0.3), SIGN_WIDTH, round (size * 0.6) },
                               build->spec->slots != NULL ? atlas_chart_build_dim (build)
                                                          : atlas_chart_build_region (build, NULL));
  else if (part == ATLAS_BULLET_TARGET)
    atlas_bullet_draw_tick (build, x + SIGN_WIDTH / 2.0, middle, size, FALSE);
  else
    atlas_bullet_draw_diamond (build, (AtlasPoint) { x + SIGN_WIDTH / 2.0, middle }, size * 0.42, FALSE);
}

double
atlas_bullet_legend_draw (AtlasChartBuild *build,
                          AtlasRect        plot,
                          gboolean         is_drawn)
{
  AtlasBullet bullet = atlas_bullet_of (build->data);
  double pitch = atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_SMALL), x = 0.0, y = 0.0;

  for (AtlasBulletPart part = ATLAS_BULLET_ACTUAL; part < ATLAS_N_BULLET_PARTS && bullet.series[part] >= 0; part++)
    {
      const char *name = atlas_chart_data_get_series (build->data, (guint) bullet.series[part])->name;
      g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_SMALL, name,
                                                         plot.width - SIGN_WIDTH - SIGN_GAP, 1);

      if (x > 0.0 && x + SIGN_WIDTH + SIGN_GAP + run->width > plot.width)
        {
          x = 0.0;
          y += pitch;
        }
      if (is_drawn)
        {
          draw_sign (build, part, plot.x + x, plot.y + y + pitch / 2.0);
          atlas_text_run_place (run, build->text, build->shapes, plot.x + x + SIGN_WIDTH + SIGN_GAP, plot.y + y,
                                atlas_chart_build_text (build));
        }
      x += SIGN_WIDTH + SIGN_GAP + run->width + ITEM_GAP;
    }
  return y + pitch;
}
