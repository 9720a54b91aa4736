/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* hour FILE.atlas OTHER.atlas N [SEED]: does N things that an official does in the window, at random and as fast as the
 * window follows, and tells each thousand what memory it takes. Both files are written to; FILE is the one that imports go
 * into and that is open most of the time. */

#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hour-things.h"
#include "loop-watch.h"
#include "measure.h"
#include "test-folder.h"
#include "window/application.h"

/* A machine that does other work too is slow; but nothing takes this long unless it hangs. */
#define PATIENCE (300 * G_USEC_PER_SEC)

static void
painted_cb (Hour *self)
{
  self->is_painted = TRUE;
}

/* What still runs is told: whether the page is not ready, no frame comes, or a worker does not answer. */
static void
tell_hang (Hour       *self,
           const char *what)
{
  fprintf (stderr, "%s: page %s of %s: %s, %s\n", what, atlas_session_get_page (self->session),
           atlas_session_get_region (self->session), self->is_painted ? "painted" : "not painted",
           atlas_page_is_complete (atlas_main_window_get_page (self->window)) ? "complete" : "not complete");
  measure_fail ("hour", "it took too long");
}

static void
run_until (Hour *self,
           gboolean (*done) (Hour *self))
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gboolean is_done;

  /* Asked once a turn: a moment later something may be pending again. */
  while (!(is_done = done (self)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  if (!is_done)
    tell_hang (self, self->thing);
}

static gboolean
has_been_painted (Hour *self)
{
  return self->is_painted;
}

static gboolean
is_ready (Hour *self)
{
  return self->is_painted && atlas_page_is_complete (atlas_main_window_get_page (self->window))
         && !g_main_context_pending (NULL);
}

static gboolean
has_dataset (Hour *self)
{
  return atlas_session_get_dataset (self->session) != NULL;
}

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Kilobytes in /proc/self/status, such as VmRSS. */
static long
get_status (const char *what)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, what)) == NULL)
    return 0;
  return strtol (strchr (line, ':') + 1, NULL, 10);
}

static void
tell_memory (guint n)
{
  struct mallinfo2 info = mallinfo2 ();

  printf ("%6u things: %ld MB resident (%ld at most), %.1f MB in use, %.1f MB mapped, %.1f MB free, SQLite %.1f MB, %ld threads, "
          "held %.0f ms at most since\n",
          n, get_status ("VmRSS") / 1024, get_status ("VmHWM") / 1024, (double) info.uordblks / 1e6, (double) info.hblkhd / 1e6,
          (double) info.fordblks / 1e6, (double) sqlite3_memory_used () / 1e6, get_status ("Threads"),
          loop_watch_take_longest ());
  fflush (stdout);
}

/* Longer than the window waits before it gives memory back. */
#define PAUSE (7 * G_USEC_PER_SEC)

static void
pause_for_a_while (void)
{
  gint64 end = g_get_monotonic_time () + PAUSE;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* Of every tenth thing all that comes of it is waited for; the others follow each other as fast as frames do. */
static void
do_things (Hour  *self,
           guint  n_things)
{
  guint step = MAX (MIN (n_things / 20, 1000), 1);

  for (guint i = 0; i <= n_things; i++)
    {
      if (i % step == 0)
        {
          run_until (self, is_ready);
          pause_for_a_while ();
          tell_memory (i);
        }
      self->is_painted = FALSE;
      self->thing = hour_do_anything (self);
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      run_until (self, i % 10 == 0 ? is_ready : has_been_painted);
    }
}

static void
start (Hour *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  AtlasApplication *application = atlas_application_new (); /* until the process ends */

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  measure_fail_on (error);
  g_application_open (G_APPLICATION (application), &file, 1, "");
  self->window = ATLAS_MAIN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  self->session = atlas_main_window_get_session (self->window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (painted_cb),
                            self);
  self->thing = "start";
  run_until (self, has_dataset);
}

int
main (int   argc,
      char *argv[])
{
  Hour hour = { NULL };
  g_autoptr (GError) error = NULL;

  if (argc < 4)
    measure_fail ("hour", "usage: hour FILE.atlas OTHER.atlas N [SEED]");
  g_set_prgname ("shegong-atlas");
  hour.path = argv[1];
  hour.other_path = argv[2];
  hour.random = g_rand_new_with_seed (argc > 4 ? (guint32) atoi (argv[4]) : 7);
  hour.folder = g_dir_make_tmp ("shegong-atlas-hour-XXXXXX", &error);
  measure_fail_on (error);
  loop_watch_begin ();
  g_timeout_add (1000, wake, NULL); /* so that waiting ends */
  start (&hour);
  loop_watch_take_longest ();
  do_things (&hour, (guint) atoi (argv[3]));
  loop_watch_print ();
  hour_tell_things ();
  test_folder_remove (hour.folder);
  g_rand_free (hour.random);
  return 0;
}
