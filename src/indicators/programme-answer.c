/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-answer.h"

#include <string.h>

#include "indicators/count-index.h"
#include "indicators/dimension-match.h"

/* The answer as it is worked out. */
typedef struct {
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
  const AtlasProgramme *programme;
  GPtrArray *answers; /* (element-type AtlasProgrammeAnswer) */
} Asking;

void
atlas_programme_answer_free (AtlasProgrammeAnswer *self)
{
  g_free (self->kind);
  atlas_table_unref (self->table);
  g_free (self);
}

static gboolean
is_table (const char *kind)
{
  return strcmp (kind, ATLAS_PROGRAMME_TABLE) == 0;
}

gboolean
atlas_programme_answer_is_table (const AtlasProgrammeAnswer *self)
{
  return is_table (self->kind);
}

/* A funnel is of one division. */
static gboolean
is_staged (const char *kind)
{
  return strcmp (kind, "funnel") == 0;
}

/* (nullable): the only division of TABLE: a single bar stands there without its name. */
static const AtlasRegion *
find_only_region (AtlasTable *table)
{
  const AtlasRegion *region = atlas_table_get_row (table, 0)->region;

  for (guint i = 1; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->region != region)
      return NULL;
  return region;
}

char *
atlas_programme_answer_dup_title (const AtlasProgrammeAnswer *self,
                                  const char                 *name)
{
  gboolean is_joined = atlas_table_get_n_parts (self->table) > 1;
  g_autofree char *own = is_joined ? g_strdup (name) : atlas_table_dup_name (self->table);
  const AtlasRegion *only;

  if (self->level < 0)
    return g_steal_pointer (&own);
  only = find_only_region (self->table);
  return g_strdup_printf ("%s · %s", own, only != NULL ? atlas_region_get_display_name (only)
                                                       : atlas_region_level_get_name ((AtlasRegionLevel) self->level));
}

/* Years make an axis. */
static gboolean
is_over_time (const AtlasProgrammePart *part)
{
  return strcmp (part->kind, "line") == 0 || strcmp (part->kind, "step") == 0;
}

/* Whether a division counts what lies in it once more, so that it has no place in a chart beside them. In dots, which may
 * stand on a logarithmic axis, counties and cities are seen for what they are. */
static gboolean
adds_up (const Asking             *asking,
         const AtlasProgrammePart *part)
{
  const AtlasQuestion *question = g_ptr_array_index (part->questions, 0);
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (asking->catalogue, question->indicator);

  return !is_table (part->kind) && strcmp (part->kind, "dot") != 0 && indicator != NULL &&
         strcmp (indicator->over_regions, "sum") == 0;
}

/* The first year that the dates in a register speak of in one of CODES, if it counts a stock; else G_MAXINT: by these dates a
 * list of what is there now tells when it came. */
static gboolean
find_first_dated (Asking               *asking,
                  const AtlasQuestion  *question,
                  const char *const    *codes,
                  int                  *out_year,
                  GError              **error)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (asking->catalogue, question->indicator);
  g_autoptr (AtlasCountIndex) counts = atlas_count_index_new (asking->dataset, error);
  g_autoptr (AtlasSlice) slice = NULL;

  *out_year = G_MAXINT;
  if (counts == NULL)
    return FALSE;
  slice = indicator != NULL ? atlas_slice_new (asking->catalogue, indicator, question->where, NULL) : NULL;
  for (guint i = 0; slice != NULL && codes[i] != NULL; i++)
    {
      const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (asking->catalogue), codes[i]);
      const AtlasCount *count = atlas_count_index_lookup (counts, region, slice);

      if (count != NULL && count->is_stock && count->n_years > 0)
        *out_year = MIN (*out_year, count->years[0].year);
    }
  return atlas_count_index_check (counts, error);
}

