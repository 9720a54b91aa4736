/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-legend.h"

#include <math.h>

#include "charts/point-marker.h"

#define SWATCH_GAP 5.0
#define ITEM_GAP 16.0

typedef struct {
  AtlasTextRun *run;
  guint series;
  double x, y;
} Item;

struct _AtlasChartLegend {
  AtlasChartBuild *build;
  double width;
  double swatch;
  GArray *items;
  double next_x, next_y; /* where the next item goes if it fits */
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  atlas_text_run_free (item->run);
}

AtlasChartLegend *
atlas_chart_legend_new (AtlasChartBuild *build,
                        double           width)
{
  AtlasChartLegend *self = g_new0 (AtlasChartLegend, 1);

  self->build = build;
  self->width = width;
  self->swatch = round (atlas_text_maker_get_size (build->text, ATLAS_TEXT_SMALL) * 0.85);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

AtlasChartLegend *
atlas_chart_legend_new_series (AtlasChartBuild *build,
                               double           width)
{
  AtlasChartLegend *self = atlas_chart_legend_new (build, width);

  if (build->share != NULL)
    {
      build->share->wants_legend = TRUE;
      return self;
    }
  for (guint i = 0; i < build->data->series->len; i++)
    atlas_chart_legend_add (self, atlas_chart_data_get_series (build->data, i)->name, i);
  return self;
}

void
atlas_chart_legend_free (AtlasChartLegend *self)
{
  g_array_unref (self->items);
  g_free (self);
}

void
atlas_chart_legend_add (AtlasChartLegend *self,
                        const char       *text,
                        guint             series)
{
  double before = self->swatch + SWATCH_GAP;
  AtlasTextRun *run = atlas_text_run_new (self->build->text, ATLAS_TEXT_SMALL, text, self->width - before, 1);
  Item item = { run, series };

  if (self->next_x > 0.0 && self->next_x + before + run->width > self->width)
    {
      self->next_x = 0.0;
      self->next_y += atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_SMALL);
    }
  item.x = self->next_x;
  item.y = self->next_y;
  self->next_x += before + run->width + ITEM_GAP;
  g_array_append_val (self->items, item);
}

guint
atlas_chart_legend_get_n_items (const AtlasChartLegend *self)
{
  return self->items->len;
}

double
atlas_chart_legend_get_height (const AtlasChartLegend *self)
{
  if (self->items->len == 0)
    return 0.0;
  return self->next_y + atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_SMALL);
}

static void
draw_swatch (const AtlasChartLegend *self,
             guint                   series,
             double                  left,
             double                  top)
{
  AtlasChartBuild *build = self->build;
  AtlasPaint paint = atlas_chart_build_series (build, series);
  AtlasPoint corners[] = { { left, top }, { left + self->swatch, top },
                           { left + self->swatch, top + self->swatch }, { left, top + self->swatch } };

  atlas_shape_list_add_polygon (build->shapes, corners, 4, paint);
  if (atlas_chart_build_is_hatched (build, series))
    atlas_shape_list_add_hatch (build->shapes, corners, 4, atlas_chart_build_text_on (paint));
}

void
atlas_chart_legend_draw (const AtlasChartLegend *self,
                         double                  x,
                         double                  y)
{
  double pitch = atlas_text_maker_get_pitch (self->build->text, ATLAS_TEXT_SMALL), half = self->swatch / 2.0;
  gboolean is_of_dots = atlas_chart_kind_get_traits (self->build->spec->kind)->shape == ATLAS_MARKS_DOTS;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double left = x + item->x, top = round (y + item->y + (pitch - self->swatch) / 2.0);

      if (is_of_dots)
        atlas_point_marker_draw_dot (self->build, (AtlasPoint) { left + half, top + half }, half * 0.8, item->series, TRUE,
                                     FALSE);
      else
        draw_swatch (self, item->series, left, top);
      atlas_text_run_place (item->run, self->build->text, self->build->shapes, left + self->swatch + SWATCH_GAP,
                            y + item->y, atlas_chart_build_text (self->build));
    }
}
