/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/series-break.h"

#include <glib/gi18n.h>
#include <string.h>

/* What notes on figures say where a definition changes; they are in the language of the data. */
static const char *const signs[] = { "口径", "definition", "break in series" };

/* And where it changed just then, so that the values after are of the new one. */
static const char *const since_then[] = { "上年", "上一年", "previous year", "year before" };

static gboolean
contains (const char        *note,
          const char *const *words,
          guint              n_words)
{
  g_autofree char *lower = g_utf8_strdown (note, -1);

  for (guint i = 0; i < n_words; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
speaks_of_definition (const char *note)
{
  return contains (note, signs, G_N_ELEMENTS (signs));
}

/* The first note on the value, or on the figures behind it, that speaks of its definition; NULL if none does. Borrowed. */
static const char *
find_definition (const AtlasObservation *observation)
{
  for (guint i = 0; i < observation->notes->len; i++)
    if (speaks_of_definition (g_ptr_array_index (observation->notes, i)))
      return g_ptr_array_index (observation->notes, i);
  for (guint i = 0; i < observation->figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (observation->figures, i);

      if (speaks_of_definition (figure->note))
        return figure->note;
    }
  return NULL;
}

/* Counted in registers, itself or in what it is computed from. */
static gboolean
is_counted (const AtlasObservation *observation)
{
  if (observation->basis == ATLAS_BASIS_REGISTERS)
    return TRUE;
  for (guint i = 0; i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);

      if (!atlas_observation_is_missing (input) && is_counted (input))
        return TRUE;
    }
  return FALSE;
}

char *
atlas_series_break_dup_cause (const AtlasObservation *before,
                              const AtlasObservation *after)
{
  const char *earlier = find_definition (before), *later = find_definition (after);

  if (is_counted (before) != is_counted (after))
    return g_strdup (is_counted (after) ? _("published until then, counted in registers since")
                                        : _("counted in registers until then, published since"));
  if (g_strcmp0 (earlier, later) == 0)
    return NULL;
  if (later == NULL && contains (earlier, since_then, G_N_ELEMENTS (since_then)))
    return NULL;
  return g_strdup (later != NULL ? later : earlier);
}

/* Whether both are shown and of years that follow each other. */
static gboolean
follow_each_other (const AtlasChartData *data,
                   AtlasChartKind        kind,
                   guint                 category,
                   guint                 series)
{
  const AtlasObservation *before, *after;

  if (category == 0 || atlas_chart_data_get_category (data, category)->year -
                           atlas_chart_data_get_category (data, category - 1)->year != 1)
    return FALSE;
  before = atlas_chart_data_get_value (data, category - 1, series);
  after = atlas_chart_data_get_value (data, category, series);
  return before != NULL && after != NULL && atlas_chart_kind_shows (kind, before) && atlas_chart_kind_shows (kind, after);
}

gboolean
atlas_series_breaks (const AtlasChartData *data,
                     AtlasChartKind        kind,
                     guint                 category,
                     guint                 series)
{
  g_autofree char *cause = NULL;

  if (!follow_each_other (data, kind, category, series))
    return FALSE;
  cause = atlas_series_break_dup_cause (atlas_chart_data_get (data, category - 1, series),
                                        atlas_chart_data_get (data, category, series));
  return cause != NULL;
}

gboolean
atlas_series_joins (const AtlasChartData *data,
                    AtlasChartKind        kind,
                    guint                 category,
                    guint                 series)
{
  return follow_each_other (data, kind, category, series) && !atlas_series_breaks (data, kind, category, series);
}
