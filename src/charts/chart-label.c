/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-label.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "indicators/figure-year.h"

/* More names than this are not written out in a note. */
#define MAX_LISTED 12

char *
atlas_chart_dup_value_text (const AtlasChartMeasure *measure,
                            double                   value,
                            AtlasQualifier           qualifier)
{
  return atlas_format_bare_label (value, qualifier, measure->unit, measure->scale);
}

char *
atlas_chart_dup_fraction (const AtlasObservation *observation)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (!isfinite (observation->numerator) || !isfinite (observation->denominator))
    return NULL;
  numerator = atlas_format_label (observation->numerator, observation->numerator_qualifier, NULL, ATLAS_SCALE_ONE);
  denominator = atlas_format_label (observation->denominator, observation->denominator_qualifier, NULL, ATLAS_SCALE_ONE);
  return g_strdup_printf ("%s / %s", numerator, denominator);
}

char *
atlas_chart_dup_other_period (const AtlasChartData   *data,
                              const AtlasObservation *observation)
{
  g_autofree char *key = atlas_chart_dup_period_key (observation);
  gboolean expected = data->has_years ? !observation->stand_in && !atlas_period_is_interval (key)
                                      : strcmp (key, data->period) == 0;

  /* Where years are asked for, a value stands at its year, and only another one needs saying. */
  if (expected)
    return NULL;
  if (key[0] == '\0')
    /* Translators: of a value that no date is known for, instead of a year: 753 (undated). Short. */
    return g_strdup (C_("period of a value", "undated"));
  return atlas_period_is_interval (key) ? atlas_format_period (key) : g_steal_pointer (&key);
}

char *
atlas_chart_dup_period_mark (const AtlasChartData   *data,
                             const AtlasObservation *observation)
{
  g_autofree char *period = atlas_chart_dup_other_period (data, observation);

  if (period == NULL)
    return g_strdup ("");
  /* Translators: behind a value that is of another year than the others: 753 (2021) */
  return g_strdup_printf (C_("period of a value", " (%s)"), period);
}

/* In a panel that is all about one region, that is the panel's. */
static const char *
get_own_name (const AtlasChartData *data,
              guint                 category)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_category (data, category);
  const AtlasChartEntry *panel = g_ptr_array_index (data->panels, data->panel);

  return entry->name[0] != '\0' ? entry->name : panel->name;
}

char *
atlas_chart_dup_names (const AtlasChartData *data,
                       GArray               *categories)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (categories->len, MAX_LISTED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? C_("between names", ", ") : "",
                            get_own_name (data, g_array_index (categories, guint, i)));
  if (categories->len <= MAX_LISTED)
    return g_strdup (names->str);
  /* Translators: the first of many names: “A, B and others, 20 in all” */
  return g_strdup_printf (C_("names", "%s and others, %u in all"), names->str, categories->len);
}

const char *
atlas_missing_get_symbol (AtlasMissing missing)
{
  switch (missing)
    {
    case ATLAS_MISSING_OTHER_YEARS:
      return "○";
    case ATLAS_MISSING_INPUT:
      return "△";
    case ATLAS_MISSING_ONLY_PARTS:
      return "◇";
    case ATLAS_MISSING_UNPLACED:
      return "□";
    case ATLAS_MISSING_NOT_APPLICABLE:
      return "×";
    case ATLAS_MISSING_SUPPRESSED:
      return "※";
    case ATLAS_MISSING_NOT_REPORTED:
    default:
      return "—";
    }
}

const char *
atlas_missing_get_meaning (AtlasMissing missing)
{
  switch (missing)
    {
    case ATLAS_MISSING_OTHER_YEARS:
      return C_("missing value", "only other years");
    case ATLAS_MISSING_INPUT:
      return C_("missing value", "an input is missing");
    case ATLAS_MISSING_ONLY_PARTS:
      return C_("missing value", "only parts published");
    case ATLAS_MISSING_UNPLACED:
      return C_("missing value", "registered with the division above");
    case ATLAS_MISSING_NOT_APPLICABLE:
      return C_("missing value", "not applicable");
    case ATLAS_MISSING_SUPPRESSED:
      return C_("missing value", "suppressed");
    case ATLAS_MISSING_NOT_REPORTED:
    default:
      return C_("missing value", "not published");
    }
}

static const AtlasIndicator *
find_missing_input (AtlasTable             *table,
                    const AtlasObservation *observation)
{
  for (guint i = 0; i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);

      if (atlas_observation_is_missing (input) && input->indicator_id != NULL)
        return atlas_catalogue_find_indicator (atlas_table_get_catalogue (table), input->indicator_id);
    }
  return NULL;
}

char *
atlas_chart_dup_missing_text (AtlasTable             *table,
                              const AtlasObservation *observation)
{
  const AtlasIndicator *input = NULL;

  if (observation->missing == ATLAS_MISSING_INPUT)
    input = find_missing_input (table, observation);
  if (input == NULL)
    return g_strdup (atlas_missing_get_meaning (observation->missing));
  /* Translators: an indicator that a ratio needs has not been published */
  return g_strdup_printf (C_("missing value", "not published: %s"), atlas_indicator_get_name (input));
}
