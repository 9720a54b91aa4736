/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-description.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/chart-label.h"
#include "charts/chart-range.h"
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

/* The value of a row with its unit. */
typedef char *(*DupValue) (const AtlasChartData *data, guint row);

/* As printed beside the mark: "≥ 810 people". */
static char *
dup_shown (const AtlasChartData *data,
           guint                 row)
{
  const AtlasObservation *observation = atlas_table_get_row (data->table, row);
  const AtlasChartMeasure *measure = atlas_chart_data_get_row_measure (data, row);

  return atlas_format_label_with_unit (observation->value, observation->qualifier, measure->unit, measure->scale);
}

/* In words, since signs are not read aloud: "more than 810 people". */
static char *
dup_spoken (const AtlasChartData *data,
            guint                 row)
{
  return atlas_format_observation (atlas_table_get_row (data->table, row),
                                   atlas_chart_data_get_row_measure (data, row)->unit);
}

/* "24.0% (753 ÷ 3,134)" */
static char *
dup_value (const AtlasChartData *data,
           guint                 row,
           DupValue              dup)
{
  const AtlasObservation *observation = atlas_table_get_row (data->table, row);
  g_autofree char *value = dup (data, row);
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (!isfinite (observation->numerator) || !isfinite (observation->denominator))
    return g_steal_pointer (&value);
  numerator = atlas_format_label (observation->numerator, observation->numerator_qualifier, NULL, ATLAS_SCALE_ONE);
  denominator = atlas_format_label (observation->denominator, observation->denominator_qualifier, NULL, ATLAS_SCALE_ONE);
  /* Translators: a ratio with what it was divided from: “24.0% (753 ÷ 3,134)” */
  return g_strdup_printf (_("%s (%s ÷ %s)"), value, numerator, denominator);
}

static AtlasTable *
find_part (AtlasTable *table,
           guint       row)
{
  return atlas_table_get_part (table, atlas_table_get_part_of_row (table, row));
}

static char *
dup_value_text (const AtlasChartData  *data,
                const AtlasPlacedMark *mark,
                DupValue               dup)
{
  const AtlasObservation *observation = mark->mark.observation;
  g_autofree char *subject = dup_subject (data, mark->mark.row);
  g_autofree char *measure = atlas_table_dup_name (find_part (data->table, mark->mark.row));
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (atlas_observation_is_missing (observation))
    {
      value = atlas_chart_dup_missing_text (data->table, observation);
      /* Translators: a mark of a chart in words: region, indicator, why there is no value */
      return g_strdup_printf (_("%s · %s: %s"), subject, measure, value);
    }
  value = dup_value (data, mark->mark.row, dup);
  period = atlas_format_period (observation->period);
  /* Translators: a mark of a chart in words: region, indicator, value, period */
  return g_strdup_printf (_("%s · %s %s, %s"), subject, measure, value, period);
}

/* "Funding 5,000 yuan, 2023": one of the two values that a mark tells. */
static char *
dup_half (const AtlasChartData *data,
          guint                 row,
          DupValue              dup)
{
  const AtlasObservation *observation = atlas_table_get_row (data->table, row);
  g_autofree char *measure = atlas_table_dup_name (find_part (data->table, row));
  g_autofree char *value = dup_value (data, row, dup);
  g_autofree char *period = atlas_format_period (observation->period);

  /* Translators: indicator, value, period */
  return g_strdup_printf (C_("value in words", "%s %s, %s"), measure, value, period);
}

static char *
dup_pair_text (const AtlasChartData  *data,
               const AtlasPlacedMark *mark,
               DupValue               dup)
{
  g_autofree char *subject = dup_subject (data, mark->mark.row);
  g_autofree char *across = dup_half (data, (guint) atlas_chart_data_get_row (data, mark->category, 0), dup);
  g_autofree char *up = dup_half (data, mark->mark.row, dup);

  /* Translators: a point of a scatter chart in words: region, first indicator with value, second one with value */
  return g_strdup_printf (C_("point of two values", "%s · %s; %s"), subject, across, up);
}

