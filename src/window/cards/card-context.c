/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-context.h"

AtlasCardContext *
atlas_card_context_new (AtlasSession *session)
{
  AtlasCardContext *self = g_atomic_rc_box_new0 (AtlasCardContext);

  self->catalogue = atlas_catalogue_ref (atlas_session_get_catalogue (session));
  self->origin = g_object_ref (atlas_session_get_dataset (session));
  self->region = atlas_session_lookup_region (session);
  self->indicator = g_strdup (atlas_session_get_indicator (session));
  self->first_year = atlas_session_get_first_year (session);
  self->last_year = atlas_session_get_last_year (session);
  self->stand_in = atlas_session_get_stand_in (session);
  self->per_10k = atlas_session_get_per_10k (session);
  self->as_index = atlas_session_get_as_index (session);
  self->compare = g_strdupv ((char **) atlas_session_get_compare (session));
  self->slots = atlas_session_dup_slots (session);
  return self;
}

AtlasCardContext *
atlas_card_context_ref (AtlasCardContext *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
context_clear (AtlasCardContext *self)
{
  g_clear_object (&self->dataset);
  g_clear_object (&self->origin);
  atlas_catalogue_unref (self->catalogue);
  g_hash_table_unref (self->slots);
  g_strfreev (self->compare);
  g_free (self->indicator);
}

void
atlas_card_context_unref (AtlasCardContext *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) context_clear);
}

AtlasDataset *
atlas_card_context_get_dataset (AtlasCardContext  *self,
                                GError           **error)
{
  if (self->dataset == NULL)
    self->dataset = atlas_dataset_open_again (self->origin, error);
  return self->dataset;
}

void
atlas_card_context_close (AtlasCardContext *self)
{
  g_clear_object (&self->dataset);
}

AtlasQuestion *
atlas_card_question (AtlasCardContext *self,
                     const char       *indicator)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_years (question, self->last_year, self->last_year);
  question->stand_in = self->stand_in;
  question->sort = ATLAS_SORT_ASKED;
  return question;
}

AtlasTable *
atlas_card_ask (AtlasCardContext     *self,
                const AtlasQuestion  *question,
                GError              **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (self, error);

  return dataset != NULL ? atlas_answer (dataset, self->catalogue, question, error) : NULL;
}

AtlasTable *
atlas_card_ask_regions (AtlasCardContext   *self,
                        const char         *indicator,
                        const char *const  *codes,
                        const char         *by,
                        GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_card_question (self, indicator);

  atlas_question_set_regions (question, codes);
  atlas_question_set_by (question, by);
  return atlas_card_ask (self, question, error);
}

AtlasTable *
atlas_card_ask_region (AtlasCardContext  *self,
                       const char        *indicator,
                       const char        *by,
                       GError           **error)
{
  const char *codes[] = { self->region->code, NULL };

  return atlas_card_ask_regions (self, indicator, codes, by, error);
}

AtlasTable *
atlas_card_ask_divisions (AtlasCardContext   *self,
                          const char         *indicator,
                          const AtlasRegion  *parent,
                          const char         *by,
                          GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_card_question (self, indicator);

  if (parent->n_children == 0)
    return atlas_table_new (self->catalogue, question, g_ptr_array_new ());
  atlas_question_set_within (question, parent->code, parent->level + 1);
  atlas_question_set_by (question, by);
  question->sort = by == NULL ? ATLAS_SORT_VALUE : ATLAS_SORT_ASKED;
  return atlas_card_ask (self, question, error);
}

AtlasTable *
atlas_card_ask_children (AtlasCardContext  *self,
                         const char        *indicator,
                         const char        *by,
                         GError           **error)
{
  return atlas_card_ask_divisions (self, indicator, self->region, by, error);
}

const AtlasRegion *
atlas_card_get_only_region (AtlasTable *table)
{
  const AtlasRegion *only = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row))
        continue;
      if (only != NULL && row->region != only)
        return NULL;
      only = row->region;
    }
  return only;
}

guint
atlas_card_count_pairs (AtlasTable *one,
                        AtlasTable *other)
{
  guint n = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (one); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (one, i);
      const AtlasObservation *pair = atlas_table_find (other, row->region->code, 0, NULL);

      n += !atlas_observation_is_missing (row) && pair != NULL && !atlas_observation_is_missing (pair);
    }
  return n;
}

