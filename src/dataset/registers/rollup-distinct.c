/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-distinct.h"

#include <string.h>

#include "dataset/registers/register-cursor.h"
#include "dataset/registers/rollup-count.h"
#include "dataset/registers/rollup-series.h"
#include "dataset/registers/rollup-write.h"

/* How many rows more there are with a name in a series from a year on, or of a flow in it. */
typedef struct {
  guint32 name;
  guint16 series;
  gint16 year;
  gint32 n;
} Mention;

/**
 * Distinct:
 * @names: text → number
 * @own: by index of the division: (nullable) (element-type Mention): of its own rows
 * @is_kept: by index of the division: whether it has roll-ups of the table
 */
typedef struct {
  const AtlasTableDefinition *table;
  AtlasRegionTree *regions;
  AtlasRollupWriter *writer;
  GHashTable *names;
  GArray **own;
  gboolean *is_kept;
  AtlasRollupCells *cells;
} Distinct;

gboolean
atlas_rollup_has_distinct (const AtlasTableDefinition *table)
{
  for (guint i = 0; i < atlas_n_distinct_counts; i++)
    if (strcmp (atlas_distinct_counts[i].count.table, table->name) == 0)
      return TRUE;
  return FALSE;
}

static guint32
get_number (Distinct   *self,
            const char *name)
{
  gpointer number = g_hash_table_lookup (self->names, name);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (self->names) + 1);
      g_hash_table_insert (self->names, g_strdup (name), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
add_row (Distinct               *self,
         const AtlasRegisterRow *row)
{
  GArray **own = &self->own[row->region->index];

  for (guint i = 0; i < atlas_n_distinct_counts; i++)
    {
      const AtlasDistinctCount *count = &atlas_distinct_counts[i];
      AtlasRowCells counted = { .n = 0 };

      if (strcmp (count->count.table, self->table->name) == 0)
        atlas_row_cells_count_distinct (&counted, count, row);
      if (counted.n > 0 && *own == NULL)
        *own = g_array_new (FALSE, FALSE, sizeof (Mention));
      for (guint j = 0; j < counted.n; j++)
        {
          Mention mention = { get_number (self, row->values[count->name].text), counted.cells[j].series,
                              counted.cells[j].year, counted.cells[j].n };

          g_array_append_val (*own, mention);
        }
    }
}

static gboolean
read_rows (Distinct  *self,
           sqlite3   *db,
           GError   **error)
{
  g_autoptr (AtlasRegisterCursor) cursor = atlas_register_cursor_new (db, self->table, FALSE, NULL, self->regions, error);
  g_autoptr (GError) failure = NULL;
  const AtlasStoredRow *stored;

  if (cursor == NULL)
    return FALSE;
  while ((stored = atlas_register_cursor_next (cursor, &failure)) != NULL)
    if (stored->row.region != NULL)
      add_row (self, &stored->row);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_kept (Distinct  *self,
           sqlite3   *db,
           GError   **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT region_code FROM rollups WHERE \"table\" = ?", error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, self->table->name);
  while (atlas_sqlite_step (stmt, &row, error))
    {
      const AtlasRegion *region = row ? atlas_region_tree_lookup (self->regions, atlas_sqlite_text (stmt, 0)) : NULL;

      if (!row)
        return TRUE;
      if (region != NULL)
        self->is_kept[region->index] = TRUE;
    }
  return FALSE;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const Mention *left = a, *right = b;

  if (left->series != right->series)
    return left->series < right->series ? -1 : 1;
  if (left->name != right->name)
    return left->name < right->name ? -1 : 1;
  return left->year - right->year;
}

/* Sorts them, one for each series, name and year. */
static void
add_up (GArray *mentions)
{
  guint kept = 0;

  g_array_sort (mentions, compare_mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      Mention *last = kept > 0 ? &g_array_index (mentions, Mention, kept - 1) : NULL;

      if (last != NULL && compare_mentions (last, mention) == 0)
        last->n += mention->n;
      else
        g_array_index (mentions, Mention, kept++) = *mention;
    }
  g_array_set_size (mentions, kept);
}

static void
add_cell (Distinct      *self,
          const Mention *mention,
          int            sign)
{
  const AtlasRollupCell cell = { .series = mention->series, .year = mention->year, .n = sign, .value = sign };

  atlas_rollup_cells_add (self->cells, &cell, 1);
}

/* A name is there while any row has it: in the years that rows are of, or from a year until another. */
static void
fill_cells (Distinct *self,
            GArray   *mentions)
{
  gint64 rows = 0;

  atlas_rollup_cells_clear (self->cells);
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      gboolean is_stock = atlas_series_get (mention->series)->is_stock;
      gboolean goes_on = i > 0 && is_stock && mention[-1].series == mention->series && mention[-1].name == mention->name;
      gint64 before = goes_on ? rows : 0;

      rows = before + mention->n;
      if ((rows > 0) != (before > 0))
        add_cell (self, mention, rows > 0 ? 1 : -1);
    }
}

/* Writes the counts of REGION and all in it, and adds what it mentions to ABOVE (nullable). */
static gboolean
write_region (Distinct           *self,
              const AtlasRegion  *region,
              GArray             *above,
              GError            **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  GArray *own = self->own[region->index];

  if (own != NULL)
    g_array_append_vals (mentions, own->data, own->len);
  for (guint i = 0; i < region->n_children; i++)
    if (!write_region (self, region->children[i], mentions, error))
      return FALSE;
  if (mentions->len == 0 && !self->is_kept[region->index])
    return TRUE;
  add_up (mentions);
  fill_cells (self, mentions);
  if (above != NULL)
    g_array_append_vals (above, mentions->data, mentions->len);
  return atlas_rollup_writer_set_distinct (self->writer, region, self->table, self->cells, error);
}

static void
clear (Distinct *self)
{
  for (guint i = 0; i < atlas_region_tree_get_size (self->regions); i++)
    g_clear_pointer (&self->own[i], g_array_unref);
  g_free (self->own);
  g_free (self->is_kept);
  g_hash_table_unref (self->names);
  atlas_rollup_cells_free (self->cells);
  g_clear_pointer (&self->writer, atlas_rollup_writer_free);
}

gboolean
atlas_rollup_write_distinct (sqlite3                     *db,
                             AtlasRegionTree             *regions,
                             const AtlasTableDefinition  *table,
                             GError                     **error)
{
  guint n = atlas_region_tree_get_size (regions);
  Distinct self = { table, regions, atlas_rollup_writer_new (db, error),
                    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_new0 (GArray *, n),
                    g_new0 (gboolean, n), atlas_rollup_cells_new () };
  gboolean success = self.writer != NULL && read_rows (&self, db, error) && find_kept (&self, db, error) &&
                     write_region (&self, atlas_region_tree_get_root (regions), NULL, error);

  clear (&self);
  return success;
}
