/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How soon an import answers that is cancelled: at the moment when it is committed, and then begun again and again, each time
 * cancelled a little later, until it is done before. */

#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dataset/dataset-private.h"
#include "dataset/registers/import.h"
#include "dataset/registers/undo.h"
#include "measure.h"

typedef struct {
  GCancellable *cancellable;
  gint64 delay;  /* microseconds until it cancels in a thread of its own */
  gint64 at;     /* when it did */
  clock_t clock; /* and how long the process had had a processor then */
} Canceller;

static void
cancel (Canceller *self)
{
  self->at = g_get_monotonic_time ();
  self->clock = clock ();
  g_cancellable_cancel (self->cancellable);
}

static gpointer
cancel_later (gpointer data)
{
  Canceller *self = data;

  g_usleep ((gulong) self->delay);
  cancel (self);
  return NULL;
}

/* When SQLite has run a statement. */
static int
cancel_at_commit (unsigned int type,
                  void        *data,
                  void        *stmt,
                  void        *nanoseconds)
{
  Canceller *self = data;

  if (self->at == 0 && strcmp (sqlite3_sql (stmt), "COMMIT") == 0)
    cancel (self);
  return 0;
}

/* Returns: the number of the import, 0 where it was stopped */
static gint64
run (AtlasDataset       *dataset,
     const char *const  *paths,
     GCancellable       *cancellable)
{
  AtlasImportOptions options = { .as_of = (char *) "2024-12-31" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportResult) result = atlas_import_run (dataset, paths, &options, NULL, NULL, cancellable, &error);

  if (result == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    measure_fail ("import", error->message);
  return result != NULL ? result->import_id : 0;
}

static void
print_answer (const char      *when,
              const Canceller *canceller,
              gint64           import_id)
{
  g_print ("%-12s  %8.1f ms  %8.1f ms of processor time  %s\n", when,
           (double) (g_get_monotonic_time () - canceller->at) / 1000,
           (double) (clock () - canceller->clock) * 1000 / CLOCKS_PER_SEC, import_id != 0 ? "stands" : "stopped");
}

static void
take_back (AtlasDataset *dataset)
{
  GError *error = NULL;
  g_autoptr (AtlasImportRecord) record = atlas_import_undo (dataset, 0, NULL, NULL, NULL, &error);

  measure_fail_on (error);
}

static AtlasDataset *
open_dataset (const char *path)
{
  GError *error = NULL;
  AtlasDataset *dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);

  measure_fail_on (error);
  return dataset;
}

static void
measure_at_commit (const char        *path,
                   const char *const *paths)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { .cancellable = cancellable };
  g_autoptr (AtlasDataset) dataset = open_dataset (path);
  gint64 import_id;

  sqlite3_trace_v2 (atlas_dataset_get_db (dataset), SQLITE_TRACE_PROFILE, cancel_at_commit, &canceller);
  import_id = run (dataset, paths, cancellable);
  print_answer ("at the commit", &canceller, import_id);
  sqlite3_trace_v2 (atlas_dataset_get_db (dataset), 0, NULL, NULL);
  take_back (dataset);
}

/* Returns: whether it was done before it was cancelled */
static gboolean
measure_cancel (const char        *path,
                const char *const *paths,
                gint64             delay)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { cancellable, delay };
  g_autoptr (AtlasDataset) dataset = open_dataset (path);
  g_autofree char *when = g_strdup_printf ("%.2f s", (double) delay / G_USEC_PER_SEC);
  GThread *thread = g_thread_new ("cancel", cancel_later, &canceller);
  gint64 import_id = run (dataset, paths, cancellable);
  gboolean done = !g_cancellable_is_cancelled (cancellable);

  if (!done)
    print_answer (when, &canceller, import_id);
  g_thread_join (thread);
  if (import_id != 0)
    take_back (dataset);
  return done;
}

int
main (int    argc,
      char **argv)
{
  gint64 first, step;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 5 || (step = (gint64) (g_ascii_strtod (argv[2], NULL) * G_USEC_PER_SEC)) <= 0)
    measure_fail ("usage", "cancel FIRST STEP FILE.atlas INPUT...: cancels an import after FIRST seconds, and later by STEP each");
  measure_at_commit (argv[3], (const char *const *) argv + 4);
  first = (gint64) (g_ascii_strtod (argv[1], NULL) * G_USEC_PER_SEC);
  for (gint64 delay = first; !measure_cancel (argv[3], (const char *const *) argv + 4, delay); delay += step)
    ;
  measure_print_usage ();
  return 0;
}
