/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Imports, and the taking back of them, that are cancelled at any moment: all of it happens or nothing. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include "dataset/registers/undo.h"

#define N_TOWNSHIPS 300
#define N_PEOPLE 12000
#define N_TIMES 20

static const char *const files[] = { "stations.csv", "personnel.csv", "funding.csv", "services.csv" };

/* Cancels after a while, in a thread of its own. */
typedef struct {
  GCancellable *cancellable;
  gulong delay; /* microseconds */
} Canceller;

static gpointer
cancel_later (gpointer data)
{
  Canceller *canceller = data;

  g_usleep (canceller->delay);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static void
write_files (ImportFixture *self)
{
  g_autofree char *codes = import_fixture_select (self, "SELECT code FROM regions WHERE level = 'township' ORDER BY code "
                                                  "LIMIT " G_STRINGIFY (N_TOWNSHIPS));
  g_auto (GStrv) code = g_strsplit (codes, "\n", -1);
  g_autoptr (GString) stations = g_string_new ("station_id,name,tier,region_code,status\n");
  g_autoptr (GString) personnel = g_string_new ("person_id,name,grade,region_code,station_id,certified_on\n");
  g_autoptr (GString) funding = g_string_new ("entry_id,year,region_code,source,purpose,amount_yuan\n");
  g_autoptr (GString) services = g_string_new ("year,month,station_id,kind,count,person_times\n");

  for (guint i = 0; i < N_TOWNSHIPS; i++)
    {
      g_string_append_printf (stations, "S%u,甲,township_station,%s,operating\n", i, code[i]);
      g_string_append_printf (funding, "%u,%u,%s,central,training,%u\n", i, 2018 + i % 6, code[i], 100 * i);
      for (guint month = 1; month <= 12; month++)
        g_string_append_printf (services, "2022,%u,S%u,case,%u,%u\n", month, i, month, 3 * month);
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (personnel, "P%u,乙,%s,%s,S%u,%u-05\n", i, i % 3 != 0 ? "assistant" : "senior",
                            code[i % N_TOWNSHIPS], i % N_TOWNSHIPS, 2015 + i % 8);
  import_fixture_write (self, files[0], stations->str);
  import_fixture_write (self, files[1], personnel->str);
  import_fixture_write (self, files[2], funding->str);
  import_fixture_write (self, files[3], services->str);
}

/* Returns: whether it was not cancelled before it was done */
static gboolean
import (ImportFixture *self,
        GCancellable  *cancellable)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AtlasImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_ptr_array_add (paths, g_build_filename (self->folder, files[i], NULL));
  g_ptr_array_add (paths, NULL);
  result = atlas_import_run (self->dataset, (const char *const *) paths->pdata, &self->options, NULL, NULL, cancellable, &error);
  if (result == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return result != NULL;
}

static gboolean
undo (ImportFixture *self,
      GCancellable  *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportRecord) record = atlas_import_undo (self->dataset, 0, NULL, NULL, cancellable, &error);

  if (record == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return record != NULL;
}

static gboolean
run_cancelled (ImportFixture *self,
               gboolean     (*func) (ImportFixture *self, GCancellable *cancellable),
               gint64         duration)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { cancellable, (gulong) g_test_rand_int_range (0, (gint) duration) };
  GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);
  gboolean done = func (self, cancellable);

  g_thread_join (thread);
  return done;
}

static void
check_dump (ImportFixture *self,
            const char    *expected)
{
  g_autofree char *found = import_fixture_dump (self);

  g_assert_cmpstr (found, ==, expected);
}

static void
check_whole (ImportFixture *self)
{
  import_fixture_check_sql (self, "SELECT (SELECT count (*) FROM stations), (SELECT count (*) FROM personnel), "
                            "(SELECT count (*) FROM funding), (SELECT count (*) FROM services)", "300|12000|300|3600");
  import_fixture_check_rollups (self);
}

static void
test_import (ImportFixture *self,
             gconstpointer  data)
{
  g_autofree char *before = import_fixture_dump (self);
  gint64 start = g_get_monotonic_time (), duration;
  guint n_cancelled = 0;

  write_files (self);
  g_assert_true (import (self, NULL));
  duration = g_get_monotonic_time () - start;
  check_whole (self);
  g_assert_true (undo (self, NULL));
  check_dump (self, before);
  for (guint i = 0; i < N_TIMES; i++)
    if (run_cancelled (self, import, duration))
      {
        check_whole (self);
        g_assert_true (undo (self, NULL));
      }
    else
      {
        check_dump (self, before);
        n_cancelled++;
      }
  g_assert_cmpuint (n_cancelled, >, 0);
  g_assert_true (import (self, NULL));
  check_whole (self);
}

/* Of another import that changes every person, so that rows are put back. */
static void
test_undo (ImportFixture *self,
           gconstpointer  data)
{
  g_autofree char *one = NULL, *two = NULL;
  gint64 start, duration;
  guint n_cancelled = 0;

  write_files (self);
  g_assert_true (import (self, NULL));
  one = import_fixture_dump (self);
  self->options.as_of = (char *) "2021";
  g_assert_true (import (self, NULL));
  start = g_get_monotonic_time ();
  g_assert_true (undo (self, NULL));
  duration = g_get_monotonic_time () - start;
  check_dump (self, one);
  g_assert_true (import (self, NULL));
  two = import_fixture_dump (self);
  for (guint i = 0; i < N_TIMES; i++)
    if (run_cancelled (self, undo, duration))
      {
        check_dump (self, one);
        g_assert_true (import (self, NULL));
        g_free (two);
        two = import_fixture_dump (self);
      }
    else
      {
        check_dump (self, two);
        n_cancelled++;
      }
  g_assert_cmpuint (n_cancelled, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import-cancel/import", ImportFixture, NULL, import_fixture_set_up, test_import, import_fixture_tear_down);
  g_test_add ("/import-cancel/undo", ImportFixture, NULL, import_fixture_set_up, test_undo, import_fixture_tear_down);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
