/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/count-index.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/rollup-reader.h"
#include "dataset/registers/rollup-series.h"
#include "dataset/registers/row-counts.h"

/* Of so many divisions of a level reading them one by one would take longer than reading them all. */
#define MANY_REGIONS 8
/* More than most registers speak of. */
#define MANY_YEARS 32

/**
 * Selection:
 * @rows: (nullable): of what is counted once, the rows that name it
 *
 * The series that make up a slice.
 */
typedef struct _Selection Selection;

struct _Selection {
  const AtlasIndicator *indicator;
  GPtrArray *dimensions;
  gboolean has_attributes;
  const AtlasSeries *first; /* (nullable): any of them */
  guint8 is_wanted[ATLAS_SERIES_END];
  GHashTable *counts;       /* region → AtlasCount */
  GHashTable *own;          /* region → AtlasCount */
  Selection *rows;
};

/* The cells of a division, as they are packed. */
typedef struct {
  gsize length;
  guint8 data[];
} Packed;

struct _AtlasCountIndex {
  AtlasRollupReader *reader;
  GPtrArray *expected;                  /* (nullable) (element-type AtlasRegion) */
  GPtrArray *above;                     /* (nullable) (element-type AtlasRegion): what those of them lie in that are below the county */
  GHashTable *cells[ATLAS_N_REGISTERS]; /* (nullable): region → Packed */
  GPtrArray *selections;                /* of Selection */
  GArray *years;                        /* (element-type AtlasRollupCell): of the count at hand */
  GError *error;
};

static void
selection_free (Selection *self)
{
  g_ptr_array_unref (self->dimensions);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->own);
  g_clear_pointer (&self->rows, selection_free);
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
  self->selections = g_ptr_array_new_with_free_func ((GDestroyNotify) selection_free);
  self->years = g_array_sized_new (FALSE, FALSE, sizeof (AtlasRollupCell), MANY_YEARS);
  return self;
}

void
atlas_count_index_free (AtlasCountIndex *self)
{
  atlas_rollup_reader_free (self->reader);
  g_clear_pointer (&self->expected, g_ptr_array_unref);
  g_clear_pointer (&self->above, g_ptr_array_unref);
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    g_clear_pointer (&self->cells[i], g_hash_table_unref);
  g_ptr_array_unref (self->selections);
  g_array_unref (self->years);
  g_clear_error (&self->error);
  g_free (self);
}

void
atlas_count_index_expect (AtlasCountIndex *self,
                          GPtrArray       *regions)
{
  self->expected = g_ptr_array_ref (regions);
  self->above = g_ptr_array_new ();
  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      guint n = self->above->len;

      if (region->level > ATLAS_REGION_LEVEL_COUNTY && (n == 0 || g_ptr_array_index (self->above, n - 1) != region->parent))
        g_ptr_array_add (self->above, (gpointer) region->parent);
    }
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

/* The divisions that are being read: from AT on those that are still to come. */
typedef struct {
  GHashTable *cells;
  const AtlasRegion *const *at;
  const AtlasRegion *const *end;
} Reading;

/* Both come by code. */
static void
keep_cells (const char   *region_code,
            const guint8 *data,
            gsize         length,
            gpointer      user_data)
{
  Reading *reading = user_data;
  Packed *packed;

  while (reading->at < reading->end && strcmp ((*reading->at)->code, region_code) < 0)
    reading->at++;
  if (reading->at == reading->end || strcmp ((*reading->at)->code, region_code) != 0)
    return;
  packed = g_malloc (sizeof *packed + length);
  packed->length = length;
  memcpy (packed->data, data, length);
  g_hash_table_insert (reading->cells, (gpointer) *reading->at, packed);
}

static void
read_cells (AtlasCountIndex            *self,
            const AtlasTableDefinition *table,
            GHashTable                 *cells,
            const AtlasRegion *const   *regions,
            guint                       n)
{
  Reading reading = { cells, regions, regions + n };

  if (self->error == NULL)
    atlas_rollup_reader_each (self->reader, table, regions[0], regions[n - 1], keep_cells, &reading, &self->error);
}

/* Those of EXPECTED that are of LEVEL, if they are many; what has no counts is noted, too. */
static void
read_level (AtlasCountIndex            *self,
            const AtlasTableDefinition *table,
            GHashTable                 *cells,
            GPtrArray                  *expected,
            AtlasRegionLevel            level)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();

  for (guint i = 0; i < expected->len; i++)
    if (((const AtlasRegion *) g_ptr_array_index (expected, i))->level == level)
      g_ptr_array_add (regions, g_ptr_array_index (expected, i));
  if (regions->len < MANY_REGIONS)
    return;
  for (guint i = 0; i < regions->len; i++)
    g_hash_table_insert (cells, g_ptr_array_index (regions, i), NULL);
  read_cells (self, table, cells, (const AtlasRegion *const *) regions->pdata, regions->len);
}

