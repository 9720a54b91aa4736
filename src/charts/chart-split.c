/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-split.h"

#include "charts/chart-data.h"
#include "charts/chart-range.h"

static gboolean
fits (const AtlasChartSpec  *spec,
      const AtlasChartStyle *style,
      double                 width,
      double                 height,
      guint                  n)
{
  g_autoptr (AtlasChartSpec) part = atlas_chart_spec_copy (spec);

  part->first_category = 0;
  part->n_categories = n;
  return atlas_chart_measure_height (part, style, width) <= height;
}

GArray *
atlas_chart_split (const AtlasChartSpec  *spec,
                   const AtlasChartStyle *style,
                   double                 width,
                   double                 height)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (AtlasChartRange));
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);
  double whole = atlas_chart_measure_height (spec, style, width);
  AtlasChartRange shown = atlas_chart_range_of (spec, data);
  guint n = shown.n, n_parts = 1, longest = n;

  /* All rows are as high as each other, so what holds for one part holds for all. */
  if (atlas_chart_kind_get_traits (spec->kind)->has_rows && data->panels->len == 1 && n > 1 && whole > height)
    for (n_parts = (guint) MAX (whole / height, 2.0); n_parts < n; n_parts++)
      {
        longest = (n + n_parts - 1) / n_parts;
        if (fits (spec, style, width, height, longest))
          break;
      }
  for (guint first = 0; first == 0 || first < n; first += MAX (longest, 1))
    {
      AtlasChartRange range = { shown.first + first, MIN (longest, n - first) };

      g_array_append_val (ranges, range);
    }
  return ranges;
}
