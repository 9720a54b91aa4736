/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-write.h"

#include <string.h>

#include "dataset/registers/rollup-reader.h"
#include "dataset/registers/rollup-series.h"
#include "dataset/registers/rollup-stages.h"

struct _AtlasRollupWriter {
  AtlasRollupReader *reader;
  sqlite3_stmt *insert;
  sqlite3_stmt *remove;
  gboolean was_empty[ATLAS_N_REGISTERS]; /* there was nothing to add to */
  GArray *changes; /* (element-type AtlasRollupCell): of one table */
  GArray *loaded;  /* (element-type AtlasRollupCell) */
  AtlasRollupCells *cells;
  AtlasPackedCells packed;
};

static gboolean *
get_was_empty (AtlasRollupWriter          *self,
               const AtlasTableDefinition *table)
{
  return &self->was_empty[table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]];
}

static gboolean
find_empty (AtlasRollupWriter  *self,
            sqlite3            *db,
            GError            **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, "SELECT 1 FROM rollups WHERE \"table\" = ? LIMIT 1", error);

  for (guint i = ATLAS_N_BUNDLED_TABLES; stmt != NULL && i < ATLAS_N_TABLES; i++)
    {
      gboolean row;

      atlas_sqlite_bind (stmt, 1, atlas_table_definitions[i].name);
      if (!atlas_sqlite_step (stmt, &row, error))
        return FALSE;
      *get_was_empty (self, &atlas_table_definitions[i]) = !row;
      sqlite3_reset (stmt);
    }
  return stmt != NULL;
}

