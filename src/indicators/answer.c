/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/answer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/answer-cell.h"
#include "indicators/by-values.h"
#include "indicators/figure-load.h"
#include "indicators/published-parts.h"
#include "indicators/question-check.h"
#include "indicators/region-list.h"
#include "indicators/row-order.h"
#include "indicators/slice-observation.h"

G_DEFINE_QUARK (atlas-question-error-quark, atlas_question_error)

static void
mark_stand_in (AtlasObservation *observation,
               int               asked)
{
  g_autofree char *note = atlas_observation_dup_stand_in_note (asked, observation->year);

  observation->stand_in = TRUE;
  observation->year = asked;
  atlas_observation_add_note (observation, note);
}

static GArray *
list_years_to_try (const AtlasAnswerContext *context,
                   const AtlasRegion        *region,
                   GPtrArray                *slices,
                   int                       asked,
                   gboolean                  stand_in)
{
  g_auto (AtlasKnownYears) years;

  atlas_known_years_init (&years);
  for (guint i = 0; i < slices->len; i++)
    atlas_cell_add_years (context, region, g_ptr_array_index (slices, i), &years);
  return atlas_known_years_to_try (&years, asked, stand_in);
}

/* Fills FOUND, one for each of SLICES, with their values of YEAR. FALSE if none has one. */
static gboolean
find_in_year (const AtlasAnswerContext *context,
              const AtlasRegion        *region,
              GPtrArray                *slices,
              int                       year,
              AtlasObservation        **found)
{
  gboolean any = FALSE;

  for (guint i = 0; i < slices->len; i++)
    {
      found[i] = atlas_cell_in_year (context, region, g_ptr_array_index (slices, i), year, NULL);
      any = any || found[i] != NULL;
    }
  return any;
}

/* The same of the first year in which one has a value: a strict question has but one to try. */
static gboolean
find_values (const AtlasAnswerContext *context,
             const AtlasRegion        *region,
             GPtrArray                *slices,
             int                       asked,
             gboolean                  stand_in,
             AtlasObservation        **found,
             int                      *out_year)
{
  g_autoptr (GArray) years = NULL;
  gboolean any = FALSE;

  *out_year = asked;
  if (asked != 0 && !stand_in)
    return find_in_year (context, region, slices, asked, found);
  years = list_years_to_try (context, region, slices, asked, stand_in);
  for (guint y = 0; y < years->len && !any; y++)
    {
      *out_year = g_array_index (years, int, y);
      any = find_in_year (context, region, slices, *out_year, found);
    }
  return any;
}

/* A count that is not whole is nothing beside what is: the parts of one set would not make up anything. */
static void
drop_partial (AtlasObservation **found,
              guint              n)
{
  gboolean any_whole = FALSE;

  for (guint i = 0; i < n; i++)
    any_whole = any_whole || (found[i] != NULL && !found[i]->is_partial);
  for (guint i = 0; i < n; i++)
    if (any_whole && found[i] != NULL && found[i]->is_partial)
      g_clear_pointer (&found[i], atlas_observation_unref);
}

/* One row for each of SLICES, all of one year. */
static GPtrArray *
answer_slices (const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               GPtrArray                *slices,
               int                       asked,
               gboolean                  stand_in)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  g_autofree AtlasObservation **found = g_new0 (AtlasObservation *, slices->len);
  int year;

  if (!find_values (context, region, slices, asked, stand_in, found, &year))
    year = asked;
  drop_partial (found, slices->len);
  for (guint i = 0; i < slices->len; i++)
    {
      if (found[i] == NULL)
        found[i] = atlas_cell_missing (context, region, g_ptr_array_index (slices, i), asked != 0 ? asked : year);
      else if (asked != 0 && year != asked)
        mark_stand_in (found[i], asked);
      g_ptr_array_add (rows, found[i]);
    }
  return rows;
}

/* Slices that share their year: the members of a complete set, whose shares would mean nothing across years. */
static GPtrArray *
group_slices (const AtlasAnswerContext *context,
              const AtlasIndicator     *indicator,
              GPtrArray                *slices,
              char                    **by)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean together = by != NULL && by[0] != NULL && by[1] == NULL &&
                      atlas_is_complete_set (context->catalogue, indicator, by[0]);

  for (guint i = 0; i < slices->len; i++)
    {
      if (i == 0 || !together)
        g_ptr_array_add (groups, g_ptr_array_new ());
      g_ptr_array_add (g_ptr_array_index (groups, groups->len - 1), g_ptr_array_index (slices, i));
    }
  return groups;
}

/* The values of by in the dimensions of a row, "" where the row has none. */
static void
set_by (AtlasObservation *row,
        char            **by)
{
  guint n = by != NULL ? g_strv_length (by) : 0;

  if (n == 0)
    return;
  g_strfreev (row->by);
  row->by = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *value = atlas_dimension_values_lookup (row->dimensions, by[i]);

      row->by[i] = g_strdup (value != NULL ? value : "");
    }
}

static void
add_rows (GPtrArray           *to,
          GPtrArray           *rows,
          const AtlasQuestion *question)
{
  for (guint i = 0; i < rows->len; i++)
    {
      AtlasObservation *row = g_ptr_array_index (rows, i);

      set_by (row, question->by);
      atlas_region_mark_level (question, row);
      g_ptr_array_add (to, atlas_observation_ref (row));
    }
}

