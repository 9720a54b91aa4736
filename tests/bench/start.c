/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* start FILE.atlas: how soon after its start the window is painted, and has its figures, beside an empty window; both are
 * started in turn, and each line is the median and the worst of all starts in milliseconds. */

#include "config.h"

#include <gio/gio.h>

#include "measure.h"

#define STARTS 15

/* Milliseconds from the start of ARGUMENTS to the line "frame", and to "data" where OUT_DATA asks for it. */
static double
run (const char *const *arguments,
     double            *out_data)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GDataInputStream) lines = NULL;
  double frame = 0.0;
  char *line;

  measure_fail_on (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      double now = (double) (g_get_monotonic_time () - begin) / 1000.0;
      gboolean is_frame = g_str_equal (line, "frame");
      gboolean is_data = g_str_equal (line, "data");

      g_free (line);
      frame = is_frame ? now : frame;
      if (is_data)
        *out_data = now;
      if (is_data || (is_frame && out_data == NULL))
        break;
    }
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (frame == 0.0)
    measure_fail (arguments[0], "no frame was painted");
  return frame;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_path_get_dirname (argv[0]);
  g_autofree char *floor_path = g_build_filename (folder, "floor-window", NULL);
  g_autofree char *window_path = g_build_filename (folder, "window", NULL);
  const char *floor_arguments[] = { floor_path, NULL };
  const char *window_arguments[] = { window_path, "start", argc == 2 ? argv[1] : NULL, NULL };
  double floors[STARTS], frames[STARTS], data[STARTS];

  if (argc != 2)
    measure_fail ("start", "usage: start FILE.atlas");
  for (guint i = 0; i < STARTS; i++)
    {
      floors[i] = run (floor_arguments, NULL);
      frames[i] = run (window_arguments, &data[i]);
      data[i] -= frames[i];
    }
  measure_print_spread ("first frame of an empty window", floors, STARTS);
  measure_print_spread ("first frame of the atlas", frames, STARTS);
  measure_print_spread ("from there to its figures", data, STARTS);
  return 0;
}
