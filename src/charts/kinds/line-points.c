/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/line-chart.h"
#include "charts/series-break.h"
#include "charts/value-time.h"

const AtlasObservation *
atlas_line_chart_get_value (const AtlasLineChart *self,
                            guint                 category,
                            guint                 series)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self->build->data, category, series);

  return value != NULL && atlas_chart_kind_shows (self->build->spec->kind, value) ? value : NULL;
}

gboolean
atlas_line_chart_is_dim (const AtlasLineChart *self,
                         guint                 series)
{
  const AtlasRegion *region = atlas_chart_data_get_series (self->build->data, series)->region;
  GHashTable *slots = self->build->spec->slots;

  return self->build->data->series->len > ATLAS_N_COLOUR_SLOTS &&
         (region == NULL || slots == NULL || !g_hash_table_contains (slots, region->code));
}

AtlasPaint
atlas_line_chart_get_paint (const AtlasLineChart *self,
                            guint                 series)
{
  return atlas_line_chart_is_dim (self, series) ? atlas_chart_build_dim (self->build)
                                                : atlas_chart_build_series (self->build, series);
}

int
atlas_line_chart_get_year (const AtlasLineChart *self,
                           guint                 category)
{
  return atlas_chart_data_get_category (self->build->data, category)->year;
}

AtlasPoint
atlas_line_chart_get_point (const AtlasLineChart *self,
                            guint                 category,
                            guint                 series)
{
  const AtlasObservation *value = atlas_line_chart_get_value (self, category, series);
  double time = self->is_stepped ? atlas_value_get_time (value) : atlas_line_chart_get_year (self, category);

  return (AtlasPoint) { atlas_linear_scale_position (&self->x, time),
                        atlas_value_axis_get_position (&self->y, value->value) };
}

gboolean
atlas_line_chart_joins (const AtlasLineChart *self,
                        guint                 category,
                        guint                 series)
{
  return atlas_series_joins (self->build->data, self->build->spec->kind, category, series);
}

double
atlas_line_chart_get_year_x (const AtlasLineChart *self,
                             guint                 category)
{
  return atlas_linear_scale_position (&self->x, atlas_line_chart_get_year (self, category) + (self->is_stepped ? 0.5 : 0.0));
}

int
atlas_line_chart_get_last (const AtlasLineChart *self,
                           guint                 series)
{
  for (guint c = self->build->data->categories->len; c-- > 0;)
    if (atlas_line_chart_get_value (self, c, series) != NULL)
      return (int) c;
  return -1;
}