AtlasRollupWriter *
atlas_rollup_writer_new (sqlite3  *db,
                         GError  **error)
{
  g_autoptr (AtlasRollupWriter) self = g_new0 (AtlasRollupWriter, 1);

  self->changes = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));
  self->loaded = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));
  self->cells = atlas_rollup_cells_new ();
  if ((self->reader = atlas_rollup_reader_new_for_db (db, error)) == NULL ||
      (self->insert = atlas_sqlite_prepare (db, "INSERT OR REPLACE INTO rollups (\"table\", level, region_code, cells) "
                                            "VALUES (?, ?, ?, ?)", error)) == NULL ||
      (self->remove = atlas_sqlite_prepare (db, "DELETE FROM rollups WHERE \"table\" = ? AND level = ? AND region_code = ?",
                                            error)) == NULL ||
      !find_empty (self, db, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
atlas_rollup_writer_free (AtlasRollupWriter *self)
{
  g_clear_pointer (&self->reader, atlas_rollup_reader_free);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->remove);
  g_array_unref (self->changes);
  g_array_unref (self->loaded);
  atlas_rollup_cells_free (self->cells);
  atlas_packed_cells_free (&self->packed);
  g_free (self);
}

/* Adds to the cells what the dataset has, or takes it away (SIGN −1). */
static gboolean
load_more (AtlasRollupWriter           *self,
           const AtlasRegion           *region,
           const AtlasTableDefinition  *table,
           int                          sign,
           GError                     **error)
{
  if (*get_was_empty (self, table))
    return TRUE;
  g_array_set_size (self->loaded, 0);
  if (!atlas_rollup_reader_read (self->reader, region, table, self->loaded, error))
    return FALSE;
  for (guint i = 0; i < self->loaded->len; i++)
    atlas_rollup_cells_add (self->cells, &g_array_index (self->loaded, AtlasRollupCell, i), sign);
  return TRUE;
}

/* Fills the cells with what the dataset has. */
static gboolean
load (AtlasRollupWriter           *self,
      const AtlasRegion           *region,
      const AtlasTableDefinition  *table,
      GError                     **error)
{
  atlas_rollup_cells_clear (self->cells);
  return load_more (self, region, table, 1, error);
}

/* Fills the cells with what the dataset has of the rows of REGION itself. */
static gboolean
load_own (AtlasRollupWriter           *self,
          const AtlasRegion           *region,
          const AtlasTableDefinition  *table,
          GError                     **error)
{
  gboolean success = load (self, region, table, error);

  for (guint i = 0; success && i < region->n_children; i++)
    success = load_more (self, region->children[i], table, -1, error);
  return success;
}

static gboolean
save (AtlasRollupWriter           *self,
      const AtlasRegion           *region,
      const AtlasTableDefinition  *table,
      const AtlasRollupCell       *cells,
      guint                        n,
      GError                     **error)
{
  sqlite3_stmt *stmt = n > 0 ? self->insert : self->remove;

  atlas_packed_cells_clear (&self->packed);
  for (guint i = 0; i < n; i++)
    atlas_packed_cells_add (&self->packed, &cells[i], 1);
  atlas_rollup_bind_key (stmt, table, region);
  if (n > 0)
    sqlite3_bind_blob (stmt, 4, self->packed.data, (int) self->packed.length, SQLITE_STATIC);
  return atlas_sqlite_finish (stmt, error);
}

/* Writes what the dataset has and the N CHANGES together, all of TABLE. */
static gboolean
add_to_table (AtlasRollupWriter           *self,
              const AtlasRegion           *region,
              const AtlasTableDefinition  *table,
              const AtlasRollupCell       *changes,
              guint                        n,
              GError                     **error)
{
  const AtlasRollupCell *sums;
  guint n_sums;

  if (*get_was_empty (self, table))
    return save (self, region, table, changes, n, error);
  if (!load (self, region, table, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    atlas_rollup_cells_add (self->cells, &changes[i], 1);
  sums = atlas_rollup_cells_list (self->cells, &n_sums);
  return save (self, region, table, sums, n_sums, error);
}

/**
 * Covered:
 * @stations: the series of the stations of which one is enough
 * @covered: the series of the divisions that have one
 */
typedef struct {
  guint stations;
  guint16 covered;
} Covered;

/* Adds to CHANGES, SIGN times, the years in which a division comes to be covered, or to be it no longer: it is while it
 * has an operating station, one or many. */
static void
add_covered (AtlasRollupWriter *self,
             const Covered     *kind,
             AtlasRollupCells  *changes,
             int                sign)
{
  guint n;
  const AtlasRollupCell *cells = atlas_rollup_cells_list (self->cells, &n);
  gint64 stations = 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasRollupCell covered = { .series = kind->covered, .year = cells[i].year, .n = 1, .value = 1 };
      gboolean was_covered = stations > 0;

      if (cells[i].series != kind->stations)
        continue;
      stations += cells[i].value;
      if ((stations > 0) != was_covered)
        atlas_rollup_cells_add (changes, &covered, was_covered ? -sign : sign);
    }
}

/* How many of the N CHANGES, which stand by series, are of those before END. */
static guint
count_until (const AtlasRollupCell *changes,
             guint                  n,
             guint                  end)
{
  guint count = 0;

  while (count < n && changes[count].series < end)
    count++;
  return count;
}

/* A township that gets its second station is no more covered than before, so what is there before and after is looked
 * at. What this adds to CHANGES stands behind the stations there, whose places it leaves as they are. */
static gboolean
change_covered (AtlasRollupWriter  *self,
                const AtlasRegion  *region,
                const Covered      *kind,
                AtlasRollupCells   *changes,
                GError            **error)
{
  guint n;
  const AtlasRollupCell *cells = atlas_rollup_cells_list (changes, &n);
  guint first = count_until (cells, n, kind->stations);
  guint end = count_until (cells, n, kind->stations + 1);

  if (first == end)
    return TRUE;
  if (!load (self, region, atlas_table_definition_find ("stations"), error))
    return FALSE;
  add_covered (self, kind, changes, -1);
  cells = atlas_rollup_cells_list (changes, &n);
  for (guint i = first; i < end; i++)
    atlas_rollup_cells_add (self->cells, &cells[i], 1);
  add_covered (self, kind, changes, 1);
  return TRUE;
}

/* A township by its stations, what stands on the level of the county by its centre. */
static gboolean
change_all_covered (AtlasRollupWriter  *self,
                    const AtlasRegion  *region,
                    AtlasRollupCells   *changes,
                    GError            **error)
{
  const Covered townships = { atlas_series_get_township_stations (), ATLAS_SERIES_COVERED_TOWNSHIPS };
  const Covered counties = { atlas_series_get_county_centres (), ATLAS_SERIES_COVERED_COUNTIES };

  if (!region->statutory)
    return TRUE;
  if (region->level == ATLAS_REGION_LEVEL_TOWNSHIP)
    return change_covered (self, region, &townships, changes, error);
  return region->level != ATLAS_REGION_LEVEL_COUNTY || change_covered (self, region, &counties, changes, error);
}

gboolean
atlas_rollup_writer_add_twice (AtlasRollupWriter  *self,
                               const AtlasRegion  *region,
                               AtlasRollupCells   *changes,
                               GError            **error)
{
  guint n;
  const AtlasRollupCell *cells = atlas_rollup_cells_list (changes, &n);
  guint first = count_until (cells, n, ATLAS_SERIES_FUNDING);
  guint end = count_until (cells, n, ATLAS_SERIES_FUNDING_END);
  g_autofree AtlasRollupCell *own = NULL;

  if (first == end)
    return TRUE;
  if (!load_own (self, region, atlas_table_definition_find ("funding"), error))
    return FALSE;
  own = g_memdup2 (cells + first, (end - first) * sizeof *cells);
  atlas_rollup_stages_add_twice (self->cells, -1, changes);
  for (guint i = 0; i < end - first; i++)
    atlas_rollup_cells_add (self->cells, &own[i], 1);
  atlas_rollup_stages_add_twice (self->cells, 1, changes);
  return TRUE;
}

/* Those of the N CELLS that are of TABLE, in their order. */
static void
pick_changes (AtlasRollupWriter          *self,
              const AtlasTableDefinition *table,
              const AtlasRollupCell      *cells,
              guint                       n)
{
  g_array_set_size (self->changes, 0);
  for (guint i = 0; i < n; i++)
    if (atlas_series_get (cells[i].series)->table == table)
      g_array_append_val (self->changes, cells[i]);
}

gboolean
atlas_rollup_writer_add (AtlasRollupWriter  *self,
                         const AtlasRegion  *region,
                         AtlasRollupCells   *changes,
                         GError            **error)
{
  const AtlasRollupCell *cells;
  guint n;

  if (!change_all_covered (self, region, changes, error))
    return FALSE;
  cells = atlas_rollup_cells_list (changes, &n);
  for (guint t = ATLAS_N_BUNDLED_TABLES; t < ATLAS_N_TABLES; t++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[t];

      pick_changes (self, table, cells, n);
      if (self->changes->len > 0 &&
          !add_to_table (self, region, table, (AtlasRollupCell *) self->changes->data, self->changes->len, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes the distinct series out of the cells; FALSE where they were those of DISTINCT. */
static gboolean
take_distinct (AtlasRollupWriter *self,
               AtlasRollupCells  *distinct)
{
  g_autofree AtlasRollupCell *had = NULL;
  const AtlasRollupCell *cells, *wanted;
  guint n, n_wanted, n_had = 0;

  cells = atlas_rollup_cells_list (self->cells, &n);
  had = g_memdup2 (cells, n * sizeof *cells);
  for (guint i = 0; i < n; i++)
    if (atlas_series_get (had[i].series)->is_distinct)
      had[n_had++] = had[i];
  wanted = atlas_rollup_cells_list (distinct, &n_wanted);
  if (n_had == n_wanted && (n_had == 0 || memcmp (had, wanted, n_had * sizeof *had) == 0))
    return FALSE;
  for (guint i = 0; i < n_had; i++)
    atlas_rollup_cells_add (self->cells, &had[i], -1);
  return TRUE;
}

gboolean
atlas_rollup_writer_set_distinct (AtlasRollupWriter           *self,
                                  const AtlasRegion           *region,
                                  const AtlasTableDefinition  *table,
                                  AtlasRollupCells            *distinct,
                                  GError                     **error)
{
  const AtlasRollupCell *cells;
  guint n;

  if (!load (self, region, table, error))
    return FALSE;
  if (!take_distinct (self, distinct))
    return TRUE;
  atlas_rollup_cells_add_all (self->cells, distinct);
  cells = atlas_rollup_cells_list (self->cells, &n);
  return save (self, region, table, cells, n, error);
}
