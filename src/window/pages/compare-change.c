/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-change.h"

#include "charts/index-table.h"

static const char *const *
get_codes (AtlasCardContext *context)
{
  return (const char *const *) context->compare;
}

/* What a few counties have counted of a region is no later state of what was published of all of it. */
static gboolean
has_value (AtlasTable *table,
           const char *code,
           int         year)
{
  const AtlasObservation *row = atlas_table_find (table, code, year, NULL);

  return row != NULL && !atlas_observation_is_missing (row) && !row->is_partial;
}

static gboolean
is_comparable (AtlasTable        *table,
               const char *const *codes,
               int                first_year,
               int                last_year)
{
  guint n = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    if (has_value (table, codes[i], first_year) && has_value (table, codes[i], last_year))
      n++;
  return n >= 2;
}

/* The pair that lies furthest apart; of those as far apart as each other the latest. */
static gboolean
find_years (AtlasTable        *table,
            const char *const *codes,
            int               *first_year,
            int               *last_year)
{
  for (int distance = *last_year - *first_year; distance > 0; distance--)
    for (int year = *last_year; year - distance >= *first_year; year--)
      if (is_comparable (table, codes, year - distance, year))
        {
          *first_year = year - distance;
          *last_year = year;
          return TRUE;
        }
  return FALSE;
}

static gboolean
limit_years (AtlasCardContext *context,
             GArray           *years,
             int              *first_year,
             int              *last_year)
{
  int first = context->first_year;
  int last = context->last_year;
  gboolean is_one = first == last;

  *first_year = *last_year = 0;
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if ((last != 0 && year > last) || (!is_one && year < first))
        continue;
      *first_year = *first_year != 0 ? *first_year : year;
      *last_year = year;
    }
  return *first_year < *last_year;
}

/* Of the years with figures those of the view; a view of one year goes back from it as far as there are. NULL also where there
 * are not two. */
static AtlasTable *
ask_years (AtlasCardContext  *context,
           const char        *indicator,
           GError           **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (context, error);
  g_autoptr (GArray) years =
    dataset != NULL ? atlas_answer_list_years (dataset, context->catalogue, indicator, get_codes (context), error) : NULL;
  int first_year, last_year;

  if (years == NULL || !limit_years (context, years, &first_year, &last_year))
    return NULL;
  return atlas_card_ask_years (context, indicator, get_codes (context), first_year, last_year, NULL, error);
}

AtlasTable *
atlas_compare_ask_change (AtlasCardContext  *context,
                          const char        *indicator,
                          GError           **error)
{
  g_autoptr (AtlasTable) table = ask_years (context, indicator, error);
  int first_year, last_year;

  if (table == NULL)
    return NULL;
  first_year = atlas_table_get_question (table)->first_year;
  last_year = atlas_table_get_question (table)->last_year;
  if (!find_years (table, get_codes (context), &first_year, &last_year))
    return NULL;
  return atlas_card_ask_years (context, indicator, get_codes (context), first_year, last_year, NULL, error);
}

AtlasTable *
atlas_compare_ask_index (AtlasCardContext  *context,
                         const char        *indicator,
                         int               *out_base,
                         GError           **error)
{
  g_autoptr (AtlasTable) table = ask_years (context, indicator, error);

  *out_base = table != NULL ? atlas_index_table_find_base (table) : 0;
  return *out_base != 0 ? atlas_index_table_new (table, *out_base) : NULL;
}
