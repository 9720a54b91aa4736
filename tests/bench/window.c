/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* window start FILE.atlas: tells when the window is painted, and when its figures are there (for the program `start`).
 * window switch FILE.atlas: how long switching pages and going to other regions takes until the next frame, and until all is
 * shown, and how long the main loop is held meanwhile. */

#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>

#include "first-frame.h"
#include "loop-watch.h"
#include "measure.h"
#include "window/application.h"
#include "window/main-window.h"

/* As long as anyone would wait for a page. */
#define PATIENCE (20 * G_USEC_PER_SEC)

static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "data", "report" };

typedef struct {
  AtlasMainWindow *window;
  AtlasSession *session;
  gboolean is_painted;
} Bench;

static gboolean
is_complete (AtlasMainWindow *window)
{
  return atlas_page_is_complete (atlas_main_window_get_page (window));
}

static void
painted_cb (Bench *self)
{
  self->is_painted = TRUE;
}

static void
run_until (gboolean (*done) (gpointer data),
           gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  Bench *self = data;

  while (!done (data))
    {
      if (g_get_monotonic_time () > end)
        {
          fprintf (stderr, "page %s of %s: %s, %s\n", atlas_session_get_page (self->session),
                   atlas_session_get_region (self->session), self->is_painted ? "painted" : "not painted",
                   is_complete (self->window) ? "complete" : "not complete");
          measure_fail ("window", "it took too long");
        }
      /* What was pending may have been no event but an answer of the X server: to wait for the next could take for ever. */
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
}

static gboolean
has_been_painted (gpointer data)
{
  return ((Bench *) data)->is_painted;
}

static gboolean
is_ready (gpointer data)
{
  Bench *self = data;

  return self->is_painted && is_complete (self->window) && !g_main_context_pending (NULL);
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

/* Does NAME with TARGET, and waits until the next frame, which takes OUT_FRAME, and until all is shown. */
static void
act (Bench      *self,
     const char *what,
     const char *name,
     GVariant   *target,
     double     *out_frame,
     double     *out_complete)
{
  gint64 start = g_get_monotonic_time ();

  loop_watch_name (g_intern_string (what));
  self->is_painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), name, target);
  run_until (has_been_painted, self);
  *out_frame = milliseconds_since (start);
  run_until (is_ready, self);
  *out_complete = milliseconds_since (start);
}

#define ROUNDS 5

/* Down and up again, and to the nation, whose charts have the most to show. */
static const char *const regions_visited[] = { "640000", "640300", "640303", "530000", "532900", "110000", "000000" };

#define N_TIMES (ROUNDS * G_N_ELEMENTS (regions_visited))

typedef struct {
  double frames[N_TIMES];
  double completes[N_TIMES];
} Times;

/* One line each: how soon there was a frame, and all was shown. */
static void
print_times (const char *what,
             Times      *times)
{
  g_autofree char *first = g_strconcat (what, ", next frame", NULL);
  g_autofree char *all = g_strconcat (what, ", all shown", NULL);

  measure_print_spread (first, times->frames, N_TIMES);
  measure_print_spread (all, times->completes, N_TIMES);
}

static void
go_to_page (Bench      *self,
            const char *what,
            const char *page,
            Times      *times,
            guint       n)
{
  g_autofree char *name = g_strconcat (what, page, NULL);

  act (self, name, "show-page", g_variant_new_string (page), &times->frames[n], &times->completes[n]);
}

/* To each page when another region has been chosen since, and to each once more as it is. */
static void
switch_pages (Bench *self)
{
  Times news[G_N_ELEMENTS (pages)], olds[G_N_ELEMENTS (pages)];
  double ignored;

  for (guint n = 0; n < N_TIMES; n++)
    {
      act (self, "another region", "select-region", g_variant_new_string (regions_visited[n % G_N_ELEMENTS (regions_visited)]), &ignored,
           &ignored);
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        go_to_page (self, n == 0 ? "first to " : "with another region to ", pages[i], &news[i], n);
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        go_to_page (self, "again to ", pages[i], &olds[i], n);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *with_another = g_strconcat ("with another region to ", pages[i], NULL);
      g_autofree char *again = g_strconcat ("again to ", pages[i], NULL);

      print_times (with_another, &news[i]);
      print_times (again, &olds[i]);
    }
}

static void
drill (Bench *self)
{
  Times times;

  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    {
      g_autofree char *what = g_strdup_printf ("drill down, %s", pages[page]);
      double ignored;

      act (self, "to a page", "show-page", g_variant_new_string (pages[page]), &ignored, &ignored);
      for (guint n = 0; n < N_TIMES; n++)
        act (self, what, "select-region", g_variant_new_string (regions_visited[n % G_N_ELEMENTS (regions_visited)]), &times.frames[n],
             &times.completes[n]);
      print_times (what, &times);
    }
}

static gboolean
has_dataset (gpointer data)
{
  Bench *self = data;

  return atlas_session_get_dataset (self->session) != NULL && is_complete (self->window);
}

/* The program's own way: the window is presented, and the dataset opened when it has been painted. */
static void
open_cb (AtlasApplication *application,
         AtlasMainWindow  *window)
{
  first_frame_tell (GTK_WIDGET (window));
}

static void
start (Bench      *self,
       const char *path)
{
  g_autoptr (AtlasApplication) application = atlas_application_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect (application, "window-added", G_CALLBACK (open_cb), NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  measure_fail_on (error);
  g_application_open (G_APPLICATION (application), &file, 1, "");
  self->window = ATLAS_MAIN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  self->session = atlas_main_window_get_session (self->window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (painted_cb),
                            self);
  run_until (has_dataset, self);
  first_frame_say ("data");
  g_object_ref (application); /* until the process ends */
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { NULL };

  if (argc < 3)
    measure_fail ("window", "usage: window start|switch FILE.atlas");
  /* Both stand in the list of files opened last. */
  g_set_prgname ("shegong-atlas");
  g_set_application_name ("Shegong Atlas");
  loop_watch_begin ();
  loop_watch_name ("start");
  start (&bench, argv[2]);
  if (g_str_equal (argv[1], "start"))
    return 0;
  loop_watch_take_longest ();
  switch_pages (&bench);
  drill (&bench);
  loop_watch_print ();
  return 0;
}
