/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/count-index.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/rollup-reader.h"
#include "dataset/registers/rollup-series.h"

/* The series that make up a slice. */
typedef struct {
  const AtlasSeries *first; /* (nullable): any of them */
  guint8 is_wanted[ATLAS_SERIES_END];
  GHashTable *counts;       /* region → AtlasCount */
} Selection;

struct _AtlasCountIndex {
  AtlasRollupReader *reader;
  GHashTable *cells[ATLAS_N_REGISTERS]; /* region → (element-type AtlasRollupCell) GArray */
  GHashTable *selections;               /* the slice as text → Selection */
  GError *error;
};

static void
count_free (AtlasCount *self)
{
  g_array_unref (self->years);
  g_free (self);
}

static void
selection_free (Selection *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

AtlasCountIndex *
atlas_count_index_new (AtlasDataset  *dataset,
                       GError       **error)
{
  g_autoptr (AtlasRollupReader) reader = atlas_rollup_reader_new (dataset, error);
  AtlasCountIndex *self;

  if (reader == NULL)
    return NULL;
  self = g_new0 (AtlasCountIndex, 1);
  self->reader = g_steal_pointer (&reader);
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    self->cells[i] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->selections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) selection_free);
  return self;
}

void
atlas_count_index_free (AtlasCountIndex *self)
{
  atlas_rollup_reader_free (self->reader);
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    g_hash_table_unref (self->cells[i]);
  g_hash_table_unref (self->selections);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
atlas_count_index_check (AtlasCountIndex  *self,
                         GError          **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

static GArray *
get_cells (AtlasCountIndex            *self,
           const AtlasRegion          *region,
           const AtlasTableDefinition *table)
{
  GHashTable *known = self->cells[table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]];
  GArray *cells = g_hash_table_lookup (known, region);

  if (cells != NULL)
    return cells;
  cells = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));
  if (!atlas_rollup_reader_read (self->reader, region, table, cells, self->error == NULL ? &self->error : NULL))
    g_array_set_size (cells, 0);
  g_hash_table_insert (known, (gpointer) region, cells);
  return cells;
}

gboolean
atlas_count_matches (const AtlasSlice *slice,
                     GPtrArray        *dimensions)
{
  if (slice->attributes->len > 0)
    return FALSE;
  for (guint i = 0; i < slice->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (slice->dimensions, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (dimensions, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

static Selection *
selection_new (const AtlasSlice *slice)
{
  Selection *self = g_new0 (Selection, 1);

  self->counts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) count_free);
  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    {
      const AtlasSeries *series = atlas_series_get (i);

      self->is_wanted[i] = series->table != NULL &&
                           strcmp (series->indicator_id, slice->indicator->indicator_id) == 0 &&
                           atlas_count_matches (slice, series->dimensions);
      if (self->is_wanted[i])
        self->first = series;
    }
  return self;
}

static Selection *
get_selection (AtlasCountIndex  *self,
               const AtlasSlice *slice)
{
  g_autofree char *dimensions = atlas_dimension_values_to_string (slice->dimensions);
  g_autofree char *key = g_strdup_printf ("%s|%s|%u", slice->indicator->indicator_id, dimensions, slice->attributes->len);
  Selection *selection = g_hash_table_lookup (self->selections, key);

  if (selection == NULL)
    {
      selection = selection_new (slice);
      g_hash_table_insert (self->selections, g_steal_pointer (&key), selection);
    }
  return selection;
}

/* Cells come by series and year, so that years come again and again. */
static void
add_to_years (GArray                *years,
              const AtlasRollupCell *cell)
{
  guint at = years->len;

  while (at > 0 && g_array_index (years, AtlasRollupCell, at - 1).year > cell->year)
    at--;
  if (at > 0 && g_array_index (years, AtlasRollupCell, at - 1).year == cell->year)
    atlas_rollup_cell_add (&g_array_index (years, AtlasRollupCell, at - 1), cell, 1);
  else
    g_array_insert_val (years, at, *cell);
}

/* From the changes of each year to the numbers at its end. */
static void
add_up_changes (GArray *years)
{
  for (guint i = 1; i < years->len; i++)
    atlas_rollup_cell_add (&g_array_index (years, AtlasRollupCell, i), &g_array_index (years, AtlasRollupCell, i - 1), 1);
}

static AtlasCount *
count_new (AtlasCountIndex   *self,
           const AtlasRegion *region,
           const Selection   *selection)
{
  AtlasCount *count = g_new0 (AtlasCount, 1);
  GArray *cells;
  guint rows;

  count->table = selection->first->table;
  count->is_stock = selection->first->is_stock;
  count->is_of_last_year = selection->first->is_of_last_year;
  count->years = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));
  cells = get_cells (self, region, count->table);
  rows = atlas_series_get_rows (count->table);
  for (guint i = 0; i < cells->len; i++)
    {
      const AtlasRollupCell *cell = &g_array_index (cells, AtlasRollupCell, i);

      if (selection->is_wanted[cell->series])
        add_to_years (count->years, cell);
      if (cell->series == rows)
        count->rows_year = MAX (count->rows_year, cell->year);
    }
  if (count->is_stock)
    add_up_changes (count->years);
  return count;
}

