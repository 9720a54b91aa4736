/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/return-marks.h"

/* A division for a year. */
typedef struct {
  const AtlasRegion *region;
  int year;
} Mark;

struct _AtlasReturnMarks {
  GHashTable *set;   /* of Mark */
  GHashTable *years; /* of rows, as pointers */
  Mark last;         /* of the last row: most are of the one before */
};

static guint
mark_hash (gconstpointer data)
{
  const Mark *mark = data;

  return g_direct_hash (mark->region) * 31 + (guint) mark->year;
}

static gboolean
mark_equal (gconstpointer a,
            gconstpointer b)
{
  const Mark *first = a, *second = b;

  return first->region == second->region && first->year == second->year;
}

AtlasReturnMarks *
atlas_return_marks_new (void)
{
  AtlasReturnMarks *self = g_new0 (AtlasReturnMarks, 1);

  self->set = g_hash_table_new_full (mark_hash, mark_equal, g_free, NULL);
  self->years = g_hash_table_new (NULL, NULL);
  return self;
}

void
atlas_return_marks_free (AtlasReturnMarks *self)
{
  g_hash_table_unref (self->set);
  g_hash_table_unref (self->years);
  g_free (self);
}

static void
add (AtlasReturnMarks *self,
     Mark              mark)
{
  if (!g_hash_table_contains (self->set, &mark))
    g_hash_table_add (self->set, g_memdup2 (&mark, sizeof mark));
}

void
atlas_return_marks_add_row (AtlasReturnMarks  *self,
                            const AtlasRegion *region,
                            int                year)
{
  const AtlasRegion *county;

  if (region == self->last.region && year == self->last.year)
    return;
  self->last = (Mark) { region, year };
  g_hash_table_add (self->years, GINT_TO_POINTER (year));
  county = region != NULL ? atlas_region_get_county (region) : NULL;
  if (county != NULL)
    add (self, (Mark) { county, year });
}

void
atlas_return_marks_add_covered (AtlasReturnMarks  *self,
                                const AtlasRegion *region,
                                int                year)
{
  GHashTableIter iter;
  gpointer row_year;

  if (g_hash_table_size (self->years) == 0)
    add (self, (Mark) { region, year });
  g_hash_table_iter_init (&iter, self->years);
  while (g_hash_table_iter_next (&iter, &row_year, NULL))
    add (self, (Mark) { region, GPOINTER_TO_INT (row_year) });
}

/* Runs STMT with TABLE, region and year for MARK, to its first row. */
static gboolean
run (sqlite3_stmt  *stmt,
     const char    *table,
     const Mark    *mark,
     gboolean      *out_row,
     GError       **error)
{
  gboolean success;

  atlas_sqlite_bind (stmt, 1, table);
  atlas_sqlite_bind (stmt, 2, mark->region->code);
  sqlite3_bind_int (stmt, 3, mark->year);
  success = atlas_sqlite_step (stmt, out_row, error);
  sqlite3_reset (stmt);
  return success;
}

gboolean
atlas_return_marks_are_new (AtlasReturnMarks  *self,
                            sqlite3           *db,
                            const char        *table,
                            gboolean          *out,
                            GError           **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "SELECT 1 FROM returns WHERE \"table\" = ? AND region_code = ? AND year = ?", error);
  GHashTableIter iter;
  gpointer mark;
  gboolean there = TRUE;

  if (stmt == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->set);
  while (there && g_hash_table_iter_next (&iter, &mark, NULL))
    if (!run (stmt, table, mark, &there, error))
      return FALSE;
  *out = !there;
  return TRUE;
}

gboolean
atlas_return_marks_write (AtlasReturnMarks  *self,
                          sqlite3           *db,
                          const char        *table,
                          gint64             import_id,
                          GError           **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (db, "INSERT OR IGNORE INTO returns (\"table\", region_code, year, import_id) VALUES (?, ?, ?, ?)",
                          error);
  GHashTableIter iter;
  gpointer mark;
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 4, import_id);
  g_hash_table_iter_init (&iter, self->set);
  while (g_hash_table_iter_next (&iter, &mark, NULL))
    if (!run (stmt, table, mark, &row, error))
      return FALSE;
  return TRUE;
}
