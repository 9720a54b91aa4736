/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-coverage.h"

#include <string.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/import-sources.h"

/* A row of the table "returns". */
typedef struct {
  int year;
  guint region; /* its index */
  gint64 import_id;
} Mark;

/* What one register was returned for in one year. */
typedef struct {
  int year;
  guint first;   /* of its marks, which stand by region */
  guint end;
  GArray *units; /* (element-type guint): the indices of the divisions covered, ascending */
} Year;

typedef struct {
  GArray *marks; /* by year and region */
  GArray *years; /* ascending */
} Returns;

struct _AtlasRegisterCoverage {
  AtlasRegionTree *regions;
  guint *ends;         /* of each division: the index behind the last one in it */
  guint *units_before; /* how many that return registers stand before each division */
  Returns tables[ATLAS_N_REGISTERS];
  GArray *with_stations; /* (element-type guint): those that township stations are registered with, down to the counties, ascending */
  AtlasImportSources *sources;
};

static void
year_clear (Year *year)
{
  g_array_unref (year->units);
}

static void
coverage_clear (gpointer data)
{
  AtlasRegisterCoverage *self = data;

  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    {
      g_clear_pointer (&self->tables[i].marks, g_array_unref);
      g_clear_pointer (&self->tables[i].years, g_array_unref);
    }
  g_clear_pointer (&self->with_stations, g_array_unref);
  g_clear_pointer (&self->sources, atlas_import_sources_free);
  g_free (self->ends);
  g_free (self->units_before);
  atlas_region_tree_unref (self->regions);
}

AtlasRegisterCoverage *
atlas_register_coverage_ref (AtlasRegisterCoverage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
atlas_register_coverage_unref (AtlasRegisterCoverage *self)
{
  g_atomic_rc_box_release_full (self, coverage_clear);
}

static Returns *
get_returns (AtlasRegisterCoverage      *self,
             const AtlasTableDefinition *table)
{
  return &self->tables[table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]];
}

/* Whether registers are returned by REGION, rather than by those below it. */
static gboolean
is_unit (const AtlasRegion *region)
{
  if (region->level == ATLAS_REGION_LEVEL_COUNTY)
    return region->statutory;
  return region->level < ATLAS_REGION_LEVEL_COUNTY && region->n_children > 0 &&
         region->children[0]->level > ATLAS_REGION_LEVEL_COUNTY;
}

/* Indices run from a division through all that lies in it. */
static void
index_regions (AtlasRegisterCoverage *self)
{
  guint size = atlas_region_tree_get_size (self->regions);

  self->ends = g_new (guint, size);
  self->units_before = g_new (guint, size + 1);
  self->units_before[0] = 0;
  for (guint i = 0; i < size; i++)
    self->units_before[i + 1] = self->units_before[i] + is_unit (atlas_region_tree_get_nth (self->regions, i));
  for (guint i = size; i > 0; i--)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (self->regions, i - 1);

      self->ends[i - 1] = region->n_children > 0 ? self->ends[region->children[region->n_children - 1]->index] : i;
    }
}

static guint
count_units (AtlasRegisterCoverage *self,
             const AtlasRegion     *region)
{
  return self->units_before[self->ends[region->index]] - self->units_before[region->index];
}

/* The place of the first element of ARRAY that is not below INDEX. */
static guint
find_index (GArray *array,
            guint   index)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (array, guint, middle) < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_units (AtlasRegisterCoverage *self,
           const AtlasRegion     *region,
           GArray                *units)
{
  guint last = units->len > 0 ? g_array_index (units, guint, units->len - 1) + 1 : 0;

  if (count_units (self, region) == 0)
    return;
  for (guint i = MAX (region->index, last); i < self->ends[region->index]; i++)
    if (is_unit (atlas_region_tree_get_nth (self->regions, i)))
      g_array_append_val (units, i);
}

/* By year and region, so that a division comes before what lies in it. */
static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *one = a, *other = b;

  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  if (one->region != other->region)
    return one->region < other->region ? -1 : 1;
  return (one->import_id > other->import_id) - (one->import_id < other->import_id);
}

static void
index_years (AtlasRegisterCoverage *self,
             Returns               *returns)
{
  returns->years = g_array_new (FALSE, FALSE, sizeof (Year));
  g_array_set_clear_func (returns->years, (GDestroyNotify) year_clear);
  for (guint i = 0; i < returns->marks->len; i++)
    {
      const Mark *mark = &g_array_index (returns->marks, Mark, i);
      Year *year;

      if (i == 0 || g_array_index (returns->marks, Mark, i - 1).year != mark->year)
        {
          Year first = { mark->year, i, i, g_array_new (FALSE, FALSE, sizeof (guint)) };

          g_array_append_val (returns->years, first);
        }
      year = &g_array_index (returns->years, Year, returns->years->len - 1);
      year->end = i + 1;
      add_units (self, atlas_region_tree_get_nth (self->regions, mark->region), year->units);
    }
}

