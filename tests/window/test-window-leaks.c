/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Windows and datasets that were closed are gone, however often. */

#include "config.h"

#include <glib/gstdio.h>
#include <malloc.h>

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/pages/card-page.h"
#include "window/pages/overview-page.h"

#define TIMES 100
/* So many go by until caches of fonts, icons and styles are filled. */
#define WARM_UP 20
/* What caches and the heaps of threads may add after that for each time, in bytes: a window or a dataset that stays has some
 * millions. What nothing points to any more is found under the sanitizers. */
#define MOST_GROWTH 200000.0

static double
get_used (void)
{
  return (double) mallinfo2 ().uordblks;
}

static void
assert_steady (double warm)
{
  double growth = (get_used () - warm) / (TIMES - WARM_UP);

  g_test_message ("%.0f bytes more each time", growth);
  g_assert_cmpfloat (growth, <, MOST_GROWTH);
}

static gboolean
is_complete (gpointer window)
{
  return atlas_page_is_complete (atlas_main_window_get_page (window));
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* A window on the dataset that shows PAGE, and is closed again. OUT_SESSION is NULL once its session is gone, and OUT_DATASET. */
static void
open_and_close (GSettings  *settings,
                const char *page,
                gpointer   *out_session,
                gpointer   *out_dataset)
{
  AtlasMainWindow *window = atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), settings);
  AtlasSession *session = atlas_main_window_get_session (window);
  gpointer left = window;

  g_assert_true (atlas_main_window_open (window, main_window_get_dataset_path ()));
  *out_session = session;
  *out_dataset = atlas_session_get_dataset (session);
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  g_object_add_weak_pointer (G_OBJECT (*out_session), out_session);
  g_object_add_weak_pointer (G_OBJECT (*out_dataset), out_dataset);
  atlas_session_set_page (session, page);
  gtk_window_present (GTK_WINDOW (window));
  window_test_settle (main_window_is_shown, window);
  window_test_settle (is_complete, window);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (is_gone, &left);
}

/* What workers still hold goes when they end. */
static gboolean
are_gone (gpointer objects)
{
  for (guint i = 0; i < TIMES; i++)
    if (((gpointer *) objects)[i] != NULL)
      return FALSE;
  return TRUE;
}

static void
test_windows (void)
{
  static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "data", "report" };
  static gpointer sessions[TIMES], datasets[TIMES];
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  double warm = 0.0;

  for (guint i = 0; i < TIMES; i++)
    {
      if (i == WARM_UP)
        warm = get_used ();
      open_and_close (settings, pages[i % G_N_ELEMENTS (pages)], &sessions[i], &datasets[i]);
    }
  window_test_settle (are_gone, sessions);
  window_test_settle (are_gone, datasets);
  assert_steady (warm);
  window_test_reset (settings);
}

/* In one window one dataset after the other: the one before is let go, and its file with it. */
static void
test_datasets (MainWindow    *fixture,
               gconstpointer  data)
{
  double warm = 0.0;

  for (guint i = 0; i < TIMES; i++)
    {
      gpointer left = atlas_session_get_dataset (fixture->session);

      if (i == WARM_UP)
        warm = get_used ();
      g_object_add_weak_pointer (G_OBJECT (left), &left);
      g_assert_true (atlas_main_window_open (fixture->window, main_window_get_dataset_path ()));
      window_test_settle (is_complete, fixture->window);
      window_test_settle (is_gone, &left);
    }
  assert_steady (warm);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  main_window_init (&argc, &argv);
  g_test_add_func ("/window-leaks/windows", test_windows);
  g_test_add ("/window-leaks/datasets", MainWindow, NULL, main_window_set_up, test_datasets, main_window_tear_down);
  result = g_test_run ();
  main_window_finish ();
  return result;
}
