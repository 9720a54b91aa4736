/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-writer.h"

#include <string.h>

#include "dataset/registers/figure-ids.h"
#include "dataset/registers/register-fields.h"
#include "dataset/registers/row-finder.h"
#include "dataset/registers/row-lines.h"
#include "dataset/registers/row-statements.h"
#include "dataset/registers/table-indices.h"
#include "dataset/write-session.h"

/* When so many rows have come, and this part of those that were there before, the indices that no row is found by cost
 * more while rows come in than when they are made anew. */
#define MANY_ROWS 20000
#define MANY_PARTS 5

struct _AtlasRegisterWriter {
  sqlite3 *db;
  const AtlasTableDefinition *table;
  AtlasRegionTree *regions;
  sqlite3_stmt *insert;
  sqlite3_stmt *update;
  sqlite3_stmt *keep;
  AtlasRowFinder *finder;
  AtlasFigureIds *figure_ids;  /* for figures, when first needed */
  AtlasTableIndices *indices;  /* what was dropped, or NULL */
  gboolean by_hash;            /* the table was empty */
  gboolean is_figures;
  gboolean is_stations;
  gboolean has_owners;         /* an id belongs to the county that gave it; other keys name the place themselves */
  gboolean says_years;         /* a row says itself of which year it is */
  gint64 n_before;
  gint64 n_inserted;

  /* Of the input. */
  AtlasRowLines *lines;
  guint64 not_said;

  /* Of the row judged last. */
  const AtlasStoredRow *held;
  guint earlier_line;
};

static gboolean
prepare (AtlasRegisterWriter  *self,
         GError              **error)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM \"%s\"", self->table->name);

  if (!atlas_sqlite_get_int (self->db, count, &self->n_before, error))
    return FALSE;
  self->by_hash = self->n_before == 0 && atlas_table_definition_is_register (self->table);
  return (self->finder = atlas_row_finder_new (self->db, self->table, self->by_hash, self->regions, error)) != NULL &&
         (self->insert = atlas_row_prepare_insert (self->db, self->table, error)) != NULL &&
         (self->update = atlas_row_prepare_update (self->db, self->table, error)) != NULL &&
         (self->keep = atlas_row_prepare_keep (self->db, self->table, error)) != NULL;
}

AtlasRegisterWriter *
atlas_register_writer_new (sqlite3                     *db,
                           const AtlasTableDefinition  *table,
                           AtlasRegionTree             *regions,
                           GError                     **error)
{
  g_autoptr (AtlasRegisterWriter) self = g_new0 (AtlasRegisterWriter, 1);

  self->db = db;
  self->table = table;
  self->is_figures = strcmp (table->name, "figures") == 0;
  self->is_stations = strcmp (table->name, "stations") == 0;
  self->has_owners = table->n_key == 1 && atlas_table_definition_is_register (table);
  self->says_years = atlas_register_find_year_column (table) >= 0;
  self->regions = atlas_region_tree_ref (regions);
  self->lines = atlas_row_lines_new ();
  return prepare (self, error) ? g_steal_pointer (&self) : NULL;
}

void
atlas_register_writer_free (AtlasRegisterWriter *self)
{
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->update);
  sqlite3_finalize (self->keep);
  g_clear_pointer (&self->finder, atlas_row_finder_free);
  g_clear_pointer (&self->figure_ids, atlas_figure_ids_free);
  g_clear_pointer (&self->indices, atlas_table_indices_free);
  atlas_row_lines_free (self->lines);
  atlas_region_tree_unref (self->regions);
  g_free (self);
}

void
atlas_register_writer_begin_input (AtlasRegisterWriter *self,
                                   guint64              not_said)
{
  atlas_row_lines_clear (self->lines);
  self->not_said = not_said;
}

const AtlasStoredRow *
atlas_register_writer_get_held (AtlasRegisterWriter *self)
{
  return self->held;
}

guint
atlas_register_writer_get_earlier_line (AtlasRegisterWriter *self)
{
  return self->earlier_line;
}

void
atlas_register_writer_reset (AtlasRegisterWriter *self)
{
  atlas_row_finder_reset (self->finder);
  self->held = NULL;
}

/* What a file does not speak of stays: a list of names and grades takes nobody's certificate away. */
static void
keep_what_is_not_said (AtlasRegisterWriter *self,
                       AtlasRegisterRow    *row)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    if ((self->not_said & (G_GUINT64_CONSTANT (1) << i)) != 0)
      row->values[i] = self->held->row.values[i];
}

/* A row counts from the year in which it was first there; a station, from that in which it was first there as it is. */
static void
keep_counted_from (AtlasRegisterWriter *self,
                   AtlasRegisterRow    *row)
{
  if (self->is_stations && !atlas_register_field_equal (row, &self->held->row, ATLAS_STATION_STATUS))
    return;
  row->counted_from = MIN (row->counted_from, self->held->row.counted_from);
}

static gboolean
counts_the_same (AtlasRegisterWriter    *self,
                 const AtlasRegisterRow *row)
{
  return self->says_years || row->counted_from == self->held->row.counted_from;
}

static const AtlasRegion *
get_owner (const AtlasRegion *region)
{
  const AtlasRegion *county = region != NULL ? atlas_region_get_county (region) : NULL;

  return county != NULL ? county : region;
}

static gboolean
is_conflict (AtlasRegisterWriter    *self,
             const AtlasRegisterRow *row)
{
  return self->has_owners && get_owner (row->region) != get_owner (self->held->row.region);
}