static gboolean
read_marks (AtlasRegisterCoverage  *self,
            sqlite3_stmt           *stmt,
            GError                **error)
{
  const AtlasTableDefinition *table = NULL;
  gboolean row = TRUE;

  while (row)
    {
      const char *name;
      const AtlasRegion *region;
      Mark mark;

      if (!atlas_sqlite_step (stmt, &row, error))
        return FALSE;
      name = row ? atlas_sqlite_text (stmt, 0) : NULL;
      if (name != NULL && (table == NULL || strcmp (table->name, name) != 0)) /* many of one stand together */
        table = atlas_table_definition_find (name);
      region = row ? atlas_region_tree_lookup (self->regions, atlas_sqlite_text (stmt, 2)) : NULL;
      if (region == NULL || table == NULL || !atlas_table_definition_is_register (table))
        continue;
      mark = (Mark) { sqlite3_column_int (stmt, 1), region->index, sqlite3_column_int64 (stmt, 3) };
      g_array_append_val (get_returns (self, table)->marks, mark);
    }
  return TRUE;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  const guint *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* The index of region codes tells those with six digits, which are few. */
static gboolean
read_stations (AtlasRegisterCoverage  *self,
               sqlite3                *db,
               GError                **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT DISTINCT region_code FROM stations WHERE length (region_code) = 6 AND tier = 'township_station'",
                          error);
  gboolean row = stmt != NULL;

  self->with_stations = g_array_new (FALSE, FALSE, sizeof (guint));
  while (row && atlas_sqlite_step (stmt, &row, error))
    {
      const AtlasRegion *region = row ? atlas_region_tree_lookup (self->regions, atlas_sqlite_text (stmt, 0)) : NULL;

      if (!row)
        {
          g_array_sort (self->with_stations, compare_indices);
          return TRUE;
        }
      if (region != NULL)
        g_array_append_val (self->with_stations, region->index);
    }
  return FALSE;
}

AtlasRegisterCoverage *
atlas_register_coverage_load (AtlasDataset  *dataset,
                              GError       **error)
{
  g_autoptr (AtlasRegisterCoverage) self = g_atomic_rc_box_new0 (AtlasRegisterCoverage);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  self->regions = atlas_region_tree_ref (atlas_dataset_get_regions (dataset));
  index_regions (self);
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    self->tables[i].marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  stmt = atlas_sqlite_prepare (atlas_dataset_get_db (dataset),
                               "SELECT \"table\", year, region_code, import_id FROM returns", error);
  if (stmt == NULL || !read_marks (self, stmt, error) || !read_stations (self, atlas_dataset_get_db (dataset), error))
    return NULL;
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    {
      g_array_sort (self->tables[i].marks, compare_marks); /* which SQLite takes several times as long for */
      index_years (self, &self->tables[i]);
    }
  self->sources = atlas_import_sources_load (dataset, error);
  return self->sources != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
atlas_register_coverage_has_table (AtlasRegisterCoverage      *self,
                                   const AtlasTableDefinition *table)
{
  return get_returns (self, table)->marks->len > 0 || atlas_import_sources_list (self->sources, table)->len > 0;
}

gboolean
atlas_register_coverage_is_empty (AtlasRegisterCoverage *self)
{
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    if (atlas_register_coverage_has_table (self, &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + i]))
      return FALSE;
  return TRUE;
}

static const Year *
find_year (Returns *returns,
           int      year)
{
  for (guint i = 0; i < returns->years->len; i++)
    if (g_array_index (returns->years, Year, i).year == year)
      return &g_array_index (returns->years, Year, i);
  return NULL;
}

