/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/worker.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

/* A thread that is so nice has a tenth of the weight of the main one. */
#define NICE 10

typedef struct {
  GTaskThreadFunc run;
} Job;

/* On Linux a priority is the thread's own. Where it cannot be had the work is done all the same. */
void
atlas_worker_stand_back (void)
{
#ifdef __linux__
  id_t self = (id_t) syscall (SYS_gettid);

  if (getpriority (PRIO_PROCESS, self) < NICE)
    setpriority (PRIO_PROCESS, self, NICE);
#endif
}

static void
run_in_worker (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = g_object_get_data (G_OBJECT (task), "worker");

  atlas_worker_stand_back ();
  job->run (task, source, data, cancellable);
}

void
atlas_worker_run (GTask           *task,
                  GTaskThreadFunc  run)
{
  Job *job = g_new (Job, 1);

  job->run = run;
  g_object_set_data_full (G_OBJECT (task), "worker", job, g_free);
  g_task_run_in_thread (task, run_in_worker);
}
