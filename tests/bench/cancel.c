/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How soon an import answers that is cancelled: it is begun again and again, each time cancelled a little later, until it is
 * done before. */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "dataset/registers/import.h"
#include "dataset/registers/undo.h"
#include "measure.h"

/* Cancels after a while, in a thread of its own. */
typedef struct {
  GCancellable *cancellable;
  gint64 delay; /* microseconds */
  gint64 at;    /* when it did */
} Canceller;

static gpointer
cancel_later (gpointer data)
{
  Canceller *self = data;

  g_usleep ((gulong) self->delay);
  self->at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
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

/* One line: when it was cancelled, how long the answer took, and what it was. Returns: whether it was done before. */
static gboolean
measure_cancel (const char        *path,
                const char *const *paths,
                gint64             delay)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { cancellable, delay, 0 };
  GError *error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  GThread *thread;
  gint64 import_id, answered;

  measure_fail_on (error);
  thread = g_thread_new ("cancel", cancel_later, &canceller);
  import_id = run (dataset, paths, cancellable);
  answered = g_get_monotonic_time ();
  g_thread_join (thread);
  if (import_id != 0)
    {
      g_autoptr (AtlasImportRecord) record = atlas_import_undo (dataset, 0, NULL, NULL, NULL, &error);

      measure_fail_on (error);
    }
  if (answered < canceller.at)
    return TRUE;
  g_print ("%8.2f s  %8.1f ms  %s\n", (double) delay / G_USEC_PER_SEC, (double) (answered - canceller.at) / 1000,
           import_id != 0 ? "stands" : "stopped");
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  gint64 first, step;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 5 || (step = (gint64) (g_ascii_strtod (argv[2], NULL) * G_USEC_PER_SEC)) <= 0)
    measure_fail ("usage", "cancel FIRST STEP FILE.atlas INPUT...: cancels an import after FIRST seconds, and later by STEP each");
  first = (gint64) (g_ascii_strtod (argv[1], NULL) * G_USEC_PER_SEC);
  for (gint64 delay = first; !measure_cancel (argv[3], (const char *const *) argv + 4, delay); delay += step)
    ;
  measure_print_usage ();
  return 0;
}
