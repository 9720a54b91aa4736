/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <sqlite3.h>

#include "test-folder.h"
#include "window/regions/region-values.h"

typedef struct {
  char *folder;
  AtlasSession *session;
  AtlasRegionValues *values;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_make ();
  path = g_build_filename (fixture->folder, "values.atlas", NULL);
  atlas_dataset_create (path, csv, TRUE, &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new ();
  atlas_session_open (fixture->session, path, &error);
  g_assert_no_error (error);
  atlas_session_set_indicator (fixture->session, "certified_workers");
  fixture->values = atlas_region_values_new (fixture->session);
  g_signal_connect_swapped (fixture->values, "changed", G_CALLBACK (changed_cb), fixture);
}

/* A worker whose question was dropped may still be at it. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_atomic_int_get ((int *) &G_OBJECT (fixture->values)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->values);
  g_object_unref (fixture->session);
  test_folder_remove (fixture->folder);
}

/* Whether it is known. */
static gboolean
lookup (Fixture     *fixture,
        const char  *code,
        const char **text)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (atlas_session_get_catalogue (fixture->session));

  return atlas_region_values_lookup (fixture->values, atlas_region_tree_lookup (regions, code), text);
}

/* What is known of CODE once it is. */
static const char *
wait_for (Fixture    *fixture,
          const char *code)
{
  const char *text;

  while (!lookup (fixture, code, &text))
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
test_arrive (Fixture       *fixture,
             gconstpointer  data)
{
  const char *text;

  g_assert_false (lookup (fixture, "640300", &text));
  g_assert_null (text);
  g_assert_cmpstr (wait_for (fixture, "640300"), ==, "753");
  g_assert_cmpstr (wait_for (fixture, "640000"), ==, "4,072");
  g_assert_cmpstr (wait_for (fixture, "500110"), ==, "≥ 810");
}

/* Those under one parent come together, with or without a figure; and those that are wanted in one go, at once. */
static void
test_asked_together (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *text;

  g_assert_false (lookup (fixture, "640300", &text));
  g_assert_false (lookup (fixture, "532900", &text));
  wait_for (fixture, "640300");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_true (lookup (fixture, "640100", &text));
  g_assert_null (text);
  g_assert_true (lookup (fixture, "532900", &text));
  g_assert_cmpstr (text, ==, "477");
}

/* What was asked for another indicator is dropped, also when its answer is under way. */
static void
test_superseded (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *text;

  lookup (fixture, "640300", &text);
  g_main_context_iteration (NULL, FALSE);
  atlas_session_set_indicator (fixture->session, "certified_share");
  g_assert_cmpstr (wait_for (fixture, "640300"), ==, "24.0%");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpstr (wait_for (fixture, "640000"), ==, "31.3%");
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  const char *text;

  wait_for (fixture, "640300");
  atlas_region_values_forget (fixture->values);
  g_assert_false (lookup (fixture, "640300", &text));
  g_assert_cmpstr (wait_for (fixture, "640300"), ==, "753");
}

static sqlite3 *
lock (Fixture *fixture)
{
  sqlite3 *writer;

  g_assert_cmpint (sqlite3_open (atlas_dataset_get_path (atlas_session_get_dataset (fixture->session)), &writer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  return writer;
}

/* The main loop goes on while another writes into the file, and the values come after that. */
static void
test_writer (Fixture       *fixture,
             gconstpointer  data)
{
  sqlite3 *writer = lock (fixture);
  const char *text;

  for (int i = 0; i < 5; i++)
    {
      g_assert_false (lookup (fixture, "640300", &text));
      g_main_context_iteration (NULL, FALSE);
    }
  sqlite3_close (writer);
  g_assert_cmpstr (wait_for (fixture, "640300"), ==, "753");
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/region-values/arrive", test_arrive);
  add ("/region-values/asked-together", test_asked_together);
  add ("/region-values/superseded", test_superseded);
  add ("/region-values/forget", test_forget);
  add ("/region-values/writer", test_writer);

  return g_test_run ();
}
