/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/worker.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

/* How nice the calling thread is. */
static int
get_niceness (void)
{
#ifdef __linux__
  return getpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid));
#else
  return 0;
#endif
}

typedef struct {
  GThread *thread;
  int niceness;
} Seen;

static void
look (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Seen *seen = data;

  g_assert_true (cancellable == g_task_get_cancellable (task));
  seen->thread = g_thread_self ();
  seen->niceness = get_niceness ();
  g_task_return_int (task, 640000);
}

static void
keep (GObject      *source,
      GAsyncResult *result,
      gpointer      out)
{
  g_set_object ((GAsyncResult **) out, result);
}

/* It is done elsewhere, with what the task holds, and comes back here; only there it stands back. */
static void
test_stands_back (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Seen seen = { NULL, 0 };
  int before = get_niceness ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, keep, &result);

  g_task_set_task_data (task, &seen, NULL);
  atlas_worker_run (task, look);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, 640000);
  g_assert_no_error (error);
  g_assert_true (seen.thread != g_thread_self ());
  g_assert_cmpint (get_niceness (), ==, before);
#ifdef __linux__
  g_assert_cmpint (seen.niceness, ==, MAX (before, 10));
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/stands-back", test_stands_back);
  return g_test_run ();
}
