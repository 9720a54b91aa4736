/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/register-use.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/figure-selector.h"
#include "dataset/registers/rollup-reader.h"
#include "dataset/registers/rollup-series.h"

/* How many rows of a series there are. */
typedef struct {
  guint series;
  gint64 n;
} Rows;

struct _AtlasRegisterUse {
  AtlasDataset *dataset;
  AtlasRegionTree *tree;
  GHashTable *rows; /* region → GArray of Rows, by series: with all that lies in it */
};

void
atlas_register_use_free (AtlasRegisterUse *self)
{
  g_object_unref (self->dataset);
  g_hash_table_unref (self->rows);
  g_free (self);
}

static GArray *
get_rows (AtlasRegisterUse  *self,
          const AtlasRegion *region)
{
  GArray *rows = g_hash_table_lookup (self->rows, region);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (Rows));
      g_hash_table_insert (self->rows, (gpointer) region, rows);
    }
  return rows;
}

/* Cells come by series, so that those of one follow each other. A count of what is different adds up to nothing. */
static void
add_cells (const char   *region_code,
           const guint8 *data,
           gsize         length,
           gpointer      user_data)
{
  AtlasRegisterUse *self = user_data;
  GArray *rows = get_rows (self, atlas_region_tree_lookup (self->tree, region_code));
  AtlasCellReader reader;
  const AtlasRollupCell *cell;

  atlas_cell_reader_start (&reader, data, length);
  while ((cell = atlas_cell_reader_next (&reader)) != NULL)
    {
      Rows *last = rows->len > 0 ? &g_array_index (rows, Rows, rows->len - 1) : NULL;

      if (last != NULL && last->series == cell->series)
        last->n += cell->n;
      else
        g_array_append_vals (rows, &(Rows) { cell->series, cell->n }, 1);
    }
}

/* The divisions of LEVEL lie between these, by code. */
static gboolean
find_ends (AtlasRegionTree   *tree,
           AtlasRegionLevel   level,
           const AtlasRegion *ends[2])
{
  ends[0] = ends[1] = NULL;
  for (guint i = 0; i < atlas_region_tree_get_size (tree); i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (tree, i);

      if (region->level != level)
        continue;
      ends[0] = ends[0] != NULL ? ends[0] : region;
      ends[1] = region;
    }
  return ends[0] != NULL;
}

static gboolean
read_between (AtlasRegisterUse   *self,
              AtlasRollupReader  *reader,
              const AtlasRegion  *first,
              const AtlasRegion  *last,
              GError            **error)
{
  for (guint t = ATLAS_N_BUNDLED_TABLES; t < ATLAS_N_TABLES; t++)
    if (!atlas_rollup_reader_each (reader, &atlas_table_definitions[t], first, last, add_cells, self, error))
      return FALSE;
  return TRUE;
}

AtlasRegisterUse *
atlas_register_use_load (AtlasDataset  *dataset,
                         GError       **error)
{
  g_autoptr (AtlasRegisterUse) self = g_new0 (AtlasRegisterUse, 1);
  g_autoptr (AtlasRollupReader) reader = atlas_rollup_reader_new (dataset, error);

  self->dataset = g_object_ref (dataset);
  self->tree = atlas_dataset_get_regions (dataset);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (int level = 0; reader != NULL && level <= ATLAS_REGION_LEVEL_COUNTY; level++)
    {
      const AtlasRegion *ends[2];

      if (find_ends (self->tree, (AtlasRegionLevel) level, ends) && !read_between (self, reader, ends[0], ends[1], error))
        return NULL;
    }
  return reader != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
has_dimensions (GPtrArray *dimensions,
                GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (wanted, i);

      if (g_strcmp0 (atlas_dimension_values_lookup (dimensions, pair->dimension), pair->value) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_selected (const AtlasSeries *series,
             GPtrArray         *selectors)
{
  for (guint i = 0; i < selectors->len; i++)
    {
      const AtlasFigureSelector *selector = g_ptr_array_index (selectors, i);

      if (strcmp (series->indicator_id, selector->indicator_id) == 0 &&
          has_dimensions (series->dimensions, selector->dimensions))
        return TRUE;
    }
  return FALSE;
}

/* For each series, whether one of SELECTORS means it; what counts once is in others as well, where it adds up. */
static gboolean *
mark_series (GPtrArray *selectors)
{
  gboolean *wanted = g_new0 (gboolean, ATLAS_SERIES_END);

  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    wanted[i] = atlas_series_get (i)->table != NULL && !atlas_series_get (i)->is_distinct && is_selected (atlas_series_get (i), selectors);
  return wanted;
}

static gint64
count_wanted (AtlasRegisterUse  *self,
              const AtlasRegion *region,
              const gboolean    *wanted)
{
  GArray *rows = g_hash_table_lookup (self->rows, region);
  gint64 n = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (wanted[g_array_index (rows, Rows, i).series])
      n += g_array_index (rows, Rows, i).n;
  return n;
}

static gint64
count_own (AtlasRegisterUse  *self,
           const AtlasRegion *region,
           const gboolean    *wanted)
{
  gint64 n = count_wanted (self, region, wanted);

  for (guint i = 0; n > 0 && i < region->n_children; i++)
    if (region->children[i]->level <= ATLAS_REGION_LEVEL_COUNTY)
      n -= count_wanted (self, region->children[i], wanted);
  return n;
}

GPtrArray *
atlas_register_use_list (AtlasRegisterUse *self,
                         GPtrArray        *selectors)
{
  GPtrArray *regions = g_ptr_array_new ();
  g_autofree gboolean *wanted = mark_series (selectors);

  for (guint i = 0; selectors->len > 0 && i < atlas_region_tree_get_size (self->tree); i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (self->tree, i);

      if (region->level <= ATLAS_REGION_LEVEL_COUNTY && count_own (self, region, wanted) > 0)
        g_ptr_array_add (regions, (gpointer) region);
    }
  return regions;
}

/* Townships are many, and asked for one at a time. */
static void
read_township (AtlasRegisterUse  *self,
               const AtlasRegion *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRollupReader) reader = atlas_rollup_reader_new (self->dataset, &error);

  get_rows (self, region); /* even if there is nothing, it is not looked for again */
  if (reader == NULL || !read_between (self, reader, region, region, &error))
    g_warning ("The counts of the registers for %s could not be read: %s", region->code, error->message);
}

gboolean
atlas_register_use_has (AtlasRegisterUse  *self,
                        const AtlasRegion *region,
                        GPtrArray         *selectors)
{
  g_autofree gboolean *wanted = mark_series (selectors);

  if (region->level > ATLAS_REGION_LEVEL_COUNTY && !g_hash_table_contains (self->rows, region))
    read_township (self, region);
  return count_wanted (self, region, wanted) > 0;
}
