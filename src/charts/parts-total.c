/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/parts-total.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/qualified-number.h"

int
atlas_parts_get_year (const AtlasChartData *data)
{
  guint n_rows = atlas_table_get_n_rows (data->table);
  int year = 0;

  for (guint i = 0; i < n_rows && data->has_years; i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (data->table, i)))
      year = MAX (year, atlas_table_get_row (data->table, i)->year);
  return year;
}

/* Whether nothing else can belong to the whole: all values of a complete set, or all divisions of a region. */
static gboolean
is_whole_set (const AtlasChartData *data)
{
  const AtlasQuestion *question = atlas_table_get_question (data->table);
  guint n_rows = atlas_table_get_n_rows (data->table);

  if (question->limit != 0 || atlas_table_count_missing (data->table) > 0)
    return FALSE;
  if (question->by == NULL || question->by[0] == NULL)
    return question->within != NULL && strcmp (atlas_table_get_indicator (data->table)->over_regions, "sum") == 0;
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; question->by[k] != NULL; k++)
      {
        const AtlasDimensionValue *value =
          atlas_catalogue_find_value (atlas_table_get_catalogue (data->table), question->by[k],
                                      atlas_table_get_row (data->table, i)->by[k]);

        if (value == NULL || !value->part_of_complete_set)
          return FALSE;
      }
  return TRUE;
}

char *
atlas_parts_dup_total (const AtlasChartData *data)
{
  AtlasQualifier qualifier = ATLAS_QUALIFIER_EXACT;
  g_autofree char *text = NULL;
  int year = atlas_parts_get_year (data);
  double sum = 0.0;

  if (data->n_values == 0 || (!data->is_one_period && !data->has_years))
    return NULL;
  for (guint i = 0; i < atlas_table_get_n_rows (data->table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (data->table, i);

      if (atlas_observation_is_missing (row) || !isfinite (row->value) || (year != 0 && row->year != year))
        continue;
      sum += row->value;
      qualifier = atlas_qualifier_join (qualifier, row->qualifier);
    }
  text = atlas_format_text (sum, qualifier, data->unit);
  /* Translators: in the subtitle of a chart of the parts of a whole; the second where parts may be missing from it */
  return g_strdup_printf (is_whole_set (data) ? _("Total: %s") : _("Parts published: %s"), text);
}
