/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-range.h"

#include <glib/gi18n.h>

AtlasChartRange
atlas_chart_range_of (const AtlasChartSpec *spec,
                      const AtlasChartData *data)
{
  guint n = data->categories->len;
  AtlasChartRange range = { MIN (spec->first_category, MAX (n, 1) - 1), spec->n_categories };

  if (!atlas_chart_kind_get_traits (spec->kind)->has_rows || data->panels->len > 1 || n < 2 || range.n == 0)
    return (AtlasChartRange) { 0, n };
  range.n = MIN (range.n, n - range.first);
  return range;
}

gboolean
atlas_chart_range_is_part (const AtlasChartSpec *spec,
                           const AtlasChartData *data)
{
  return atlas_chart_range_of (spec, data).n < data->categories->len;
}

char *
atlas_chart_range_dup_text (const AtlasChartSpec *spec,
                            const AtlasChartData *data)
{
  AtlasChartRange range = atlas_chart_range_of (spec, data);

  if (!atlas_chart_range_is_part (spec, data))
    return NULL;
  /* Translators: under a chart that shows only some of its rows: “Rows 1 to 40 of 200” */
  return g_strdup_printf (_("Rows %u to %u of %u"), range.first + 1, range.first + range.n, data->categories->len);
}

/* The heights between two rows, and before the first and behind the last: half way between their marks;
 * (element-type double). */
static GArray *
list_edges (const AtlasChartBuild *build)
{
  guint n = build->data->categories->len;
  GArray *edges = g_array_sized_new (FALSE, TRUE, sizeof (double), n + 1);
  g_autofree double *tops = g_new (double, n), *bottoms = g_new (double, n);
  double *edge;

  for (guint i = 0; i < n; i++)
    {
      tops[i] = G_MAXDOUBLE;
      bottoms[i] = -G_MAXDOUBLE;
    }
  for (guint i = 0; i < build->marks->len; i++)
    {
      const AtlasPlacedMark *mark = &g_array_index (build->marks, AtlasPlacedMark, i);

      tops[mark->category] = MIN (tops[mark->category], mark->mark.hit.y);
      bottoms[mark->category] = MAX (bottoms[mark->category], mark->mark.hit.y + mark->mark.hit.height);
    }
  g_array_set_size (edges, n + 1);
  edge = (double *) edges->data;
  for (guint i = 1; i < n; i++)
    edge[i] = (bottoms[i - 1] + tops[i]) / 2.0;
  edge[0] = tops[0] - (tops[1] - bottoms[0]) / 2.0;
  edge[n] = bottoms[n - 1] + (tops[1] - bottoms[0]) / 2.0;
  return edges;
}

static void
cut_marks (AtlasChartBuild *build,
           AtlasChartRange  range,
           double           shift)
{
  for (guint i = build->marks->len; i-- > 0;)
    {
      AtlasPlacedMark *mark = &g_array_index (build->marks, AtlasPlacedMark, i);

      if (mark->category < range.first || mark->category >= range.first + range.n)
        {
          g_array_remove_index (build->marks, i);
          continue;
        }
      mark->mark.bounds.y += shift;
      mark->mark.hit.y += shift;
    }
}

double
atlas_chart_range_cut (AtlasChartBuild *build,
                       guint            first,
                       double           bottom,
                       double           limit)
{
  guint n_all = build->data->categories->len;
  AtlasChartRange range = atlas_chart_range_of (build->spec, build->data), asked = range;
  g_autoptr (GArray) edges = NULL;
  const double *edge;
  double below;
  AtlasBandCut cut;

  if (!atlas_chart_range_is_part (build->spec, build->data))
    return bottom;
  edges = list_edges (build);
  edge = (const double *) edges->data;
  below = bottom - edge[n_all];
  while (range.n > 1 && edge[0] + edge[range.first + range.n] - edge[range.first] + below > limit)
    range.n--;
  cut = (AtlasBandCut) { edge[0], edge[n_all], edge[range.first], edge[range.first + range.n] };
  cut.drops_below = cut.top + cut.to - cut.from + below > limit;
  atlas_shape_list_cut (build->shapes, first, cut);
  cut_marks (build, range, cut.top - cut.from);
  if (range.n < asked.n)
    atlas_chart_notes_set_hidden (build->notes, asked.n - range.n, 0);
  return cut.top + cut.to - cut.from + (cut.drops_below ? 0.0 : below);
}
