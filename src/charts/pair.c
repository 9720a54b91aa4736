/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pair.h"

#include <glib/gi18n.h>

#include "charts/chart-label.h"
#include "charts/series-break.h"
#include "indicators/change.h"
#include "indicators/difference.h"

AtlasPair
atlas_pair_of (const AtlasChartData *data)
{
  return (AtlasPair) { 0, MAX (data->series->len, 1) - 1 };
}

gboolean
atlas_pair_has_both (const AtlasChartData *data,
                     AtlasPair             pair,
                     guint                 category)
{
  return pair.first != pair.last && atlas_chart_data_get_value (data, category, pair.first) != NULL &&
         atlas_chart_data_get_value (data, category, pair.last) != NULL;
}

static gboolean
is_plain (const AtlasObservation *value)
{
  return !value->stand_in &&
         (value->qualifier == ATLAS_QUALIFIER_EXACT || value->qualifier == ATLAS_QUALIFIER_ABOUT);
}

static gboolean
is_change (const AtlasObservation *first,
           const AtlasObservation *last)
{
  g_autofree char *cause = atlas_series_break_dup_cause (first, last);

  return cause == NULL && atlas_change_is_allowed (first, last);
}

gboolean
atlas_pair_is_comparable (const AtlasChartData *data,
                          AtlasPair             pair,
                          guint                 category)
{
  const AtlasObservation *first, *last;

  if (!atlas_pair_has_both (data, pair, category))
    return FALSE;
  first = atlas_chart_data_get_value (data, category, pair.first);
  last = atlas_chart_data_get_value (data, category, pair.last);
  if (atlas_chart_data_get_series (data, pair.first)->year > 0)
    return is_change (first, last);
  return is_plain (first) && is_plain (last);
}

char *
atlas_pair_dup_difference (const AtlasChartData *data,
                           AtlasPair             pair,
                           guint                 category)
{
  const AtlasUnit *unit = atlas_chart_data_get_measure (data, pair.first)->unit;
  const AtlasObservation *first, *last;
  gboolean is_about;

  if (!atlas_pair_is_comparable (data, pair, category))
    return NULL;
  first = atlas_chart_data_get_value (data, category, pair.first);
  last = atlas_chart_data_get_value (data, category, pair.last);
  is_about = first->qualifier != ATLAS_QUALIFIER_EXACT || last->qualifier != ATLAS_QUALIFIER_EXACT;
  return atlas_format_difference (atlas_difference_subtract (last, first, unit).value,
                                  is_about ? ATLAS_QUALIFIER_ABOUT : ATLAS_QUALIFIER_EXACT, unit);
}

void
atlas_pair_note_dashed (AtlasChartBuild *build,
                        AtlasPair        pair)
{
  gboolean is_of_years = atlas_chart_data_get_series (build->data, pair.first)->year > 0;

  atlas_chart_notes_add (build->notes, is_of_years ? _("Dashed: the two figures do not make a change")
                                                   : _("Dashed: no difference is stated between the two figures"));
}

static void
note_between (AtlasChartBuild *build)
{
  const GPtrArray *between = build->data->between_names;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < between->len; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? C_("between names", ", ") : "",
                            (const char *) g_ptr_array_index (between, i));
  if (names->len == 0)
    return;
  sentence = g_strdup_printf (_("Not shown, as they lie between: %s"), names->str);
  atlas_chart_notes_add (build->notes, sentence);
}

static void
note_series_missing (AtlasChartBuild *build,
                     guint            series,
                     AtlasMissing     missing)
{
  g_autoptr (GArray) categories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < build->data->categories->len; i++)
    {
      const AtlasObservation *observation = atlas_chart_data_get (build->data, i, series);
      AtlasMissing why = observation != NULL ? observation->missing : ATLAS_MISSING_NOT_REPORTED;

      if (atlas_chart_data_get_value (build->data, i, series) == NULL && why == missing)
        g_array_append_val (categories, i);
    }
  if (categories->len == 0)
    return;
  names = atlas_chart_dup_names (build->data, categories);
  /* Translators: what has no value, such as a year, why, and whose it is: “2023, not published: A, B” */
  sentence = g_strdup_printf (_("%s, %s: %s"), atlas_chart_data_get_series (build->data, series)->name,
                              atlas_missing_get_meaning (missing), names);
  atlas_chart_notes_add (build->notes, sentence);
}

void
atlas_pair_note_series (AtlasChartBuild *build,
                        AtlasPair        pair)
{
  if (pair.first == pair.last)
    atlas_chart_notes_add (build->notes, _("There is nothing to set it against: no second year, part or indicator"));
  note_between (build);
}

void
atlas_pair_note_missing (AtlasChartBuild *build,
                         AtlasPair        pair)
{
  for (AtlasMissing missing = 0; missing <= ATLAS_MISSING_SUPPRESSED; missing++)
    {
      note_series_missing (build, pair.first, missing);
      if (pair.last != pair.first)
        note_series_missing (build, pair.last, missing);
    }
}
