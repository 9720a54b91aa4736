/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup.h"

#include "dataset/registers/rollup-count.h"
#include "dataset/registers/rollup-distinct.h"
#include "dataset/registers/rollup-write.h"

/* From so many bytes on, and twice as many as after the last time, the cells of a division are added up to fewer. */
#define MANY_BYTES 512

/* What was counted in one division itself. */
typedef struct {
  AtlasPackedCells packed;
  guint32 summed_length;
} Ledger;

struct _AtlasRollup {
  AtlasRegionTree *regions;
  Ledger *ledgers; /* by index of the division */
  AtlasRollupCells *sum;
  gboolean has_changed[ATLAS_N_REGISTERS]; /* of which rows were counted */
};

AtlasRollup *
atlas_rollup_new (AtlasRegionTree *regions)
{
  AtlasRollup *self = g_new0 (AtlasRollup, 1);

  self->regions = atlas_region_tree_ref (regions);
  self->ledgers = g_new0 (Ledger, atlas_region_tree_get_size (regions));
  self->sum = atlas_rollup_cells_new ();
  return self;
}

void
atlas_rollup_free (AtlasRollup *self)
{
  for (guint i = 0; i < atlas_region_tree_get_size (self->regions); i++)
    atlas_packed_cells_free (&self->ledgers[i].packed);
  g_free (self->ledgers);
  atlas_rollup_cells_free (self->sum);
  atlas_region_tree_unref (self->regions);
  g_free (self);
}

AtlasRegionTree *
atlas_rollup_get_regions (AtlasRollup *self)
{
  return self->regions;
}

static void
add_up (AtlasRollup *self,
        Ledger      *ledger)
{
  const AtlasRollupCell *cells;
  guint n;

  atlas_rollup_cells_clear (self->sum);
  atlas_rollup_cells_unpack (self->sum, ledger->packed.data, ledger->packed.length);
  cells = atlas_rollup_cells_list (self->sum, &n);
  atlas_packed_cells_clear (&ledger->packed);
  for (guint i = 0; i < n; i++)
    atlas_packed_cells_add (&ledger->packed, &cells[i], 1);
  ledger->summed_length = ledger->packed.length;
}

void
atlas_rollup_count (AtlasRollup            *self,
                    const AtlasRegisterRow *row,
                    int                     sign)
{
  AtlasRowCells counted;
  Ledger *ledger;

  if (row->region == NULL)
    return;
  self->has_changed[row->table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]] = TRUE;
  ledger = &self->ledgers[row->region->index];
  atlas_row_cells_count (&counted, row);
  for (guint i = 0; i < counted.n; i++)
    atlas_packed_cells_add (&ledger->packed, &counted.cells[i], sign);
  if (ledger->packed.length > MANY_BYTES + 2 * ledger->summed_length)
    add_up (self, ledger);
}

static AtlasRollupCells *
get_level (GPtrArray *levels,
           guint      depth)
{
  if (depth == levels->len)
    g_ptr_array_add (levels, atlas_rollup_cells_new ());
  return g_ptr_array_index (levels, depth);
}

/* Writes what was counted in REGION and below and adds it to the sum of the one above. LEVELS has the sums of the divisions on
 * the way down to it, one for each DEPTH. */
static gboolean
apply_region (AtlasRollup        *self,
              AtlasRollupWriter  *writer,
              const AtlasRegion  *region,
              GPtrArray          *levels,
              guint               depth,
              GError            **error)
{
  AtlasPackedCells *packed = &self->ledgers[region->index].packed;
  AtlasRollupCells *cells = get_level (levels, depth);
  guint n;

  atlas_rollup_cells_clear (cells);
  atlas_rollup_cells_unpack (cells, packed->data, packed->length);
  if (!atlas_rollup_writer_add_twice (writer, region, cells, error))
    return FALSE;
  for (guint i = 0; i < region->n_children; i++)
    if (!apply_region (self, writer, region->children[i], levels, depth + 1, error))
      return FALSE;
  atlas_rollup_cells_list (cells, &n);
  if (n > 0 && !atlas_rollup_writer_add (writer, region, cells, error))
    return FALSE;
  if (depth > 0)
    atlas_rollup_cells_add_all (g_ptr_array_index (levels, depth - 1), cells);
  return TRUE;
}

static gboolean
apply_sums (AtlasRollup  *self,
            sqlite3      *db,
            GError      **error)
{
  g_autoptr (AtlasRollupWriter) writer = atlas_rollup_writer_new (db, error);
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_rollup_cells_free);

  return writer != NULL && apply_region (self, writer, atlas_region_tree_get_root (self->regions), levels, 0, error);
}

/* Of the registers that have changed. */
static gboolean
apply_distinct (AtlasRollup  *self,
                sqlite3      *db,
                GError      **error)
{
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + i];

      if (self->has_changed[i] && atlas_rollup_has_distinct (table) &&
          !atlas_rollup_write_distinct (db, self->regions, table, error))
        return FALSE;
      self->has_changed[i] = FALSE;
    }
  return TRUE;
}

gboolean
atlas_rollup_apply (AtlasRollup  *self,
                    sqlite3      *db,
                    GError      **error)
{
  if (!apply_sums (self, db, error) || !apply_distinct (self, db, error))
    return FALSE;
  for (guint i = 0; i < atlas_region_tree_get_size (self->regions); i++)
    {
      atlas_packed_cells_free (&self->ledgers[i].packed);
      self->ledgers[i] = (Ledger) { 0 };
    }
  return TRUE;
}
