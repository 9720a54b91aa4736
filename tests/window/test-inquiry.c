/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "window/state/inquiry.h"

typedef struct {
  char *folder;
  char *path;
  AtlasSession *session;
  GObject *owner;
  GCancellable *cancellable;
} Fixture;

static GThread *asking_thread; /* of the last question */
static guint n_shown;
static guint n_asked;
static guint n_freed;
static char *shown;
static char *failed;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *bundled = atlas_dataset_dup_bundled_path ();
  g_autoptr (GFile) from = g_file_new_for_path (bundled);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("atlas-inquiry-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "inquiry.atlas", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new ();
  atlas_session_open (fixture->session, fixture->path, &error);
  g_assert_no_error (error);
  fixture->owner = g_object_new (G_TYPE_OBJECT, NULL);
  n_shown = 0;
  g_atomic_int_set (&n_asked, 0);
  g_atomic_int_set (&n_freed, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->owner);
  g_assert_finalize_object (fixture->session);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_clear_pointer (&shown, g_free);
  g_clear_pointer (&failed, g_free);
}

/* The name of the region with the code DATA. */
static gpointer
ask_name (AtlasDataset    *dataset,
          AtlasCatalogue  *catalogue,
          gconstpointer    data,
          GError         **error)
{
  g_autoptr (GPtrArray) sources = atlas_dataset_load_sources (dataset, error);
  const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), data);

  asking_thread = g_thread_self ();
  g_atomic_int_inc (&n_asked);
  if (sources == NULL)
    return NULL;
  if (region == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no such region");
  return region != NULL ? g_strdup (region->name) : NULL;
}

static void
show_name (gpointer      owner,
           gpointer      answer,
           const GError *error)
{
  n_shown++;
  g_free (shown);
  g_free (failed);
  shown = answer;
  failed = error != NULL ? g_strdup (error->message) : NULL;
}

static void
free_text (gpointer text)
{
  g_atomic_int_inc (&n_freed);
  g_free (text);
}

static const AtlasInquiry inquiry = { ask_name, show_name, free_text, free_text };

static void
begin (Fixture    *fixture,
       const char *code)
{
  atlas_inquiry_begin (&inquiry, fixture->session, fixture->owner, &fixture->cancellable, g_strdup (code));
}

static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (atlas_session_is_asking (fixture->session) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_session_is_asking (fixture->session));
}

/* Waits, without the main loop, until workers have counted N. */
static void
wait_for (guint *count,
          guint  n)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while ((guint) g_atomic_int_get (count) < n && g_get_monotonic_time () < end)
    g_usleep (1000);
  g_assert_cmpuint (g_atomic_int_get (count), ==, n);
}

static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_false (atlas_session_is_asking (fixture->session));
  begin (fixture, "640300");
  g_assert_nonnull (fixture->cancellable);
  g_assert_true (atlas_session_is_asking (fixture->session));
  g_assert_cmpuint (n_shown, ==, 0);
  settle (fixture);
  g_assert_null (fixture->cancellable);
  g_assert_cmpstr (shown, ==, "吴忠市");
  g_assert_true (asking_thread != g_thread_self ());
  wait_for (&n_freed, 1); /* the question */
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture, "999999");
  settle (fixture);
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_null (shown);
  g_assert_cmpstr (failed, ==, "no such region");
  g_assert_null (fixture->cancellable);
}

/* Three questions one after the other: only the last is shown, and nothing is left of the others. */
static void
test_superseded (Fixture       *fixture,
                 gconstpointer  data)
{
  begin (fixture, "640000");
  begin (fixture, "999999");
  begin (fixture, "530000");
  settle (fixture);
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_cmpstr (shown, ==, "云南省");
}

/* It was asked, but is not shown yet. */
static void
test_stopped_late (Fixture       *fixture,
                   gconstpointer  data)
{
  begin (fixture, "640000");
  wait_for (&n_asked, 1);
  atlas_inquiry_stop (&fixture->cancellable);
  g_assert_null (fixture->cancellable);
  settle (fixture);
  g_assert_cmpuint (n_shown, ==, 0);
  wait_for (&n_freed, 2); /* with the answer */
}

/* An import or another program holds the file: the main loop goes on meanwhile. */
static void
test_locked_file (Fixture       *fixture,
                  gconstpointer  data)
{
  sqlite3 *db;
  gint64 before;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  before = g_get_monotonic_time ();
  begin (fixture, "640000");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (20000);
  g_assert_cmpuint (n_shown, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 4 * G_USEC_PER_SEC); /* for five it waits for the file */
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  settle (fixture);
  g_assert_cmpstr (shown, ==, "宁夏回族自治区");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/inquiry/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("answer", test_answer);
  ADD ("error", test_error);
  ADD ("superseded", test_superseded);
  ADD ("stopped-late", test_stopped_late);
  ADD ("locked-file", test_locked_file);

  return g_test_run ();
}
