/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/map-series.h"

#include <glib/gi18n.h>
#include <string.h>

guint
atlas_map_series_choose (AtlasChartBuild *build)
{
  guint n = build->data->series->len, shown;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *others = NULL;
  g_autofree char *sentence = NULL;

  if (n < 2)
    return 0;
  shown = atlas_chart_data_get_series (build->data, 0)->year > 0 ? n - 1 : 0;
  for (guint i = 0; i < n; i++)
    if (i != shown)
      g_ptr_array_add (names, atlas_chart_data_get_series (build->data, i)->name);
  others = atlas_chart_notes_join_names (names);
  /* Translators: of several years, or values of a dimension, a map shows one */
  sentence = g_strdup_printf (_("Shown: %s; not shown: %s"), atlas_chart_data_get_series (build->data, shown)->name,
                              others);
  atlas_chart_notes_add (build->notes, sentence);
  return shown;
}

gboolean
atlas_map_series_is_rate (const AtlasChartBuild *build)
{
  const AtlasChartData *data = build->data;
  AtlasTable *part = atlas_table_get_part (data->table, data->has_indicator_panels ? data->panel : 0);

  return strcmp (atlas_table_get_indicator (part)->over_regions, "sum") != 0;
}
