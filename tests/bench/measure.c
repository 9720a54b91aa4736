/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

void
measure_print_rate (const char *kind,
                    guint       count,
                    gint64      start)
{
  double ms = (g_get_monotonic_time () - start) / 1000.0;

  printf ("%-26s %8u %10.1f ms %10.3f ms each %10.0f /s\n", kind, count, ms, ms / count, count * 1000.0 / ms);
  fflush (stdout);
}

double
measure_get_processor (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare_times (const void *a,
               const void *b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

void
measure_print_spread (const char *kind,
                      double     *times,
                      guint       n)
{
  qsort (times, n, sizeof *times, compare_times);
  printf ("%-26s %8u %10.3f ms median %10.3f ms 95 %% %10.3f ms worst\n", kind, n, times[n / 2],
          times[(n * 95 + 99) / 100 - 1], times[n - 1]);
  fflush (stdout);
}

static double
get_seconds (struct timeval time)
{
  return time.tv_sec + time.tv_usec / 1e6;
}

void
measure_print_usage (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("%-26s %19.1f MB at most\n", "memory", usage.ru_maxrss / 1024.0);
  printf ("%-26s %19.2f s\n", "processor", get_seconds (usage.ru_utime) + get_seconds (usage.ru_stime));
}

void
measure_fail (const char *about,
              const char *message)
{
  g_printerr ("%s: %s\n", about, message);
  exit (1);
}

void
measure_fail_on (GError *error)
{
  if (error != NULL)
    measure_fail ("bench", error->message);
}