/* All years of which one of CODES has figures, or dated rows; without any it stays with the latest. */
static gboolean
set_years (Asking             *asking,
           AtlasQuestion      *question,
           const char *const  *codes,
           GError            **error)
{
  g_autoptr (GArray) years =
    atlas_answer_list_years (asking->dataset, asking->catalogue, question->indicator, codes, error);
  int first;

  if (years == NULL || !find_first_dated (asking, question, codes, &first, error))
    return FALSE;
  question->stand_in = FALSE;
  if (years->len > 0)
    atlas_question_set_years (question, MIN (first, g_array_index (years, int, 0)), g_array_index (years, int, years->len - 1));
  return TRUE;
}

/* The answers to the questions of PART for CODES, joined. */
static AtlasTable *
ask_part (Asking                    *asking,
          const AtlasProgrammePart  *part,
          const char *const         *codes,
          GError                   **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  for (guint i = 0; i < part->questions->len; i++)
    {
      g_autoptr (AtlasQuestion) question = atlas_question_copy (g_ptr_array_index (part->questions, i));
      AtlasTable *table;

      atlas_question_set_regions (question, codes);
      if (is_over_time (part) && !set_years (asking, question, codes, error))
        return NULL;
      table = atlas_answer (asking->dataset, asking->catalogue, question, error);
      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return atlas_table_join (tables);
}

static guint
count_values (AtlasTable        *table,
              const AtlasRegion *region)
{
  guint n = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      n += row->region == region && !atlas_observation_is_missing (row);
    }
  return n;
}

static char **
dup_codes (GPtrArray *regions)
{
  char **codes = g_new0 (char *, regions->len + 1);

  for (guint i = 0; i < regions->len; i++)
    codes[i] = g_strdup (((const AtlasRegion *) g_ptr_array_index (regions, i))->code);
  return codes;
}

/* Asks once more for those of REGIONS that have a value in TABLE (over time two: else there is no line) or are named by the
 * documents, and keeps the answer. */
static gboolean
keep_answer (Asking                    *asking,
             const AtlasProgrammePart  *part,
             AtlasTable                *table,
             GPtrArray                 *regions,
             int                        level,
             GError                   **error)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_auto (GStrv) codes = NULL;
  AtlasProgrammeAnswer *answer;
  AtlasTable *own;
  gboolean has_values = FALSE;

  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      gboolean has_enough = count_values (table, region) >= (is_over_time (part) ? 2 : 1);

      has_values |= has_enough;
      if (has_enough || (atlas_programme_names_region (asking->programme, region) && !is_over_time (part)))
        g_ptr_array_add (kept, (gpointer) region);
    }
  if (!has_values)
    return TRUE;
  codes = dup_codes (kept);
  own = ask_part (asking, part, (const char *const *) codes, error);
  if (own == NULL)
    return FALSE;
  answer = g_new0 (AtlasProgrammeAnswer, 1);
  answer->kind = g_strdup (part->kind);
  answer->level = level;
  answer->table = own;
  g_ptr_array_add (asking->answers, answer);
  return TRUE;
}