/* The place of the first mark of YEAR that is of the division INDEX or behind it. */
static guint
find_mark (Returns    *returns,
           const Year *year,
           guint       index)
{
  guint low = year->first, high = year->end;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (returns->marks, Mark, middle).region < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_marked (Returns    *returns,
           const Year *year,
           guint       index)
{
  guint at = find_mark (returns, year, index);

  return at < year->end && g_array_index (returns->marks, Mark, at).region == index;
}

static guint
count_in_year (AtlasRegisterCoverage *self,
               Returns               *returns,
               const Year            *year,
               const AtlasRegion     *region,
               guint                  out_of)
{
  for (const AtlasRegion *above = region; above != NULL; above = above->parent)
    if (is_marked (returns, year, above->index))
      return out_of;
  return find_index (year->units, self->ends[region->index]) - find_index (year->units, region->index);
}

guint
atlas_register_coverage_count (AtlasRegisterCoverage      *self,
                               const AtlasTableDefinition *table,
                               const AtlasRegion          *region,
                               int                         year,
                               guint                      *out_of)
{
  Returns *returns = get_returns (self, table);
  const Year *found = find_year (returns, year);

  *out_of = MAX (count_units (self, region), 1);
  return found != NULL ? count_in_year (self, returns, found, region, *out_of) : 0;
}

GPtrArray *
atlas_register_coverage_list_units (AtlasRegisterCoverage *self,
                                    const AtlasRegion     *region)
{
  GPtrArray *units = g_ptr_array_new ();

  if (count_units (self, region) == 0)
    g_ptr_array_add (units, (gpointer) region);
  for (guint i = region->index; i < self->ends[region->index]; i++)
    {
      const AtlasRegion *unit = atlas_region_tree_get_nth (self->regions, i);

      if (is_unit (unit))
        g_ptr_array_add (units, (gpointer) unit);
    }
  return units;
}

GPtrArray *
atlas_register_coverage_list_missing (AtlasRegisterCoverage      *self,
                                      const AtlasTableDefinition *table,
                                      const AtlasRegion          *region,
                                      int                         year)
{
  g_autoptr (GPtrArray) units = atlas_register_coverage_list_units (self, region);
  GPtrArray *missing = g_ptr_array_new ();
  guint out_of;

  for (guint i = 0; i < units->len; i++)
    {
      const AtlasRegion *unit = g_ptr_array_index (units, i);

      if (atlas_register_coverage_count (self, table, unit, year, &out_of) == 0)
        g_ptr_array_add (missing, (gpointer) unit);
    }
  return missing;
}

GArray *
atlas_register_coverage_list_years (AtlasRegisterCoverage      *self,
                                    const AtlasTableDefinition *table,
                                    const AtlasRegion          *region)
{
  Returns *returns = get_returns (self, table);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < returns->years->len; i++)
    {
      const Year *year = &g_array_index (returns->years, Year, i);

      if (count_in_year (self, returns, year, region, 1) > 0)
        g_array_append_val (years, year->year);
    }
  return years;
}

int
atlas_register_coverage_get_last_year (AtlasRegisterCoverage      *self,
                                       const AtlasTableDefinition *table,
                                       const AtlasRegion          *region)
{
  Returns *returns = get_returns (self, table);

  for (guint i = returns->years->len; i > 0; i--)
    {
      const Year *year = &g_array_index (returns->years, Year, i - 1);

      if (count_in_year (self, returns, year, region, 1) > 0)
        return year->year;
    }
  return 0;
}

gboolean
atlas_register_coverage_has_region (AtlasRegisterCoverage *self,
                                    const AtlasRegion     *region)
{
  for (guint i = ATLAS_N_BUNDLED_TABLES; i < ATLAS_N_BUNDLED_TABLES + ATLAS_N_REGISTERS; i++)
    if (atlas_register_coverage_get_last_year (self, &atlas_table_definitions[i], region) != 0)
      return TRUE;
  return FALSE;
}

gboolean
atlas_register_coverage_has_own_stations (AtlasRegisterCoverage *self,
                                          const AtlasRegion     *region)
{
  return find_index (self->with_stations, self->ends[region->index]) > find_index (self->with_stations, region->index);
}

static void
add_import (GArray *imports,
            gint64  import_id)
{
  for (guint i = 0; i < imports->len; i++)
    if (g_array_index (imports, gint64, i) == import_id)
      return;
  g_array_append_val (imports, import_id);
}

/* Those that marked REGION, one above it, or one in it, as far as MANY and one more. */
static GArray *
list_imports (AtlasRegisterCoverage *self,
              Returns               *returns,
              const Year            *year,
              const AtlasRegion     *region,
              guint                  many)
{
  GArray *imports = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const AtlasRegion *above = region->parent; above != NULL; above = above->parent)
    for (guint i = find_mark (returns, year, above->index); i < find_mark (returns, year, above->index + 1); i++)
      add_import (imports, g_array_index (returns->marks, Mark, i).import_id);
  for (guint i = find_mark (returns, year, region->index);
       i < find_mark (returns, year, self->ends[region->index]) && imports->len <= many; i++)
    add_import (imports, g_array_index (returns->marks, Mark, i).import_id);
  return imports;
}

GPtrArray *
atlas_register_coverage_list_sources (AtlasRegisterCoverage      *self,
                                      const AtlasTableDefinition *table,
                                      const AtlasRegion          *region,
                                      int                         year)
{
  Returns *returns = get_returns (self, table);
  const Year *found = find_year (returns, year);
  g_autoptr (GArray) imports = NULL;

  if (found != NULL)
    imports = list_imports (self, returns, found, region, ATLAS_IMPORT_SOURCES_MANY);
  return atlas_import_sources_choose (self->sources, table, imports);
}
