/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "../fixture.h"

#include "dataset/dataset-private.h"
#include "dataset/registers/row-finder.h"

#define N_STATIONS 300

/* Stations whose ids are numbers, in any order and with gaps: what stands where is known from ROW_IDS. */
typedef struct {
  char *folder;
  AtlasDataset *dataset;
  sqlite3 *db;
  AtlasRowFinder *finder;
  guint ids[N_STATIONS];           /* in the order of the rows */
  gint64 row_ids[2 * N_STATIONS];  /* by id, 0 where there is none */
  guint n;
} Fixture;

static void
insert (Fixture *self,
        guint    id,
        gint64   row_id)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO stations VALUES (%" G_GINT64_FORMAT ", '%u', '', 'township_station', '640303100', "
                     "'operating', '', '', '', NULL, '', 2023, '2023-06-30', 1, NULL, NULL)", row_id, id);

  g_assert_true (atlas_sqlite_run (self->db, sql, NULL));
  self->row_ids[id] = row_id;
  self->ids[self->n++] = id;
}

/* Some ids up to 2 × N_STATIONS, each once. */
static void
insert_all (Fixture *self)
{
  gint64 row_id = 0;

  while (self->n < N_STATIONS - 20)
    {
      guint id = (guint) g_test_rand_int_range (0, 2 * N_STATIONS);

      row_id += g_test_rand_int_range (0, 10) == 0 ? 3 : 1;
      if (self->row_ids[id] == 0)
        insert (self, id, row_id);
    }
}

static void
set_up (Fixture       *self,
        gconstpointer  by_hash)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_make ();
  path = fixture_copy (self->folder, "a.atlas");
  self->dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  self->db = atlas_dataset_get_db (self->dataset);
  g_assert_true (atlas_sqlite_run (self->db, "BEGIN", NULL));
  self->finder = atlas_row_finder_new (self->db, atlas_table_definition_find ("stations"), by_hash != NULL,
                                       atlas_dataset_get_regions (self->dataset), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  atlas_row_finder_free (self->finder);
  g_assert_finalize_object (self->dataset);
  test_folder_remove (self->folder);
}

static AtlasRegisterRow
make_row (const char *id)
{
  AtlasRegisterRow row = { .table = atlas_table_definition_find ("stations") };

  row.values[ATLAS_STATION_ID].text = id;
  return row;
}

static void
check (Fixture *self,
       guint    id)
{
  g_autofree char *text = g_strdup_printf ("%u", id);
  const AtlasRegisterRow row = make_row (text);
  const AtlasStoredRow *found;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_row_finder_find (self->finder, &row, &found, &error));
  g_assert_no_error (error);
  g_assert_cmpint (found != NULL ? found->row_id : 0, ==, self->row_ids[id]);
  if (found != NULL)
    g_assert_cmpstr (found->row.values[ATLAS_STATION_ID].text, ==, text);
}

/* What an import does between two rows. */
static void
disturb (Fixture *self,
         guint    id)
{
  g_autofree char *update = g_strdup_printf ("UPDATE stations SET name = name || 'x' WHERE station_id = '%u'", id);

  switch (g_test_rand_int_range (0, 40))
    {
    case 0:
      atlas_row_finder_reset (self->finder);
      break;
    case 1:
      if (self->n < N_STATIONS && self->row_ids[id] == 0)
        insert (self, id, 10 * N_STATIONS + self->n);
      break;
    case 2:
    case 3:
    case 4:
      g_assert_true (atlas_sqlite_run (self->db, update, NULL));
      break;
    default:
      break;
    }
}

/* In the order of the rows for a while, then from another place, with ids between that are in no row. */
static void
test_walk (Fixture       *self,
           gconstpointer  data)
{
  guint at = 0;

  insert_all (self);
  for (guint i = 0; i < 20000; i++)
    {
      gboolean jump = g_test_rand_int_range (0, 30) == 0;
      guint id = (guint) g_test_rand_int_range (0, 2 * N_STATIONS);

      if (jump)
        at = (guint) g_test_rand_int_range (0, (gint) self->n);
      if (!jump || g_test_rand_bit ())
        id = self->ids[at++ % self->n];
      check (self, id);
      disturb (self, id);
    }
}

/* The first row twice, and the row behind the last. */
static void
test_ends (Fixture       *self,
           gconstpointer  data)
{
  const guint ids[] = { 5, 5, 3, 4, 7, 5, 3, 3 };

  insert (self, 5, 1);
  insert (self, 3, 2);
  insert (self, 4, 3);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    check (self, ids[i]);
}

static void
test_hash (Fixture       *self,
           gconstpointer  data)
{
  for (guint id = 0; id < 100; id++)
    {
      g_autofree char *text = g_strdup_printf ("%u", id);
      const AtlasRegisterRow row = make_row (text);

      check (self, id);
      insert (self, id, id + 1);
      atlas_row_finder_add (self->finder, &row, id + 1);
      check (self, id);
      check (self, (guint) g_test_rand_int_range (0, 100));
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/row-finder/walk", Fixture, NULL, set_up, test_walk, tear_down);
  g_test_add ("/row-finder/ends", Fixture, NULL, set_up, test_ends, tear_down);
  g_test_add ("/row-finder/hash", Fixture, GINT_TO_POINTER (TRUE), set_up, test_hash, tear_down);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
