/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/overview-trend.h"

/* From the first to the last year that the region has a figure of, up to LAST_YEAR if that is not 0. FALSE on error. */
static gboolean
find_years (AtlasCardContext   *context,
            const char         *indicator,
            const char *const  *codes,
            int                 last_year,
            int                *out_first,
            int                *out_last,
            GError            **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (context, error);
  g_autoptr (GArray) years =
    dataset != NULL ? atlas_answer_list_years (dataset, context->catalogue, indicator, codes, error) : NULL;

  *out_first = *out_last = last_year;
  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (last_year != 0 && year > last_year)
        continue;
      *out_first = *out_first != 0 ? MIN (*out_first, year) : year;
      *out_last = MAX (*out_last, year);
    }
  return years != NULL;
}

/* The year of the first row with a value; 0: none has. */
static int
find_first_year (AtlasTable *table)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (table, i)))
      return atlas_table_get_row (table, i)->year;
  return 0;
}

AtlasTable *
atlas_overview_ask_trend (AtlasCardContext  *context,
                          const char        *indicator,
                          const char        *code,
                          int                last_year,
                          GError           **error)
{
  const char *codes[] = { code, NULL };
  g_autoptr (AtlasTable) all = NULL;
  int listed_year, first_year;

  if (!find_years (context, indicator, codes, last_year, &listed_year, &last_year, error))
    return NULL;
  first_year = listed_year != 0 ? MIN (listed_year, last_year - ATLAS_YEARS_BACK) : 0;
  all = atlas_card_ask_years (context, indicator, codes, first_year, last_year, NULL, error);
  if (all == NULL || find_first_year (all) == 0 || find_first_year (all) == first_year)
    return g_steal_pointer (&all);
  return atlas_card_ask_years (context, indicator, codes, find_first_year (all), last_year, NULL, error);
}