/* A funnel is drawn where there is something to narrow: two stages at least, else the most that there are. */
static gboolean
keep_staged (Asking                    *asking,
             const AtlasProgrammePart  *part,
             AtlasTable                *table,
             GPtrArray                 *regions,
             GError                   **error)
{
  guint most = 0;

  for (guint i = 0; i < regions->len; i++)
    most = MAX (most, count_values (table, g_ptr_array_index (regions, i)));
  for (guint i = 0; i < regions->len; i++)
    {
      gpointer region = g_ptr_array_index (regions, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, region);
      if (count_values (table, region) >= MIN (most, 2) &&
          !keep_answer (asking, part, table, one, (int) ((const AtlasRegion *) region)->level, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_of_level (GPtrArray        *regions,
               AtlasRegionLevel  level)
{
  GPtrArray *those = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    if (((const AtlasRegion *) g_ptr_array_index (regions, i))->level == level)
      g_ptr_array_add (those, g_ptr_array_index (regions, i));
  return those;
}

/* The country alone in a chart would say no more than its figure does: it has one only where nobody else has. */
static gboolean
keep_levels (Asking                    *asking,
             const AtlasProgrammePart  *part,
             AtlasTable                *table,
             GPtrArray                 *regions,
             GError                   **error)
{
  guint before = asking->answers->len;

  for (int level = ATLAS_REGION_LEVEL_PROVINCE; level <= ATLAS_REGION_LEVEL_COMMUNITY; level++)
    {
      g_autoptr (GPtrArray) those = list_of_level (regions, level);

      if (!keep_answer (asking, part, table, those, level, error))
        return FALSE;
    }
  if (asking->answers->len == before)
    {
      g_autoptr (GPtrArray) nation = list_of_level (regions, ATLAS_REGION_LEVEL_NATION);

      return keep_answer (asking, part, table, nation, ATLAS_REGION_LEVEL_NATION, error);
    }
  return TRUE;
}

static gboolean
answer_part (Asking                    *asking,
             const AtlasProgrammePart  *part,
             GPtrArray                 *regions,
             GError                   **error)
{
  g_auto (GStrv) codes = dup_codes (regions);
  g_autoptr (AtlasTable) table = ask_part (asking, part, (const char *const *) codes, error);

  if (table == NULL)
    return FALSE;
  if (is_staged (part->kind))
    return keep_staged (asking, part, table, regions, error);
  if (adds_up (asking, part))
    return keep_levels (asking, part, table, regions, error);
  return keep_answer (asking, part, table, regions, -1, error);
}

static gboolean
answer_parts (Asking       *asking,
              GPtrArray    *regions,
              GError      **error)
{
  g_autoptr (GPtrArray) parts = atlas_programme_parse_answer (asking->programme->answer, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; regions->len > 0 && i < parts->len; i++)
    {
      const AtlasProgrammePart *part = g_ptr_array_index (parts, i);

      if (strcmp (part->kind, ATLAS_PROGRAMME_ROWS) != 0 && strcmp (part->kind, ATLAS_PROGRAMME_TOWNSHIPS) != 0 &&
          !answer_part (asking, part, regions, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
ask (AtlasDataset          *dataset,
     AtlasCatalogue        *catalogue,
     const AtlasProgramme  *programme,
     GPtrArray             *regions,
     GError               **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_answer_free);
  Asking asking = { dataset, catalogue, programme, answers };

  return answer_parts (&asking, regions, error) ? g_steal_pointer (&answers) : NULL;
}

/**
 * atlas_programme_ask:
 * @region: (nullable): the only division to ask for, whether it runs the programme or not
 *
 * Returns: (transfer full) (nullable): the charts and tables of the answer
 */
GPtrArray *
atlas_programme_ask (AtlasDataset                 *dataset,
                     AtlasCatalogue               *catalogue,
                     const AtlasProgrammeFigures  *figures,
                     const AtlasRegion            *region,
                     GError                      **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (region != NULL)
    g_ptr_array_add (one, (gpointer) region);
  return ask (dataset, catalogue, figures->programme, region != NULL ? one : figures->regions, error);
}

GPtrArray *
atlas_programme_ask_beside (AtlasDataset                 *dataset,
                            AtlasCatalogue               *catalogue,
                            const AtlasProgrammeFigures  *figures,
                            const AtlasRegion            *region,
                            GError                      **error)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_copy (figures->regions, NULL, NULL);

  if (region != NULL && !atlas_programme_figures_has_region (figures, region))
    g_ptr_array_add (regions, (gpointer) region);
  return ask (dataset, catalogue, figures->programme, regions, error);
}

static gboolean
has_figure (GPtrArray         *figures,
            const AtlasFigure *figure)
{
  for (guint i = 0; i < figures->len; i++)
    if (strcmp (((const AtlasFigure *) g_ptr_array_index (figures, i))->figure_id, figure->figure_id) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
atlas_programme_pick_findings (const AtlasProgrammeFigures *figures,
                               GPtrArray                   *findings)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      gboolean is_about = FALSE;

      for (guint j = 0; j < finding->figures->len && !is_about; j++)
        is_about = has_figure (figures->figures, g_ptr_array_index (finding->figures, j));
      if (is_about)
        g_ptr_array_add (picked, (gpointer) finding);
    }
  return picked;
}