AtlasTable *
atlas_card_join_children (AtlasCardContext   *self,
                          const char *const  *indicators,
                          GError            **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  for (guint i = 0; i < 2; i++)
    {
      AtlasTable *part = atlas_card_ask_children (self, indicators[i], NULL, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return atlas_card_count_pairs (g_ptr_array_index (parts, 0), g_ptr_array_index (parts, 1)) >= 2 ? atlas_table_join (parts)
                                                                                                  : NULL;
}

AtlasTable *
atlas_card_ask_years (AtlasCardContext   *self,
                      const char         *indicator,
                      const char *const  *codes,
                      int                 first_year,
                      int                 last_year,
                      const char         *by,
                      GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);

  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, first_year, last_year);
  atlas_question_set_by (question, by);
  question->sort = ATLAS_SORT_ASKED;
  return atlas_card_ask (self, question, error);
}

/* The year of the latest figure of any of CODES; 0: there is none, or an error. */
static int
find_latest (AtlasCardContext   *self,
             const char         *indicator,
             const char *const  *codes,
             GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  g_autoptr (AtlasTable) table = NULL;
  int latest = 0;

  atlas_question_set_regions (question, codes);
  table = atlas_card_ask (self, question, error);
  for (guint i = 0; table != NULL && i < atlas_table_get_n_rows (table); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (table, i)))
      latest = MAX (latest, atlas_table_get_row (table, i)->year);
  return latest;
}

/* FALSE: there is none, or an error. */
static gboolean
find_years (AtlasCardContext   *self,
            const char         *indicator,
            const char *const  *codes,
            int                *out_first,
            int                *out_last,
            GError            **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (self, error);
  g_autoptr (GArray) years = NULL;

  *out_first = self->first_year;
  *out_last = self->last_year;
  if (dataset == NULL || self->first_year != self->last_year)
    return dataset != NULL;
  years = atlas_answer_list_years (dataset, self->catalogue, indicator, codes, error);
  if (years == NULL)
    return FALSE;
  if (*out_last == 0)
    *out_last = years->len > 0 ? g_array_index (years, int, years->len - 1)
                               : find_latest (self, indicator, codes, error);
  *out_first = *out_last - ATLAS_YEARS_BACK;
  if (years->len > 0)
    *out_first = MIN (*out_first, g_array_index (years, int, 0));
  return *out_last != 0;
}

/* How many values each year has, from FIRST_YEAR on; (element-type guint) (transfer full). */
static GArray *
count_values (AtlasTable *table,
              int         first_year,
              int         last_year)
{
  guint n_years = (guint) (last_year - first_year + 1);
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_years);

  g_array_set_size (counts, n_years);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && row->year >= first_year && row->year <= last_year)
        g_array_index (counts, guint, row->year - first_year)++;
    }
  return counts;
}

/* FALSE: no year has a value. */
static gboolean
narrow_years (AtlasTable *table,
              int        *first_year,
              int        *last_year)
{
  g_autoptr (GArray) counts = count_values (table, *first_year, *last_year);
  const guint *of_year = &g_array_index (counts, guint, 0);
  guint first = 0, last = counts->len - 1, fullest = 0;

  for (guint i = 0; i < counts->len; i++)
    fullest = MAX (fullest, of_year[i]);
  while (fullest > 0 && of_year[first] * 2 < fullest)
    first++;
  while (fullest > 0 && of_year[last] * 2 < fullest)
    last--;
  *last_year = *first_year + (int) last;
  *first_year += (int) first;
  return fullest > 0;
}

AtlasTable *
atlas_card_ask_trend (AtlasCardContext   *self,
                      const char         *indicator,
                      const char *const  *codes,
                      const char         *by,
                      GError            **error)
{
  g_autoptr (AtlasTable) all = NULL;
  g_autoptr (AtlasTable) table = NULL;
  int first_year, last_year;

  if (codes[0] == NULL || !find_years (self, indicator, codes, &first_year, &last_year, error))
    return NULL;
  all = atlas_card_ask_years (self, indicator, codes, first_year, last_year, by, error);
  if (all == NULL || !narrow_years (all, &first_year, &last_year))
    return NULL;
  table = atlas_card_ask_years (self, indicator, codes, first_year, last_year, by, error);
  if (table == NULL || atlas_table_get_n_rows (table) - atlas_table_count_missing (table) < 2)
    return NULL;
  return g_steal_pointer (&table);
}

char **
atlas_card_list_children (AtlasCardContext *self)
{
  char **codes = g_new0 (char *, self->region->n_children + 1);
  guint n = 0;

  for (guint i = 0; i < self->region->n_children; i++)
    if (self->region->children[i]->statutory)
      codes[n++] = g_strdup (self->region->children[i]->code);
  return codes;
}

char *
atlas_card_dup_name (AtlasCardContext *self)
{
  return atlas_region_dup_short_name (self->region);
}
