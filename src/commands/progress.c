/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/progress.h"

#include <stdio.h>
#include <unistd.h>

#define PATIENCE G_USEC_PER_SEC

void
atlas_command_progress_tell (double   fraction,
                             gpointer progress)
{
  AtlasCommandProgress *self = progress;
  int percent = (int) (fraction * 100.0);

  if (self->started == 0)
    self->started = g_get_monotonic_time ();
  if (percent == self->percent || g_get_monotonic_time () - self->started < PATIENCE || !isatty (STDERR_FILENO))
    return;
  self->percent = percent;
  fprintf (stderr, "\r%3d %%", percent);
  fflush (stderr);
}

void
atlas_command_progress_clear (AtlasCommandProgress *self)
{
  if (self->percent >= 0)
    fprintf (stderr, "\r     \r");
  self->percent = -1;
}
