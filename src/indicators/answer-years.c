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
#include "indicators/register-answer.h"
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

/* The years for which the register TABLE (nullable: any) was returned in REGION. */
static void
add_returned_years (AtlasCatalogue             *catalogue,
                    const AtlasTableDefinition *table,
                    const AtlasRegion          *region,
                    GArray                     *years)
{
  AtlasRegisterCoverage *registers = atlas_catalogue_get_register_coverage (catalogue);

  for (guint i = ATLAS_N_BUNDLED_TABLES; i < ATLAS_N_TABLES; i++)
    if (table == NULL || table == &atlas_table_definitions[i])
      {
        g_autoptr (GArray) returned =
          atlas_register_coverage_list_years (registers, &atlas_table_definitions[i], region);

        atlas_years_add_all (years, returned);
      }
}

/* Counts that are not whole give a year only if the register is of it: not each year that a date falls into. */
static void
add_computed_years (const AtlasAnswerContext *context,
                    const AtlasRegion        *region,
                    const AtlasSlice         *slice,
                    GArray                   *years)
{
  g_autoptr (GArray) returned = atlas_years_new ();
  g_auto (AtlasKnownYears) known;

  atlas_known_years_init (&known);
  atlas_cell_add_years (context, region, slice, &known);
  for (guint i = 0; i < known.whole->len; i++)
    if (g_array_index (known.whole, int, i) != 0)
      atlas_years_add (years, g_array_index (known.whole, int, i));
  add_returned_years (context->catalogue, atlas_register_find_table (context, region, slice), region, returned);
  for (guint i = 0; i < known.counts->len; i++)
    if (atlas_years_contain (returned, g_array_index (known.counts, int, i)))
      atlas_years_add (years, g_array_index (known.counts, int, i));
}

static void
add_region (GPtrArray       *regions,
            AtlasRegionTree *tree,
            const char      *code)
{
  const AtlasRegion *region = atlas_region_tree_lookup (tree, code);

  if (region != NULL)
    g_ptr_array_add (regions, (gpointer) region);
}

/* (element-type AtlasRegion): those with REGION_CODES; without, the country, and those that INDEX (nullable) has figures
 * of. */
static GPtrArray *
list_regions (AtlasCatalogue     *catalogue,
              AtlasFigureIndex   *index,
              const char *const  *region_codes)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (catalogue);
  GPtrArray *regions = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = index != NULL ? atlas_figure_index_list_regions (index) : NULL;

  for (guint i = 0; region_codes != NULL && region_codes[i] != NULL; i++)
    add_region (regions, tree, region_codes[i]);
  if (region_codes != NULL)
    return regions;
  g_ptr_array_add (regions, (gpointer) atlas_region_tree_get_root (tree));
  for (guint i = 0; known != NULL && i < known->len; i++)
    add_region (regions, tree, g_ptr_array_index (known, i));
  return regions;
}

static GArray *
list_years_of_all (AtlasDataset       *dataset,
                   AtlasCatalogue     *catalogue,
                   const char *const  *region_codes,
                   GError            **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (dataset, NULL, region_codes, error);
  g_autoptr (GPtrArray) regions = NULL;
  GArray *years;

  if (figures == NULL)
    return NULL;
  years = atlas_years_new ();
  add_figure_years (figures, years);
  regions = list_regions (catalogue, NULL, region_codes);
  for (guint i = 0; i < regions->len; i++)
    add_returned_years (catalogue, NULL, g_ptr_array_index (regions, i), years);
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
  g_autoptr (AtlasCountIndex) counts = NULL;
  g_autoptr (AtlasSlice) slice = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  g_autoptr (GArray) years = atlas_years_new ();

  if (row == NULL || (index = atlas_figures_load (dataset, catalogue, indicator, NULL, error)) == NULL ||
      (counts = atlas_count_index_new (dataset, error)) == NULL)
    return NULL;
  slice = atlas_slice_new (catalogue, row, question->where, NULL);
  regions = list_regions (catalogue, index, region_codes);
  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);

      add_figure_years (atlas_figure_index_lookup (index, indicator, region->code), years);
      add_computed_years (&(AtlasAnswerContext) { catalogue, index, counts, ATLAS_FROM_BEST }, region, slice, years);
    }
  return atlas_count_index_check (counts, error) ? g_steal_pointer (&years) : NULL;
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
  return indicator == NULL ? list_years_of_all (dataset, catalogue, region_codes, error)
                           : list_years_of (dataset, catalogue, indicator, region_codes, error);
}
