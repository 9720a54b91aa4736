/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* An import that is killed, at any moment, leaves the dataset as it was before, or as it is after. */

#include "config.h"

#include <signal.h>
#include <sys/wait.h>

#include "import-trial.h"
#include "program.h"

/* The dataset as it was, before, and the two tables. */
#define N_FILES 4

typedef struct {
  ImportTrial trial;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  length)
{
  import_trial_set_up (&fixture->trial, GPOINTER_TO_UINT (length));
  fixture->path = g_build_filename (fixture->trial.folder, "a.atlas", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  import_trial_clear (&fixture->trial);
  g_free (fixture->path);
}

/* Kills the import after DELAY microseconds. TRUE where nothing of it has stayed. */
static gboolean
kill_after (Fixture *fixture,
            gint64   delay)
{
  GPid child;
  int status;

  import_trial_begin (&fixture->trial, fixture->path);
  child = import_trial_start (&fixture->trial, fixture->path);
  g_usleep ((gulong) delay);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return import_trial_check (&fixture->trial, fixture->path, N_FILES);
}

/* Over all of its time, and once more over its end, where what was written becomes part of the dataset. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_before = 0;

  for (guint i = 0; i < 13; i++)
    {
      double part = i < 8 ? g_test_rand_double_range (0, 1) : g_test_rand_double_range (0.8, 1.02);

      n_before += kill_after (fixture, (gint64) (part * (double) fixture->trial.duration));
      if (i % 4 == 0)
        import_trial_check_next (&fixture->trial, fixture->path);
    }
  g_test_message ("%u of 13 as before", n_before);
  g_assert_cmpuint (n_before, >, 0);
}

/* What an import that was killed had begun, it does when it is called again. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  int status;

  if (!kill_after (fixture, fixture->trial.duration / 2))
    g_test_message ("the import had ended");
  g_assert_cmpint (waitpid (import_trial_start (&fixture->trial, fixture->path), &status, 0), >, 0);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_false (import_trial_check (&fixture->trial, fixture->path, N_FILES));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/commands/import-killed/log", Fixture, GUINT_TO_POINTER (IMPORT_TRIAL_MUCH), set_up, test_killed, tear_down);
  g_test_add ("/commands/import-killed/journal", Fixture, GUINT_TO_POINTER (IMPORT_TRIAL_LITTLE), set_up, test_killed,
              tear_down);
  g_test_add ("/commands/import-killed/again", Fixture, GUINT_TO_POINTER (IMPORT_TRIAL_LITTLE), set_up, test_again, tear_down);
  return g_test_run ();
}
