/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-titles.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/parts-total.h"


static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
atlas_chart_dup_headline (const AtlasChartSpec *spec)
{
  g_autofree char *headline = NULL;

  headline = spec->headline != NULL ? g_strdup (spec->headline) : atlas_table_dup_name (spec->table);
  if (spec->number == NULL)
    return g_steal_pointer (&headline);
  /* Translators: the number of a figure and its title: “Figure 1  Certified social workers” */
  return g_strdup_printf (C_("number and title", "%s  %s"), spec->number, headline);
}

/* The one region that all rows are about, or the one that they lie in with their level. */
static char *
dup_geography (AtlasTable *table)
{
  const AtlasQuestion *question = atlas_table_get_question (table);
  guint n_rows = atlas_table_get_n_rows (table);
  const AtlasRegion *region = n_rows > 0 ? atlas_table_get_row (table, 0)->region : NULL;

  if (question->within != NULL)
    {
      AtlasRegionTree *regions = atlas_catalogue_get_regions (atlas_table_get_catalogue (table));
      const AtlasRegion *within = regions != NULL ? atlas_region_tree_lookup (regions, question->within) : NULL;

      if (within != NULL)
        /* Translators: a region and the level of the divisions in it that a chart shows: “Ningxia, by prefecture” */
        return g_strdup_printf (_("%s, by %s"), atlas_region_get_display_name (within),
                                atlas_region_level_get_name (question->level));
    }
  for (guint i = 1; i < n_rows; i++)
    if (atlas_table_get_row (table, i)->region != region)
      return NULL;
  return region != NULL ? g_strdup (atlas_region_get_display_name (region)) : NULL;
}

/* "Certified social workers ÷ resident population" of a ratio of two. */
static char *
dup_ratio (AtlasTable *table)
{
  guint n_rows = atlas_table_get_n_rows (table);
  const char *names[2];

  if (atlas_table_get_n_parts (table) > 1)
    return NULL;
  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (row->inputs->len != 2)
        continue;
      for (guint k = 0; k < 2; k++)
        {
          const AtlasObservation *input = g_ptr_array_index (row->inputs, k);
          const AtlasIndicator *indicator = NULL;

          if (input->indicator_id != NULL)
            indicator = atlas_catalogue_find_indicator (atlas_table_get_catalogue (table), input->indicator_id);
          if (indicator == NULL)
            return NULL;
          names[k] = atlas_indicator_get_name (indicator);
        }
      return g_strdup_printf ("%s ÷ %s", names[0], names[1]);
    }
  return NULL;
}

static char *
dup_period (const AtlasChartData *data)
{
  const AtlasQuestion *question = atlas_table_get_question (data->table);
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (data->n_values == 0 && question->first_year == 0)
    return NULL;
  if (data->n_values > 0 && data->is_one_period)
    period = g_strdup (data->period);
  else if (question->first_year != question->last_year)
    period = g_strdup_printf ("%d/%d", question->first_year, question->last_year);
  else if (data->n_values == 0)
    period = g_strdup_printf ("%d", question->first_year);
  else
    period = g_strdup (data->period);
  text = atlas_format_period (period);
  if (data->is_one_period || data->has_years || data->n_values == 0)
    return g_steal_pointer (&text);
  /* Translators: a period that holds for all values of a chart but those that carry their own */
  return g_strdup_printf (_("%s unless noted"), text);
}

static char *
dup_unit (const AtlasChartData *data)
{
  g_autofree char *unit = atlas_scale_dup_unit (data->scale, data->unit);

  if (unit[0] == '\0' || !data->is_one_unit)
    return NULL;
  /* Translators: in the subtitle of a chart, as tables have it */
  return g_strdup_printf (_("Unit: %s"), unit);
}

char *
atlas_chart_dup_unit_line (const AtlasChartData *data)
{
  GString *text = g_string_new (NULL);
  g_autofree char *unit = dup_unit (data);
  g_autofree char *period = dup_period (data);

  append_part (text, unit);
  append_part (text, period);
  return g_string_free (text, FALSE);
}

/* Where areas are parts of a whole, the whole is said. */
static void
append_total (GString              *text,
              const AtlasChartSpec *spec,
              const AtlasChartData *data)
{
  g_autofree char *total = spec->kind == ATLAS_CHART_TREEMAP ? atlas_parts_dup_total (data) : NULL;

  append_part (text, total);
}

char *
atlas_chart_dup_subtitle (const AtlasChartSpec *spec,
                          const AtlasChartData *data)
{
  GString *text;
  g_autofree char *measure = atlas_table_dup_name (spec->table);
  g_autofree char *ratio = dup_ratio (spec->table);
  g_autofree char *geography = dup_geography (spec->table);
  g_autofree char *period = dup_period (data);
  g_autofree char *unit = dup_unit (data);

  if (spec->subtitle != NULL)
    return g_strdup (spec->subtitle);
  text = g_string_new (NULL);
  if (spec->headline != NULL && strcmp (spec->headline, measure) != 0)
    append_part (text, measure);
  append_part (text, ratio);
  append_part (text, geography);
  append_part (text, period);
  append_part (text, unit);
  append_total (text, spec, data);
  return g_string_free (text, FALSE);
}