static char *
dup_mark (const AtlasChartSpec  *spec,
          const AtlasChartData  *data,
          const AtlasPlacedMark *mark,
          DupValue               dup)
{
  gboolean is_pair = atlas_chart_kind_get_traits (spec->kind)->is_plane;
  g_autofree char *value = is_pair ? dup_pair_text (data, mark, dup) : dup_value_text (data, mark, dup);
  g_autofree char *rank = NULL;

  if (data->ranking == NULL)
    return g_steal_pointer (&value);
  rank = atlas_ranking_dup_words (data->ranking, mark->mark.row);
  return g_strdup_printf ("%s · %s", value, rank);
}

char *
atlas_chart_dup_mark_text (const AtlasChartSpec  *spec,
                           const AtlasChartData  *data,
                           const AtlasPlacedMark *mark)
{
  return dup_mark (spec, data, mark, dup_shown);
}

char *
atlas_chart_dup_mark_speech (const AtlasChartSpec  *spec,
                             const AtlasChartData  *data,
                             const AtlasPlacedMark *mark)
{
  return dup_mark (spec, data, mark, dup_spoken);
}

/* Of the rows of PART, or of all rows where the parts have one unit. */
static void
find_extremes (const AtlasChartData *data,
               guint                 part,
               int                  *top,
               int                  *bottom)
{
  guint n_rows = atlas_table_get_n_rows (data->table);

  *top = *bottom = -1;
  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (data->table, i);

      if (atlas_observation_is_missing (row) || !isfinite (row->value) || !atlas_chart_data_has_row (data, i) ||
          (!data->is_one_unit && atlas_table_get_part_of_row (data->table, i) != part))
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
  g_autofree char *value = dup_value (data, (guint) index, dup_spoken);
  g_autofree char *period = atlas_format_period (row->period);

  if (atlas_chart_kind_get_traits (spec->kind)->is_over_time)
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

/* How many values, and between which they lie. */
static void
append_range (const AtlasChartSpec *spec,
              const AtlasChartData *data,
              guint                 part,
              GString              *text)
{
  guint n_values = g_array_index (data->measures, AtlasChartMeasure, part).n_values;
  g_autofree char *highest = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *range = NULL;
  int top, bottom;

  find_extremes (data, part, &top, &bottom);
  if (top < 0)
    return;
  highest = dup_row (spec, data, top);
  lowest = dup_row (spec, data, bottom);
  if (top == bottom)
    range = g_strdup_printf (_("One value: %s."), highest);
  else
    range = g_strdup_printf (ngettext ("%u value. Highest: %s; lowest: %s.",
                                       "%u values. Highest: %s; lowest: %s.", n_values), n_values, highest, lowest);
  if (!data->is_one_unit)
    {
      g_autofree char *name = atlas_table_dup_name (atlas_table_get_part (data->table, part));
      g_autofree char *of_part = g_strdup_printf (C_("indicator and what is said of it", "%s: %s"), name, range);

      append_sentence (text, of_part);
      return;
    }
  append_sentence (text, range);
}

char *
atlas_chart_dup_description (const AtlasChartSpec *spec,
                             const AtlasChartData *data)
{
  g_autofree char *headline = atlas_chart_dup_headline (spec);
  g_autofree char *subtitle = atlas_chart_dup_subtitle (spec, data);
  GString *text = g_string_new (NULL);
  g_autofree char *rows = atlas_chart_range_dup_text (spec, data);
  guint n_missing = atlas_table_count_missing (data->table);

  g_string_append_printf (text, _("%s: %s. %s."), _(atlas_chart_kind_get_traits (spec->kind)->name), headline, subtitle);
  for (guint i = 0; i < (data->is_one_unit ? 1 : data->measures->len); i++)
    append_range (spec, data, i, text);
  if (rows != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("%s."), rows);

      append_sentence (text, sentence);
    }
  if (n_missing > 0)
    {
      g_autofree char *missing = g_strdup_printf (ngettext ("%u value is missing.", "%u values are missing.",
                                                            n_missing), n_missing);

      append_sentence (text, missing);
    }
  return g_string_free (text, FALSE);
}
