/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "first-frame.h"

#include <stdio.h>
#include <time.h>

void
first_frame_say (const char *what)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  printf ("%s %ld\n", what, time.tv_sec * 1000000 + time.tv_nsec / 1000);
  fflush (stdout);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       window)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  first_frame_say ("frame");
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

void
first_frame_tell (GtkWidget *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}
