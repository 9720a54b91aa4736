/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-model.h"

typedef struct {
  AtlasDataset *dataset;
  AtlasRowModel *model;
  guint position, removed, added; /* as it was told last */
} Fixture;

/* How many published figures of Ningxia, Chongqing and all regions figures.csv has. */
#define N_NINGXIA 117
#define N_CHONGQING 44
#define N_ALL 631
/* The first column of its 602nd line: of row 600, counted from 0, after the headers. */
#define ROW_600 "F0601"

/* The published figures of the regions within CODE (nullable: all). */
static AtlasFoundRows *
find_figures (Fixture    *fixture,
              const char *code)
{
  g_autoptr (AtlasRowQuery) query = atlas_row_query_new (atlas_table_definition_find ("figures"));
  g_autoptr (GError) error = NULL;
  AtlasFoundRows *rows;

  query->within = g_strdup (code);
  rows = atlas_found_rows_new (fixture->dataset, query, NULL, &error);
  g_assert_no_error (error);
  return rows;
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            Fixture    *fixture)
{
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (AtlasFoundRows) rows = NULL;
  g_autofree char *path = atlas_dataset_dup_bundled_path ();
  g_autoptr (GError) error = NULL;

  fixture->dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  rows = find_figures (fixture, "640000");
  fixture->model = atlas_row_model_new (fixture->dataset, rows);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (changed_cb), fixture);
}

/* A worker holds the dataset a moment longer than the model waits for it. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  while (g_atomic_int_get (&G_OBJECT (fixture->dataset)->ref_count) > 1)
    g_usleep (1000);
  g_assert_finalize_object (fixture->dataset);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

/* The division code of a row begins so. */
static void
assert_region (AtlasRowItem *item,
               const char   *beginning)
{
  const AtlasTableDefinition *table = atlas_table_definition_find ("figures");
  int column = atlas_table_definition_find_column (table, "region_code");

  g_assert_true (g_str_has_prefix (atlas_row_item_get_cell (item, (guint) column), beginning));
}

static void
test_grows (Fixture       *fixture,
            gconstpointer  data)
{
  guint before = count (fixture);

  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (before, <, N_NINGXIA);
  while (atlas_row_model_grow (fixture->model))
    {
      g_assert_cmpuint (fixture->position, ==, before);
      g_assert_cmpuint (fixture->removed, ==, 0);
      g_assert_cmpuint (fixture->added, ==, count (fixture) - before);
      before = count (fixture);
    }
  g_assert_cmpuint (count (fixture), ==, N_NINGXIA);
  g_assert_false (atlas_row_model_grow (fixture->model));
}

/* Fewer rows: those too many are taken away, and the items of the others are of the new ones. */
static void
test_other_rows (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (AtlasFoundRows) rows = find_figures (fixture, "500000");
  g_autoptr (AtlasRowItem) first = NULL;
  g_autoptr (AtlasRowItem) beyond = NULL;

  while (atlas_row_model_grow (fixture->model))
    ;
  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  beyond = g_list_model_get_item (G_LIST_MODEL (fixture->model), N_CHONGQING);
  assert_region (first, "64");
  assert_region (beyond, "64");
  atlas_row_model_set_rows (fixture->model, rows);
  g_assert_cmpuint (count (fixture), ==, N_CHONGQING);
  g_assert_cmpuint (fixture->position, ==, N_CHONGQING);
  g_assert_cmpuint (fixture->removed, ==, N_NINGXIA - N_CHONGQING);
  g_assert_cmpuint (fixture->added, ==, 0);
  assert_region (first, "50");
  g_assert_cmpstr (atlas_row_item_get_cell (beyond, 0), ==, "");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), N_CHONGQING));
}

/* More rows: those there are stay, and the others come bit by bit, but not for ever. */
static void
test_more_rows (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (AtlasFoundRows) rows = find_figures (fixture, NULL);
  guint n_steps = 0;

  while (atlas_row_model_grow (fixture->model))
    ;
  atlas_row_model_set_rows (fixture->model, rows);
  g_assert_cmpuint (count (fixture), ==, N_NINGXIA);
  while (atlas_row_model_grow (fixture->model))
    n_steps++;
  g_assert_cmpuint (count (fixture), ==, N_ALL);
  g_assert_cmpuint (n_steps, <, 10);
}

static void
count_up (guint *n)
{
  ++*n;
}

/* A row far down is read by a worker: until then its cells are empty, and nobody waits for them. */
static void
test_page_in_worker (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (AtlasFoundRows) rows = find_figures (fixture, NULL);
  g_autoptr (AtlasRowItem) item = NULL;
  guint n_read = 0;

  atlas_row_model_set_rows (fixture->model, rows);
  while (atlas_row_model_grow (fixture->model))
    ;
  g_signal_connect_swapped (fixture->model, "page-read", G_CALLBACK (count_up), &n_read);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 600);
  g_assert_false (atlas_row_item_is_read (item));
  g_assert_cmpstr (atlas_row_item_get_cell (item, 0), ==, "");
  g_assert_true (atlas_row_model_is_reading (fixture->model));
  while (n_read == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_row_model_is_reading (fixture->model));
  g_assert_true (atlas_row_item_is_read (item));
  g_assert_cmpstr (atlas_row_item_get_cell (item, 0), ==, ROW_600);
  g_assert_cmpuint (n_read, ==, 1);
}

/* The rows become others while one is being read: what comes of it is not theirs. */
static void
test_page_too_late (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (AtlasFoundRows) all = find_figures (fixture, NULL);
  g_autoptr (AtlasFoundRows) fewer = find_figures (fixture, "500000");
  g_autoptr (AtlasRowItem) item = NULL;

  atlas_row_model_set_rows (fixture->model, all);
  while (atlas_row_model_grow (fixture->model))
    ;
  item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 600);
  g_assert_false (atlas_row_item_is_read (item));
  atlas_row_model_set_rows (fixture->model, fewer);
  while (atlas_row_model_is_reading (fixture->model))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_row_item_is_read (item));
  g_assert_cmpstr (atlas_row_item_get_cell (item, 0), ==, "");
  g_assert_false (atlas_row_model_is_reading (fixture->model));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/row-model/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("grows", test_grows);
  ADD ("other-rows", test_other_rows);
  ADD ("more-rows", test_more_rows);
  ADD ("page-in-worker", test_page_in_worker);
  ADD ("page-too-late", test_page_too_late);
  return g_test_run ();
}
