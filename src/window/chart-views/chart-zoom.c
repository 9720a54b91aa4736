/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-views/chart-zoom.h"

#include "charts/chart-range.h"

/* Fewer rows than these are no longer a comparison, and never too many to be seen at once. */
#define LEAST_ROWS 5

static guint
clamp_first (double first,
             guint  n,
             guint  n_all)
{
  return (guint) CLAMP (first, 0.0, (double) (n_all - n));
}

/* FOCUS: what shall be in the middle. */
static AtlasChartRange
change_range (AtlasZoom       zoom,
              AtlasChartRange range,
              guint           n_all,
              double          focus)
{
  guint n = range.n;

  switch (zoom)
    {
    case ATLAS_ZOOM_IN:
      n = MAX (range.n / 2, MIN (LEAST_ROWS, range.n));
      return (AtlasChartRange) { clamp_first (focus - n / 2, n, n_all), n };
    case ATLAS_ZOOM_OUT:
      n = MIN (range.n * 2, n_all);
      return (AtlasChartRange) { clamp_first (focus - n / 2, n, n_all), n };
    case ATLAS_ZOOM_NEXT:
      return (AtlasChartRange) { clamp_first ((double) range.first + n, n, n_all), n };
    case ATLAS_ZOOM_PREVIOUS:
      return (AtlasChartRange) { clamp_first ((double) range.first - n, n, n_all), n };
    case ATLAS_ZOOM_ALL:
    default:
      return (AtlasChartRange) { 0, n_all };
    }
}

static gboolean
has_row (const AtlasChartData *data,
         guint                 category,
         int                   row)
{
  for (guint s = 0; s < data->series->len; s++)
    if (atlas_chart_data_get_row (data, category, s) == row)
      return TRUE;
  return FALSE;
}

/* Where the row is, if it is in RANGE; else a zoom keeps the first row. */
static double
find_focus (const AtlasChartData *data,
            AtlasChartRange       range,
            AtlasZoom             zoom,
            int                   row)
{
  for (guint c = range.first; row >= 0 && c < range.first + range.n; c++)
    if (has_row (data, c, row))
      return c;
  return range.first + (zoom == ATLAS_ZOOM_IN ? MAX (range.n / 2, MIN (LEAST_ROWS, range.n)) / 2 : range.n / 2);
}

static gboolean
has_rows (const AtlasChartSpec *spec,
          const AtlasChartData *data)
{
  return atlas_chart_kind_get_traits (spec->kind)->has_rows && data->panels->len == 1;
}

void
atlas_chart_spec_zoom (AtlasChartSpec *spec,
                       AtlasZoom       zoom,
                       int             row)
{
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);
  AtlasChartRange range = atlas_chart_range_of (spec, data);
  guint n_all = data->categories->len;

  if (!has_rows (spec, data) || n_all <= LEAST_ROWS)
    return;
  range = change_range (zoom, range, n_all, find_focus (data, range, zoom, row));
  spec->first_category = range.first;
  spec->n_categories = range.n < n_all ? range.n : 0;
}

void
atlas_chart_spec_can_zoom (const AtlasChartSpec *spec,
                           gboolean              out[ATLAS_N_ZOOMS])
{
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (spec);
  AtlasChartRange range = atlas_chart_range_of (spec, data);
  guint n_all = data->categories->len;

  for (AtlasZoom zoom = 0; zoom < ATLAS_N_ZOOMS; zoom++)
    {
      AtlasChartRange after = change_range (zoom, range, n_all, range.first);

      out[zoom] = has_rows (spec, data) && n_all > LEAST_ROWS && (after.first != range.first || after.n != range.n);
    }
}