static GHashTable *
get_table (AtlasCountIndex            *self,
           const AtlasTableDefinition *table)
{
  GHashTable **cells = &self->cells[table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]];

  if (*cells == NULL)
    {
      *cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      for (int level = 0; self->expected != NULL && level <= ATLAS_REGION_LEVEL_COMMUNITY; level++)
        {
          read_level (self, table, *cells, self->expected, (AtlasRegionLevel) level);
          read_level (self, table, *cells, self->above, (AtlasRegionLevel) level);
        }
    }
  return *cells;
}

/* Starts READER with the cells of TABLE in REGION. */
static void
start_cells (AtlasCountIndex            *self,
             const AtlasRegion          *region,
             const AtlasTableDefinition *table,
             AtlasCellReader            *reader)
{
  GHashTable *cells = get_table (self, table);
  gpointer packed;

  if (!g_hash_table_lookup_extended (cells, region, NULL, &packed))
    {
      g_hash_table_insert (cells, (gpointer) region, NULL);
      read_cells (self, table, cells, &region, 1);
      packed = g_hash_table_lookup (cells, region);
    }
  atlas_cell_reader_start (reader, packed != NULL ? ((Packed *) packed)->data : NULL,
                           packed != NULL ? ((Packed *) packed)->length : 0);
}

/* (nullable): the next cell of REGION. */
static const AtlasRollupCell *
next_cell (AtlasCountIndex   *self,
           const AtlasRegion *region,
           AtlasCellReader   *reader)
{
  const AtlasRollupCell *cell = atlas_cell_reader_next (reader);

  if (reader->is_damaged && self->error == NULL)
    atlas_rollup_fail_damaged (region, &self->error);
  return cell;
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
selection_new_empty (const AtlasSlice *slice)
{
  Selection *self = g_new0 (Selection, 1);

  self->indicator = slice->indicator;
  self->dimensions = atlas_dimension_values_copy (slice->dimensions);
  self->has_attributes = slice->attributes->len > 0;
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->own = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/* The rows that name what SELECTION, of a slice that is counted once, is of. */
static Selection *
selection_new_rows (const Selection  *selection,
                    const AtlasSlice *slice)
{
  Selection *self = selection_new_empty (slice);

  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    {
      self->is_wanted[i] = atlas_series_get (i)->table != NULL && atlas_distinct_is_named_by (selection->is_wanted, i);
      if (self->is_wanted[i])
        self->first = atlas_series_get (i);
    }
  return self;
}

static Selection *
selection_new (const AtlasSlice *slice)
{
  Selection *self = selection_new_empty (slice);

  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    {
      const AtlasSeries *series = atlas_series_get (i);

      self->is_wanted[i] = series->table != NULL &&
                           strcmp (series->indicator_id, slice->indicator->indicator_id) == 0 &&
                           atlas_count_matches (slice, series->dimensions) &&
                           (!series->is_distinct || atlas_dimension_values_equal (slice->dimensions, series->dimensions));
      if (self->is_wanted[i])
        self->first = series;
    }
  if (self->first != NULL && self->first->is_distinct)
    self->rows = selection_new_rows (self, slice);
  return self;
}

static gboolean
is_of (const Selection  *self,
       const AtlasSlice *slice)
{
  return self->indicator == slice->indicator && self->has_attributes == (slice->attributes->len > 0) &&
         atlas_dimension_values_equal (self->dimensions, slice->dimensions);
}

/* There are few, and they are asked for again and again. */
static Selection *
get_selection (AtlasCountIndex  *self,
               const AtlasSlice *slice)
{
  Selection *selection;

  for (guint i = 0; i < self->selections->len; i++)
    if (is_of (g_ptr_array_index (self->selections, i), slice))
      return g_ptr_array_index (self->selections, i);
  selection = selection_new (slice);
  g_ptr_array_add (self->selections, selection);
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
  else if (at == years->len)
    g_array_append_vals (years, cell, 1);
  else
    g_array_insert_vals (years, at, cell, 1);
}

/* From the changes of each year to the numbers at its end. */
static void
add_up_changes (AtlasCount *count)
{
  for (guint i = 1; i < count->n_years; i++)
    atlas_rollup_cell_add (&count->years[i], &count->years[i - 1], 1);
}

/* YEARS: the changes of a stock, or the numbers. */
static AtlasCount *
count_new (const AtlasSeries *series,
           GArray            *years)
{
  AtlasCount *count = g_malloc0 (sizeof *count + years->len * sizeof *count->years);

  count->table = series->table;
  count->is_stock = series->is_stock;
  count->is_distinct = series->is_distinct;
  count->is_of_last_year = series->is_of_last_year;
  count->n_years = years->len;
  if (years->len > 0) /* else there is nothing to copy from */
    memcpy (count->years, years->data, years->len * sizeof *count->years);
  if (count->is_stock)
    add_up_changes (count);
  return count;
}

static AtlasCount *
count_region (AtlasCountIndex   *self,
              const AtlasRegion *region,
              const Selection   *selection)
{
  const AtlasSeries *series = selection->first;
  guint rows = atlas_series_get_rows (series->table);
  int rows_year = 0;
  AtlasCellReader reader;
  const AtlasRollupCell *cell;
  AtlasCount *count;

  g_array_set_size (self->years, 0);
  start_cells (self, region, series->table, &reader);
  while ((cell = next_cell (self, region, &reader)) != NULL)
    {
      if (selection->is_wanted[cell->series])
        add_to_years (self->years, cell);
      if (cell->series == rows)
        rows_year = MAX (rows_year, cell->year);
    }
  count = count_new (series, self->years);
  count->rows_year = rows_year;
  return count;
}

static const AtlasCount *
get_count (AtlasCountIndex   *self,
           const AtlasRegion *region,
           Selection         *selection)
{
  AtlasCount *count = g_hash_table_lookup (selection->counts, region);

  if (count == NULL)
    {
      count = count_region (self, region, selection);
      g_hash_table_insert (selection->counts, (gpointer) region, count);
    }
  return count;
}

const AtlasCount *
atlas_count_index_lookup (AtlasCountIndex   *self,
                          const AtlasRegion *region,
                          const AtlasSlice  *slice)
{
  Selection *selection = get_selection (self, slice);

  return selection->first != NULL ? get_count (self, region, selection) : NULL;
}

/* Adds what COUNT was made of once (SIGN 1), or takes it away (−1). */
static void
add_count (GArray           *years,
           const AtlasCount *count,
           int               sign)
{
  for (guint i = 0; i < count->n_years; i++)
    {
      AtlasRollupCell cell = { .year = count->years[i].year };

      atlas_rollup_cell_add (&cell, &count->years[i], sign);
      if (count->is_stock && i > 0)
        atlas_rollup_cell_add (&cell, &count->years[i - 1], -sign);
      add_to_years (years, &cell);
    }
}

/* What lies right in REGION in one go, unless it is known. */
static void
read_parts (AtlasCountIndex            *self,
            const AtlasRegion          *region,
            const AtlasTableDefinition *table)
{
  GHashTable *cells = get_table (self, table);

  for (guint i = 0; i < region->n_children; i++)
    if (region->children[i]->level != region->children[0]->level || g_hash_table_contains (cells, region->children[i]))
      return;
  for (guint i = 0; i < region->n_children; i++)
    g_hash_table_insert (cells, (gpointer) region->children[i], NULL);
  if (region->n_children > 0)
    read_cells (self, table, cells, region->children, region->n_children);
}

static AtlasCount *
count_own (AtlasCountIndex   *self,
           const AtlasRegion *region,
           Selection         *selection)
{
  const AtlasCount *count = get_count (self, region, selection);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));

  add_count (years, count, 1);
  if (count->n_years > 0)
    read_parts (self, region, count->table);
  for (guint i = 0; count->n_years > 0 && i < region->n_children; i++)
    add_count (years, get_count (self, region->children[i], selection), -1);
  return count_new (selection->first, years);
}

