/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/figure-record.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "indicators/observation.h"
#include "indicators/record-text.h"

/* The column of a dimension, and the other way round: money's source and the document's would share a name. */
#define SOURCE_COLUMN "dimension_source"

static const char *
get_dimension_column (const char *dimension)
{
  return strcmp (dimension, "source") == 0 ? SOURCE_COLUMN : dimension;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (element-type utf8): the columns of the dimensions that FIGURES have, by their names; borrowed. */
static GPtrArray *
list_dimension_columns (GPtrArray *figures)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      GPtrArray *dimensions = ((const AtlasFigure *) g_ptr_array_index (figures, i))->dimensions;

      for (guint j = 0; j < dimensions->len; j++)
        {
          const AtlasDimensionPair *pair = g_ptr_array_index (dimensions, j);
          const char *column = get_dimension_column (pair->dimension);

          if (!g_ptr_array_find_with_equal_func (columns, column, g_str_equal, NULL))
            g_ptr_array_add (columns, (gpointer) column);
        }
    }
  g_ptr_array_sort (columns, compare_texts);
  return columns;
}

char **
atlas_figures_dup_columns (GPtrArray *figures)
{
  g_autoptr (GPtrArray) dimensions = list_dimension_columns (figures);
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  g_strv_builder_add_many (columns, "region", "region_name", "indicator", "period", NULL);
  for (guint i = 0; i < dimensions->len; i++)
    g_strv_builder_add (columns, g_ptr_array_index (dimensions, i));
  g_strv_builder_add_many (columns, "value", "unit", "status", "qualifier", "source", "basis", "numerator", "denominator",
                           "note", NULL);
  return g_strv_builder_end (columns);
}

/* As a number of an answer is written: money in yuan with two decimals. */
static char *
dup_value (const AtlasFigure *figure,
           AtlasCatalogue    *catalogue)
{
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, figure->unit);
  AtlasDecimal cents;

  if (figure->status == ATLAS_STATUS_MISSING)
    return g_strdup ("");
  if (unit != NULL && unit->is_money && atlas_decimal_rescale (figure->value, 2, &cents))
    return atlas_decimal_to_string (cents);
  return atlas_decimal_to_string (figure->value);
}

static char *
dup_cell (const AtlasFigure *figure,
          AtlasCatalogue    *catalogue,
          const char        *column)
{
  const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), figure->region_code);
  const char *dimension = strcmp (column, SOURCE_COLUMN) == 0 ? "source" : column;
  const char *value;

  if (strcmp (column, "value") == 0)
    return dup_value (figure, catalogue);
  if (strcmp (column, "region") == 0)
    return g_strdup (figure->region_code);
  if (strcmp (column, "region_name") == 0)
    return g_strdup (region != NULL ? region->name : "");
  if (strcmp (column, "indicator") == 0)
    return g_strdup (figure->indicator_id);
  if (strcmp (column, "period") == 0)
    return g_strdup (atlas_figure_get_period (figure));
  if (strcmp (column, "unit") == 0)
    return g_strdup (figure->unit);
  if (strcmp (column, "status") == 0)
    return g_strdup (atlas_status_to_id (figure->status));
  if (strcmp (column, "qualifier") == 0)
    return g_strdup (atlas_qualifier_to_id (figure->qualifier));
  if (strcmp (column, "source") == 0)
    return g_strdup (figure->source->source_id);
  if (strcmp (column, "basis") == 0)
    return g_strdup (atlas_basis_to_id (ATLAS_BASIS_PUBLISHED));
  if (strcmp (column, "note") == 0)
    return g_strdup (figure->note);
  value = atlas_dimension_values_lookup (figure->dimensions, dimension);
  return g_strdup (value != NULL ? value : "");
}

char **
atlas_figure_dup_cells (const AtlasFigure *figure,
                        AtlasCatalogue    *catalogue,
                        const char *const *columns)
{
  char **cells = g_new0 (char *, g_strv_length ((char **) columns) + 1);

  for (guint i = 0; columns[i] != NULL; i++)
    cells[i] = dup_cell (figure, catalogue, columns[i]);
  return cells;
}

static GPtrArray *
list_rows (GPtrArray         *figures,
           AtlasCatalogue    *catalogue,
           const char *const *columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (rows, atlas_figure_dup_cells (g_ptr_array_index (figures, i), catalogue, columns));
  return rows;
}

char *
atlas_figures_to_csv (GPtrArray      *figures,
                      AtlasCatalogue *catalogue)
{
  g_auto (GStrv) columns = atlas_figures_dup_columns (figures);
  g_autoptr (GPtrArray) rows = list_rows (figures, catalogue, (const char *const *) columns);

  return atlas_records_to_csv ((const char *const *) columns, rows);
}

char *
atlas_figures_to_json (GPtrArray      *figures,
                       AtlasCatalogue *catalogue)
{
  g_auto (GStrv) columns = atlas_figures_dup_columns (figures);
  g_autoptr (GPtrArray) rows = list_rows (figures, catalogue, (const char *const *) columns);

  return atlas_records_to_json ((const char *const *) columns, rows);
}
