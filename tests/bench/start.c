/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* start FILE.atlas: how soon after its start the window is painted, and has its figures, beside an empty window; both are
 * started in turn, and each line is the median and the worst of all starts in milliseconds. */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "measure.h"

#define STARTS 15

typedef struct {
  double passed;    /* milliseconds since the start */
  double processor; /* milliseconds that its main thread had a processor */
} Moment;

/* Whether LINE tells of WHAT: then it takes OUT. */
static gboolean
read_moment (const char *line,
             const char *what,
             gint64      begin,
             Moment     *out)
{
  if (!g_str_has_prefix (line, what))
    return FALSE;
  out->passed = (double) (g_get_monotonic_time () - begin) / 1000.0;
  out->processor = g_ascii_strtod (line + strlen (what), NULL) / 1000.0;
  return TRUE;
}

/* From the start of ARGUMENTS to the line "frame", and to "data" where OUT_DATA asks for it. */
static Moment
run (const char *const *arguments,
     Moment            *out_data)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GDataInputStream) lines = NULL;
  Moment frame = { 0.0, 0.0 };
  gboolean is_done = FALSE;
  char *line;

  measure_fail_on (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while (!is_done && (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      if (read_moment (line, "frame ", begin, &frame))
        is_done = out_data == NULL;
      else if (out_data != NULL)
        is_done = read_moment (line, "data ", begin, out_data);
      g_free (line);
    }
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (frame.passed == 0.0)
    measure_fail (arguments[0], "no frame was painted");
  return frame;
}

static void
print (const char *what,
       Moment     *moments)
{
  g_autofree char *processor = g_strconcat (what, ", processor", NULL);
  double passed[STARTS], had[STARTS];

  for (guint i = 0; i < STARTS; i++)
    {
      passed[i] = moments[i].passed;
      had[i] = moments[i].processor;
    }
  measure_print_spread (what, passed, STARTS);
  measure_print_spread (processor, had, STARTS);
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
  Moment floors[STARTS], frames[STARTS], data[STARTS];

  if (argc != 2)
    measure_fail ("start", "usage: start FILE.atlas");
  for (guint i = 0; i < STARTS; i++)
    {
      floors[i] = run (floor_arguments, NULL);
      frames[i] = run (window_arguments, &data[i]);
      data[i].passed -= frames[i].passed;
      data[i].processor -= frames[i].processor;
    }
  print ("first frame of an empty window", floors);
  print ("first frame of the atlas", frames);
  print ("from there to its figures", data);
  return 0;
}
