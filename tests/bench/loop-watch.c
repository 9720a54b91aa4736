/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "loop-watch.h"

#include <stdio.h>

#include "measure.h"

static const double limits[] = { 16.7, 33.3, 50.0, 100.0, 200.0, G_MAXDOUBLE };

/* Turns in which nothing was done do not count. */
#define LEAST 1.0

static GPollFunc poll_before;
static gint64 awake_since;
static double processor_before;
static double longest;
static const char *name = "";
static guint counts[G_N_ELEMENTS (limits)];
static guint processor_counts[G_N_ELEMENTS (limits)];
static GHashTable *offenders; /* (element-type utf8 GArray): milliseconds over the last limit but one, by name */

static void
count (guint  *in,
       double  milliseconds)
{
  guint i = 0;

  while (milliseconds > limits[i])
    i++;
  in[i]++;
}

static void
note (double milliseconds,
      double processor)
{
  if (milliseconds < LEAST)
    return;
  longest = MAX (longest, milliseconds);
  count (counts, milliseconds);
  count (processor_counts, processor);
  if (milliseconds > 100.0)
    {
      GArray *times = g_hash_table_lookup (offenders, name);

      if (times == NULL)
        g_hash_table_insert (offenders, (gpointer) name, times = g_array_new (FALSE, FALSE, sizeof (double)));
      g_array_append_val (times, milliseconds);
    }
}

static void
wake (void)
{
  processor_before = measure_get_processor ();
  awake_since = g_get_monotonic_time ();
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  note ((double) (g_get_monotonic_time () - awake_since) / 1000.0, measure_get_processor () - processor_before);
  result = poll_before (fds, n_fds, timeout);
  wake ();
  return result;
}

void
loop_watch_begin (void)
{
  offenders = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  poll_before = g_main_context_get_poll_func (NULL);
  wake ();
  g_main_context_set_poll_func (NULL, watch_poll);
}

void
loop_watch_name (const char *what)
{
  name = what;
}

double
loop_watch_take_longest (void)
{
  double result = longest;

  longest = 0.0;
  return result;
}

static void
print_counts (const char  *what,
              const guint *of)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (limits); i++)
    printf ("%s at most %5.1f ms: %u times\n", what, limits[i], of[i]);
  printf ("%s longer: %u times\n", what, of[G_N_ELEMENTS (limits) - 1]);
}

void
loop_watch_print (void)
{
  GHashTableIter iter;
  gpointer what, times;

  print_counts ("held", counts);
  print_counts ("of processor time", processor_counts);
  g_hash_table_iter_init (&iter, offenders);
  while (g_hash_table_iter_next (&iter, &what, &times))
    {
      double most = 0.0;

      for (guint i = 0; i < ((GArray *) times)->len; i++)
        most = MAX (most, g_array_index ((GArray *) times, double, i));
      printf ("  over 100 ms: %s, %u times, %.0f ms at most\n", (const char *) what, ((GArray *) times)->len, most);
    }
}
