/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "charts/kinds/line-chart.h"
#include "indicators/figure-year.h"

/* More than these are not listed. */
#define MAX_LISTED 4

/* Whether the period names a month, or a day of one, and that is not the last of its year: "2024-06". */
static gboolean
is_within_year (const char *period)
{
  return !atlas_period_is_interval (period) && strlen (period) >= strlen ("2024-06") && atoi (period + 5) != 12;
}

static void
append_point (GString                *list,
              const AtlasLineChart   *self,
              const AtlasObservation *value)
{
  g_autofree char *period = atlas_format_period (value->period);

  if (list->len > 0)
    g_string_append (list, C_("between names", ", "));
  if (self->build->data->series->len > 1)
    g_string_append_printf (list, "%s ", atlas_region_get_display_name (value->region));
  g_string_append (list, period);
}

void
atlas_line_chart_note_months (const AtlasLineChart *self)
{
  const AtlasChartData *data = self->build->data;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (atlas_indicator_is_flow (atlas_table_get_indicator (data->table)))
    return;
  for (guint c = 0; c < data->categories->len; c++)
    for (guint s = 0; s < data->series->len; s++)
      {
        const AtlasObservation *value = atlas_chart_data_get_value (data, c, s);

        if (value != NULL && atlas_chart_kind_shows (self->build->spec->kind, value) && is_within_year (value->period) &&
            n++ < MAX_LISTED)
          append_point (list, self, value);
      }
  if (n == 0)
    return;
  if (n > MAX_LISTED)
    g_string_append (list, " …");
  /* Translators: under a chart of year-end figures: those that are of another month, such as “June 2024, May 2025” */
  sentence = g_strdup_printf (_("Not at the end of the year: %s"), list->str);
  atlas_chart_notes_add (self->build->notes, sentence);
}
