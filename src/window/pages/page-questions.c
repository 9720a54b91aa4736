/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/page-questions.h"

#include "indicators/answer.h"

/* A view of several years: bars show the last of them. */
static AtlasTable *
ask_now (AtlasSession   *session,
         AtlasQuestion  *question,
         GError        **error)
{
  atlas_session_apply (session, question);
  atlas_question_set_years (question, question->last_year, question->last_year);
  return atlas_session_ask (session, question, error);
}

AtlasTable *
atlas_ask_regions (AtlasSession       *session,
                   const char         *indicator,
                   const char *const  *codes,
                   const char         *by,
                   GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);

  atlas_question_set_regions (question, codes);
  atlas_question_set_by (question, by);
  question->sort = ATLAS_SORT_ASKED;
  return ask_now (session, question, error);
}

AtlasTable *
atlas_ask_region (AtlasSession  *session,
                  const char    *indicator,
                  const char    *code,
                  const char    *by,
                  GError       **error)
{
  const char *codes[] = { code, NULL };

  return atlas_ask_regions (session, indicator, codes, by, error);
}

AtlasTable *
atlas_ask_year (AtlasSession  *session,
                const char    *indicator,
                const char    *code,
                int            year,
                GError       **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  const char *codes[] = { code, NULL };

  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, year, year);
  question->stand_in = TRUE;
  return atlas_session_ask (session, question, error);
}

AtlasTable *
atlas_ask_children (AtlasSession       *session,
                    const char         *indicator,
                    const AtlasRegion  *region,
                    GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);

  atlas_question_set_within (question, region->code, region->level + 1);
  question->sort = ATLAS_SORT_VALUE;
  return ask_now (session, question, error);
}

AtlasTable *
atlas_ask_years (AtlasSession  *session,
                 const char    *indicator,
                 const char    *code,
                 int            first_year,
                 int            last_year,
                 GError       **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  const char *codes[] = { code, NULL };

  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, first_year, last_year);
  return atlas_session_ask (session, question, error);
}

AtlasTable *
atlas_ask_year_before (AtlasSession *session,
                       AtlasTable   *table)
{
  g_autoptr (AtlasQuestion) question = atlas_question_copy (atlas_table_get_question (table));

  if (question->first_year == 0)
    return NULL;
  atlas_question_set_years (question, question->first_year - 1, question->last_year - 1);
  question->stand_in = FALSE;
  return atlas_session_ask (session, question, NULL);
}

/* From the first to the last year that the region has a figure of, up to LAST_YEAR if that is not 0. */
static void
find_trend_years (AtlasSession *session,
                  const char   *indicator,
                  const char   *code,
                  int           last_year,
                  int          *out_first,
                  int          *out_last)
{
  const char *codes[] = { code, NULL };
  g_autoptr (GArray) years =
    atlas_answer_list_years (atlas_session_get_dataset (session), atlas_session_get_catalogue (session), indicator, codes,
                             NULL);

  *out_first = *out_last = last_year;
  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (last_year != 0 && year > last_year)
        continue;
      *out_first = *out_first != 0 ? MIN (*out_first, year) : year;
      *out_last = MAX (*out_last, year);
    }
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
atlas_ask_trend (AtlasSession  *session,
                 const char    *indicator,
                 const char    *code,
                 int            last_year,
                 GError       **error)
{
  g_autoptr (AtlasTable) all = NULL;
  int listed_year, first_year;

  find_trend_years (session, indicator, code, last_year, &listed_year, &last_year);
  first_year = listed_year != 0 ? MIN (listed_year, last_year - ATLAS_YEARS_BACK) : 0;
  all = atlas_ask_years (session, indicator, code, first_year, last_year, error);
  if (all == NULL || find_first_year (all) == 0 || find_first_year (all) == first_year)
    return g_steal_pointer (&all);
  return atlas_ask_years (session, indicator, code, find_first_year (all), last_year, error);
}

gboolean
atlas_table_has_values (AtlasTable *table)
{
  return atlas_table_count_missing (table) < atlas_table_get_n_rows (table);
}

AtlasTable *
atlas_table_new_without_missing (AtlasTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row))
        g_ptr_array_add (rows, atlas_observation_ref (row));
    }
  return atlas_table_new (atlas_table_get_catalogue (table), atlas_table_get_question (table), rows);
}