const AtlasCount *
atlas_count_index_lookup_own (AtlasCountIndex   *self,
                              const AtlasRegion *region,
                              const AtlasSlice  *slice)
{
  Selection *selection = get_selection (self, slice);
  AtlasCount *count;

  if (selection->first == NULL)
    return NULL;
  count = g_hash_table_lookup (selection->own, region);
  if (count == NULL)
    {
      count = count_own (self, region, selection->rows != NULL ? selection->rows : selection);
      g_hash_table_insert (selection->own, (gpointer) region, count);
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
  AtlasCellReader reader;
  const AtlasRollupCell *cell;
  gint64 sum = 0;

  start_cells (self, region, atlas_series_get (series)->table, &reader);
  while ((cell = next_cell (self, region, &reader)) != NULL)
    if (cell->series == series && (is_stock ? cell->year <= year : cell->year == year))
      sum += cell->value;
  return sum;
}

gboolean
atlas_count_get (const AtlasCount *self,
                 int               year,
                 AtlasRollupCell  *out)
{
  for (guint i = self->n_years; i > 0; i--)
    if (self->years[i - 1].year == year || (self->is_stock && self->years[i - 1].year < year))
      {
        *out = self->years[i - 1];
        return TRUE;
      }
  return FALSE;
}

const AtlasTableDefinition *
atlas_count_find_table (const char *indicator_id)
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
  const AtlasTableDefinition *table = atlas_count_find_table (indicator_id);
  guint last = ATLAS_SERIES_END;
  AtlasCellReader reader;
  const AtlasRollupCell *cell;

  if (table == NULL)
    return;
  start_cells (self, region, table, &reader);
  while ((cell = next_cell (self, region, &reader)) != NULL)
    {
      const AtlasSeries *series = atlas_series_get (cell->series);

      if (cell->series != last && strcmp (series->indicator_id, indicator_id) == 0)
        g_hash_table_add (found, series->dimensions);
      last = cell->series;
    }
}
