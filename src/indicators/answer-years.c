/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/answer.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/answer-cell.h"
#include "indicators/figure-load.h"
#include "indicators/figure-year.h"
#include "indicators/question-check.h"
#include "indicators/year-order.h"

/* All figures count, broken down or not: a year with grades only is a year to look at. */
static void
add_figure_years (GPtrArray *figures,
                  GArray    *years)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);
      int year = atlas_figure_get_year (figure, NULL);

      if (year != 0 && atlas_dimension_values_lookup (figure->dimensions, "batch") == NULL)
        atlas_years_add (years, year);
    }
}

static void
add_computed_years (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    GArray                   *years)
{
  g_autoptr (GArray) known = atlas_years_new ();
  g_autoptr (GArray) partial = atlas_years_new ();

  atlas_cell_add_years (context, region, slice, known, partial);
  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, int, i) != 0)
      atlas_years_add (years, g_array_index (known, int, i));
}

static GArray *
list_years_of_all (AtlasDataset       *dataset,
                   const char *const  *region_codes,
                   GError            **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, region_codes, error);
  GArray *years;

  if (figures == NULL)
    return NULL;
  years = atlas_years_new ();
  add_figure_years (figures, years);
  return years;
}

static GArray *
list_years_of (AtlasDataset       *dataset,
               AtlasCatalogue     *catalogue,
               const char         *indicator,
               const char *const  *region_codes,
               GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  const AtlasIndicator *row = atlas_question_find_indicator (question, catalogue, error);
  g_autoptr (AtlasFigureIndex) index = NULL;
  g_autoptr (AtlasSlice) slice = NULL;
  g_autoptr (GPtrArray) known_codes = NULL;
  GArray *years;

  if (row == NULL || (index = atlas_figures_load (dataset, catalogue, indicator, NULL, error)) == NULL)
    return NULL;
  slice = atlas_slice_new (catalogue, row, question->where, NULL);
  known_codes = atlas_figure_index_list_regions (index);
  years = atlas_years_new ();
  for (guint i = 0; i < known_codes->len; i++)
    {
      const char *code = g_ptr_array_index (known_codes, i);
      const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), code);

      if (region == NULL || (region_codes != NULL && !g_strv_contains (region_codes, code)))
        continue;
      add_figure_years (atlas_figure_index_lookup (index, indicator, code), years);
      add_computed_years (&(AtlasAnswerContext) { catalogue, index }, region, slice, years);
    }
  return years;
}

/**
 * atlas_answer_list_years:
 * @dataset: the dataset that @catalogue was read from
 * @catalogue: its catalogue
 * @indicator: (nullable): id of an indicator, or %NULL for all
 * @region_codes: (nullable) (array zero-terminated=1): the regions that matter, or %NULL for all
 * @error: return location for an #AtlasQuestionError or #AtlasDatasetError
 *
 * Returns: (transfer full) (element-type int) (nullable): the years to choose from
 */
GArray *
atlas_answer_list_years (AtlasDataset       *dataset,
                         AtlasCatalogue     *catalogue,
                         const char         *indicator,
                         const char *const  *region_codes,
                         GError            **error)
{
  return indicator == NULL ? list_years_of_all (dataset, region_codes, error)
                           : list_years_of (dataset, catalogue, indicator, region_codes, error);
}
