/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-description.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/chart-label.h"
#include "charts/chart-titles.h"
#include "dataset/language.h"

/* "吴忠市", "吴忠市 · 高级": whom a row is about. */
static char *
dup_subject (const AtlasChartData *data,
             guint                 row)
{
  const AtlasObservation *observation = atlas_table_get_row (data->table, row);
  GString *text = g_string_new (atlas_region_get_display_name (observation->region));

  for (guint i = 0; observation->by[i] != NULL; i++)
    g_string_append_printf (text, " · %s", atlas_table_get_by_name (data->table, row, i));
  return g_string_free (text, FALSE);
}

/* "24.0% (753 ÷ 3,134)" */
static char *
dup_value (const AtlasChartData   *data,
           const AtlasObservation *observation)
{
  g_autofree char *value = atlas_format_observation (observation, data->unit);
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (!isfinite (observation->numerator) || !isfinite (observation->denominator))
    return g_steal_pointer (&value);
  numerator = atlas_format_label (observation->numerator, observation->numerator_qualifier, NULL, ATLAS_SCALE_ONE);
  denominator = atlas_format_label (observation->denominator, observation->denominator_qualifier, NULL, ATLAS_SCALE_ONE);
  /* Translators: a ratio with what it was divided from: “24.0% (753 ÷ 3,134)” */
  return g_strdup_printf (_("%s (%s ÷ %s)"), value, numerator, denominator);
}

char *
atlas_chart_dup_mark_text (const AtlasChartSpec  *spec,
                           const AtlasChartData  *data,
                           const AtlasPlacedMark *mark)
{
  const AtlasObservation *observation = mark->mark.observation;
  g_autofree char *subject = dup_subject (data, mark->mark.row);
  g_autofree char *measure = atlas_table_dup_name (spec->table);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (atlas_observation_is_missing (observation))
    {
      value = atlas_chart_dup_missing_text (data, observation);
      /* Translators: a mark of a chart in words: region, indicator, why there is no value */
      return g_strdup_printf (_("%s · %s: %s"), subject, measure, value);
    }
  value = dup_value (data, observation);
  period = atlas_format_period (observation->period);
  /* Translators: a mark of a chart in words: region, indicator, value, period */
  return g_strdup_printf (_("%s · %s %s, %s"), subject, measure, value, period);
}

static const char *
kind_name (AtlasChartKind kind)
{
  switch (kind)
    {
    case ATLAS_CHART_GROUPED_BAR:
      return _("Grouped bar chart");
    case ATLAS_CHART_STACKED_BAR:
      return _("Stacked bar chart");
    case ATLAS_CHART_PERCENT_BAR:
      return _("Bar chart of shares");
    case ATLAS_CHART_LINE:
      return _("Line chart");
    case ATLAS_CHART_BAR:
    default:
      return _("Bar chart");
    }
}

static void
find_extremes (const AtlasChartData *data,
               int                  *top,
               int                  *bottom)
{
  guint n_rows = atlas_table_get_n_rows (data->table);

  *top = *bottom = -1;
  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (data->table, i);

      if (atlas_observation_is_missing (row) || !isfinite (row->value))
        continue;
      if (*top < 0 || row->value > atlas_table_get_row (data->table, (guint) *top)->value)
        *top = (int) i;
      if (*bottom < 0 || row->value <= atlas_table_get_row (data->table, (guint) *bottom)->value)
        *bottom = (int) i;
    }
}

/* "吴忠市 753人", with the year in a chart over time. */
static char *
dup_row (const AtlasChartSpec *spec,
         const AtlasChartData *data,
         int                   index)
{
  const AtlasObservation *row = atlas_table_get_row (data->table, (guint) index);
  g_autofree char *subject = dup_subject (data, (guint) index);
  g_autofree char *value = dup_value (data, row);
  g_autofree char *period = atlas_format_period (row->period);

  if (spec->kind == ATLAS_CHART_LINE)
    /* Translators: a point of a line chart: region, period, value */
    return g_strdup_printf (C_("point of a line", "%s %s, %s"), subject, period, value);
  return g_strdup_printf ("%s %s", subject, value);
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  /* Chinese sentences follow each other without a blank. */
  if (atlas_language_current () != ATLAS_LANGUAGE_CHINESE)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

char *
atlas_chart_dup_description (const AtlasChartSpec *spec,
                             const AtlasChartData *data)
{
  g_autofree char *headline = atlas_chart_dup_headline (spec);
  g_autofree char *subtitle = atlas_chart_dup_subtitle (spec, data);
  GString *text = g_string_new (NULL);
  guint n_missing = atlas_table_count_missing (data->table);
  int top, bottom;

  g_string_append_printf (text, _("%s: %s. %s."), kind_name (spec->kind), headline, subtitle);
  find_extremes (data, &top, &bottom);
  if (top >= 0)
    {
      g_autofree char *highest = dup_row (spec, data, top);
      g_autofree char *lowest = dup_row (spec, data, bottom);
      g_autofree char *range = NULL;

      if (top == bottom)
        range = g_strdup_printf (_("One value: %s."), highest);
      else
        range = g_strdup_printf (ngettext ("%u value. Highest: %s; lowest: %s.",
                                           "%u values. Highest: %s; lowest: %s.", data->n_values),
                                 data->n_values, highest, lowest);
      append_sentence (text, range);
    }
  if (n_missing > 0)
    {
      g_autofree char *missing = g_strdup_printf (ngettext ("%u value is missing.", "%u values are missing.",
                                                            n_missing), n_missing);

      append_sentence (text, missing);
    }
  return g_string_free (text, FALSE);
}
