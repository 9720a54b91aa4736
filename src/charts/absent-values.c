/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/absent-values.h"

#include <glib/gi18n.h>

#include "charts/chart-label.h"

/* Of so many that a reader would no longer look for one among them. */
#define MAX_NAMED 40

/* Why the chart has no place for the value, NULL where it has; (transfer full). */
static char *
dup_reason (const AtlasChartBuild *build,
            guint                  category,
            guint                  series)
{
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, series);

  if (atlas_chart_data_get_value (build->data, category, series) != NULL)
    return NULL;
  if (observation == NULL)
    /* Translators: why there is no value: a limit, or a condition, left the row out */
    return g_strdup (C_("missing value", "not among those asked for"));
  return atlas_chart_dup_missing_text (build->data->table, observation);
}

static char *
dup_name (const AtlasChartBuild *build,
          guint                  category)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_category (build->data, category);

  return entry->is_region ? atlas_region_dup_short_name (entry->region) : g_strdup (entry->name);
}

/* Those of the categories from FIRST on that have its reason. */
static char *
list_names (const AtlasChartBuild *build,
            guint                  series,
            guint                  first,
            const char            *reason)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint c = first; c < build->data->categories->len; c++)
    {
      g_autofree char *name = dup_name (build, c);
      g_autofree char *other = dup_reason (build, c, series);

      if (g_strcmp0 (other, reason) == 0 && n++ < MAX_NAMED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? C_("between names", ", ") : "", name);
    }
  if (n > MAX_NAMED)
    /* Translators: behind the first of many names: how many there are */
    g_string_append_printf (names, C_("after names", " … (%u in all)"), n);
  return g_string_free (names, FALSE);
}

void
atlas_absent_values_note_names (AtlasChartBuild *build,
                                guint            series)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_series (build->data, series);
  g_autofree char *measure = atlas_table_dup_name (atlas_table_get_part (build->data->table, entry->part));
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint c = 0; c < build->data->categories->len; c++)
    {
      char *reason = dup_reason (build, c, series);
      g_autofree char *names = NULL;
      g_autofree char *sentence = NULL;

      if (reason == NULL || !g_hash_table_add (said, reason))
        continue;
      names = list_names (build, series, c, reason);
      /* Translators: under a chart: an indicator, why there is no value, and of which regions */
      sentence = g_strdup_printf (C_("missing values", "%s, %s: %s"), measure, reason, names);
      atlas_chart_notes_add (build->notes, sentence);
    }
}

void
atlas_absent_values_note_counts (AtlasChartBuild *build)
{
  guint counts[ATLAS_MISSING_SUPPRESSED + 1] = { 0 };
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint n_rows = atlas_table_get_n_rows (build->data->table);

  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (build->data->table, i);

      if (atlas_observation_is_missing (row))
        counts[row->missing]++;
    }
  for (guint kind = 0; kind < G_N_ELEMENTS (counts); kind++)
    if (counts[kind] > 0)
      /* Translators: how many values are missing, and why */
      g_string_append_printf (list, C_("missing values", "%s%u %s"), list->len > 0 ? C_("between names", ", ") : "",
                              counts[kind], atlas_missing_get_meaning (kind));
  if (list->len == 0)
    return;
  sentence = g_strdup_printf (_("Not shown: %s"), list->str);
  atlas_chart_notes_add (build->notes, sentence);
}