const AtlasCount *
atlas_count_index_lookup (AtlasCountIndex   *self,
                          const AtlasRegion *region,
                          const AtlasSlice  *slice)
{
  Selection *selection = get_selection (self, slice);
  AtlasCount *count;

  if (selection->first == NULL)
    return NULL;
  count = g_hash_table_lookup (selection->counts, region);
  if (count == NULL)
    {
      count = count_new (self, region, selection);
      g_hash_table_insert (selection->counts, (gpointer) region, count);
    }
  return count;
}

gint64
atlas_count_index_get_series (AtlasCountIndex   *self,
                              const AtlasRegion *region,
                              guint              series,
                              int                year)
{
  gboolean is_stock = atlas_series_get (series)->is_stock;
  GArray *cells = get_cells (self, region, atlas_series_get (series)->table);
  gint64 sum = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const AtlasRollupCell *cell = &g_array_index (cells, AtlasRollupCell, i);

      if (cell->series == series && (is_stock ? cell->year <= year : cell->year == year))
        sum += cell->value;
    }
  return sum;
}

gboolean
atlas_count_get (const AtlasCount *self,
                 int               year,
                 AtlasRollupCell  *out)
{
  for (guint i = self->years->len; i > 0; i--)
    {
      const AtlasRollupCell *cell = &g_array_index (self->years, AtlasRollupCell, i - 1);

      if (cell->year == year || (self->is_stock && cell->year < year))
        {
          *out = *cell;
          return TRUE;
        }
    }
  return FALSE;
}

/* (nullable): the register that counts INDICATOR_ID. */
static const AtlasTableDefinition *
find_table (const char *indicator_id)
{
  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    {
      const AtlasSeries *series = atlas_series_get (i);

      if (series->table != NULL && strcmp (series->indicator_id, indicator_id) == 0)
        return series->table;
    }
  return NULL;
}

void
atlas_count_index_add_dimensions (AtlasCountIndex   *self,
                                  const AtlasRegion *region,
                                  const char        *indicator_id,
                                  GHashTable        *found)
{
  const AtlasTableDefinition *table = find_table (indicator_id);
  GArray *cells = table != NULL ? get_cells (self, region, table) : NULL;
  guint last = ATLAS_SERIES_END;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      guint number = g_array_index (cells, AtlasRollupCell, i).series;

      if (number != last && strcmp (atlas_series_get (number)->indicator_id, indicator_id) == 0)
        g_hash_table_add (found, atlas_series_get (number)->dimensions);
      last = number;
    }
}
