/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "loop-watch.h"

#include <stdio.h>

static const double limits[] = { 16.7, 33.3, 50.0, 100.0, 200.0, G_MAXDOUBLE };

static GPollFunc poll_before;
static gint64 awake_since;
static double longest;
static const char *name = "";
static guint counts[G_N_ELEMENTS (limits)];
static GHashTable *offenders; /* (element-type utf8 GArray): milliseconds over the last limit but one, by name */

static void
note (double milliseconds)
{
  guint i = 0;

  longest = MAX (longest, milliseconds);
  while (milliseconds > limits[i])
    i++;
  counts[i]++;
  if (milliseconds > 100.0)
    {
      GArray *times = g_hash_table_lookup (offenders, name);

      if (times == NULL)
        g_hash_table_insert (offenders, (gpointer) name, times = g_array_new (FALSE, FALSE, sizeof (double)));
      g_array_append_val (times, milliseconds);
    }
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  note ((double) (g_get_monotonic_time () - awake_since) / 1000.0);
  result = poll_before (fds, n_fds, timeout);
  awake_since = g_get_monotonic_time ();
  return result;
}

void
loop_watch_begin (void)
{
  offenders = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  poll_before = g_main_context_get_poll_func (NULL);
  awake_since = g_get_monotonic_time ();
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

void
loop_watch_print (void)
{
  GHashTableIter iter;
  gpointer what, times;

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (i + 1 < G_N_ELEMENTS (limits))
      printf ("held at most %5.1f ms: %u times\n", limits[i], counts[i]);
    else
      printf ("held longer:          %u times\n", counts[i]);
  g_hash_table_iter_init (&iter, offenders);
  while (g_hash_table_iter_next (&iter, &what, &times))
    {
      double most = 0.0;

      for (guint i = 0; i < ((GArray *) times)->len; i++)
        most = MAX (most, g_array_index ((GArray *) times, double, i));
      printf ("  over 100 ms: %s, %u times, %.0f ms at most\n", (const char *) what, ((GArray *) times)->len, most);
    }
}