static gboolean
has_value (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (!atlas_observation_is_missing (g_ptr_array_index (rows, i)))
      return TRUE;
  return FALSE;
}

static void
answer_region (const AtlasAnswerContext *context,
               const AtlasQuestion      *question,
               const AtlasRegion        *region,
               GPtrArray                *groups,
               GPtrArray                *rows)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (int year = question->first_year; year <= question->last_year; year++)
    for (guint i = 0; i < groups->len; i++)
      {
        GPtrArray *slices = g_ptr_array_index (groups, i);
        g_autoptr (GPtrArray) answered = answer_slices (context, region, slices, year, question->stand_in);

        add_rows (own, answered, question);
      }
  if (!atlas_region_is_optional (question, region) || has_value (own))
    for (guint i = 0; i < own->len; i++)
      g_ptr_array_add (rows, atlas_observation_ref (g_ptr_array_index (own, i)));
}

/* One slice for each row that a region and year have. */
static GPtrArray *
list_slices (const AtlasAnswerContext *context,
             const AtlasQuestion      *question,
             const AtlasIndicator     *indicator,
             GPtrArray                *regions)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_slice_free);
  g_autoptr (AtlasSlice) base = atlas_slice_new (context->catalogue, indicator, question->where, question->by);
  g_autoptr (GPtrArray) values = NULL;

  if (question->by == NULL || question->by[0] == NULL)
    {
      g_ptr_array_add (slices, g_steal_pointer (&base));
      return slices;
    }
  values = atlas_by_values_list (context, regions, base, question->by);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (slices, atlas_slice_with (base, question->by, g_ptr_array_index (values, i)));
  return slices;
}

/* Where nothing is broken down as asked: one missing row for each region and year, which says so. */
static void
answer_nothing_broken_down (const AtlasAnswerContext *context,
                            const AtlasQuestion      *question,
                            const AtlasIndicator     *indicator,
                            GPtrArray                *regions,
                            GPtrArray                *rows)
{
  g_autoptr (AtlasSlice) base = atlas_slice_new (context->catalogue, indicator, question->where, question->by);
  g_autofree char *note = g_strdup_printf (_("no figure is broken down by %s"),
                                           atlas_catalogue_get_dimension_name (context->catalogue, question->by[0]));

  for (guint r = 0; r < regions->len; r++)
    for (int year = question->first_year; year <= question->last_year; year++)
      {
        const AtlasRegion *region = g_ptr_array_index (regions, r);
        AtlasObservation *row;

        if (atlas_region_is_optional (question, region))
          continue;
        row = atlas_slice_new_observation (base, context->catalogue, region);
        row->year = year;
        atlas_observation_add_note (row, note);
        set_by (row, question->by);
        atlas_region_mark_level (question, row);
        g_ptr_array_add (rows, row);
      }
}

static GPtrArray *
answer_regions (const AtlasAnswerContext *context,
                const AtlasQuestion      *question,
                GPtrArray                *regions)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (context->catalogue, question->indicator);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  g_autoptr (GPtrArray) slices = list_slices (context, question, indicator, regions);
  g_autoptr (GPtrArray) groups = group_slices (context, indicator, slices, question->by);

  if (slices->len == 0)
    answer_nothing_broken_down (context, question, indicator, regions, rows);
  for (guint i = 0; slices->len > 0 && i < regions->len; i++)
    answer_region (context, question, g_ptr_array_index (regions, i), groups, rows);
  return rows;
}

static gboolean
check_question (AtlasDataset         *dataset,
                AtlasCatalogue       *catalogue,
                const AtlasQuestion  *question,
                GError              **error)
{
  g_autoptr (GPtrArray) used = NULL;

  if (atlas_question_names_attributes (question, catalogue) &&
      (used = atlas_dataset_load_figures (dataset, question->indicator, NULL, error)) == NULL)
    return FALSE;
  return atlas_question_check (question, catalogue, used, error);
}

/**
 * atlas_answer:
 * @dataset: the dataset that @catalogue was read from
 * @catalogue: its catalogue
 * @question: what is asked
 * @error: return location for an #AtlasQuestionError or #AtlasDatasetError
 *
 * Returns: (transfer full) (nullable): the answer
 */
AtlasTable *
atlas_answer (AtlasDataset         *dataset,
              AtlasCatalogue       *catalogue,
              const AtlasQuestion  *question,
              GError              **error)
{
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (AtlasFigureIndex) index = NULL;
  g_autoptr (AtlasCountIndex) counts = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!check_question (dataset, catalogue, question, error) ||
      (regions = atlas_region_list (catalogue, question, error)) == NULL ||
      (index = atlas_figures_load (dataset, catalogue, question->indicator, regions, error)) == NULL ||
      (counts = atlas_count_index_new (dataset, error)) == NULL)
    return NULL;
  if (question->within != NULL)
    atlas_count_index_expect (counts, regions);
  rows = answer_regions (&(AtlasAnswerContext) { catalogue, index, counts, question->from }, question, regions);
  if (!atlas_count_index_check (counts, error))
    return NULL;
  atlas_rows_sort_and_limit (rows, question);
  return atlas_table_new (catalogue, question, g_steal_pointer (&rows));
}
