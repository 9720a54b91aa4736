/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/memory-trim.h"

#include <malloc.h>

/* Longer than anyone looks at a page before going on. */
#define QUIET_SECONDS 5

/* Else malloc gives each worker pages of its own, which stay with the program for the little that the worker leaves in them for
 * the window to show: twice as much memory as is in use, and the more the longer it runs. */
void
atlas_memory_keep_together (void)
{
#ifdef M_ARENA_MAX
  mallopt (M_ARENA_MAX, 1);
#endif
}

/* malloc by itself gives back only what lies at the very end. Where much has been freed this takes some 50 ms, else none. */
static gboolean
trim (gpointer timer)
{
  *(guint *) timer = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

void
atlas_memory_trim_soon (void)
{
  static guint timer;

  g_clear_handle_id (&timer, g_source_remove);
  timer = g_timeout_add_seconds_full (G_PRIORITY_LOW, QUIET_SECONDS, trim, &timer, NULL);
}