static AtlasJudgement
compare (AtlasRegisterWriter *self,
         AtlasRegisterRow    *row,
         gboolean             moves)
{
  if (self->held == NULL)
    return ATLAS_JUDGEMENT_NEW;
  self->earlier_line = atlas_row_lines_get (self->lines, self->held->row_id);
  if (self->earlier_line != 0)
    return ATLAS_JUDGEMENT_DUPLICATE;
  if (!moves && is_conflict (self, row))
    return ATLAS_JUDGEMENT_CONFLICT;
  keep_what_is_not_said (self, row);
  if (self->is_figures)
    row->values[ATLAS_FIGURE_ID] = self->held->row.values[ATLAS_FIGURE_ID];
  keep_counted_from (self, row);
  return atlas_register_fields_equal (row, &self->held->row) && counts_the_same (self, row) ? ATLAS_JUDGEMENT_SAME
                                                                                            : ATLAS_JUDGEMENT_CHANGED;
}

gboolean
atlas_register_writer_judge (AtlasRegisterWriter  *self,
                             AtlasRegisterRow     *row,
                             gboolean              moves,
                             AtlasJudgement       *out,
                             GError              **error)
{
  if (!atlas_row_finder_find (self->finder, row, &self->held, error))
    return FALSE;
  *out = compare (self, row, moves);
  if (*out == ATLAS_JUDGEMENT_SAME)
    atlas_row_lines_set (self->lines, self->held->row_id, row->line);
  return TRUE;
}

/* Whether it is time to drop indices: an empty table gets all of them at the end, another one those that no row is found
 * by, when many rows have come. */
static gboolean
is_time (AtlasRegisterWriter *self)
{
  if (self->indices != NULL || !atlas_table_definition_is_register (self->table))
    return FALSE;
  return self->by_hash || (self->n_inserted >= MANY_ROWS && self->n_inserted >= self->n_before / MANY_PARTS);
}

static gboolean
drop_indices (AtlasRegisterWriter  *self,
              GError              **error)
{
  atlas_register_writer_reset (self);
  self->indices = atlas_table_indices_drop (self->db, self->table, !self->by_hash, error);
  /* Without indices rows are only put behind each other, which needs no cache. */
  return self->indices != NULL && (!self->by_hash || atlas_sqlite_run (self->db, ATLAS_USUAL_CACHE, error));
}

static gboolean
give_figure_id (AtlasRegisterWriter  *self,
                AtlasRegisterRow     *row,
                GError              **error)
{
  AtlasRegisterValue *id = &row->values[ATLAS_FIGURE_ID];

  if (!self->is_figures)
    return TRUE;
  if (self->figure_ids == NULL && (self->figure_ids = atlas_figure_ids_new (self->db, error)) == NULL)
    return FALSE;
  id->text = atlas_figure_ids_take (self->figure_ids, id->text, error);
  id->is_missing = FALSE;
  return id->text != NULL;
}

static gboolean
insert (AtlasRegisterWriter  *self,
        AtlasRegisterRow     *row,
        gint64                import_id,
        AtlasRollup          *rollup,
        GError              **error)
{
  gint64 row_id;

  if ((is_time (self) && !drop_indices (self, error)) || !give_figure_id (self, row, error) ||
      !atlas_row_write (self->insert, row, import_id, 0, error))
    return FALSE;
  row_id = sqlite3_last_insert_rowid (self->db);
  atlas_row_finder_add (self->finder, row, row_id);
  atlas_row_lines_set (self->lines, row_id, row->line);
  if (rollup != NULL)
    atlas_rollup_count (rollup, row, 1);
  self->n_inserted++;
  return TRUE;
}

/* What this very import has written leaves no trace: before it there was something else, or nothing. */
static gboolean
keep (AtlasRegisterWriter  *self,
      gint64                import_id,
      GError              **error)
{
  if (self->held->import_id == import_id)
    return TRUE;
  sqlite3_bind_int64 (self->keep, 1, self->held->row_id);
  sqlite3_bind_int64 (self->keep, 2, import_id);
  return atlas_sqlite_finish (self->keep, error);
}

static gboolean
count_change (AtlasRegisterWriter     *self,
              const AtlasRegisterRow  *row,
              AtlasRollup             *rollup,
              GError                 **error)
{
  const AtlasRegisterRow *before = &self->held->row;

  atlas_rollup_count (rollup, before, -1);
  atlas_rollup_count (rollup, row, 1);
  return !self->is_stations || row->region == before->region ||
         atlas_rollup_move_services (rollup, self->db, row->values[ATLAS_STATION_ID].text, before->region, row->region, error);
}

static gboolean
update (AtlasRegisterWriter  *self,
        AtlasRegisterRow     *row,
        gint64                import_id,
        AtlasRollup          *rollup,
        GError              **error)
{
  if ((rollup != NULL && !count_change (self, row, rollup, error)) || !keep (self, import_id, error) ||
      !atlas_row_write (self->update, row, import_id, self->held->row_id, error))
    return FALSE;
  atlas_row_lines_set (self->lines, self->held->row_id, row->line);
  return TRUE;
}

gboolean
atlas_register_writer_write (AtlasRegisterWriter  *self,
                             AtlasRegisterRow     *row,
                             gint64                import_id,
                             AtlasRollup          *rollup,
                             GError              **error)
{
  return self->held == NULL ? insert (self, row, import_id, rollup, error)
                            : update (self, row, import_id, rollup, error);
}

gboolean
atlas_register_writer_finish (AtlasRegisterWriter  *self,
                              GError              **error)
{
  atlas_register_writer_reset (self);
  return self->indices == NULL || atlas_table_indices_make (self->indices, self->db, error);
}
