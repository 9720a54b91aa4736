/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells on a terminal how far long work is, once it has taken a second; on stderr, so that results stay clean. */
typedef struct {
  gint64 started; /* monotonic, in microseconds; 0: not yet */
  int percent;    /* last told; −1: nothing yet */
} AtlasCommandProgress;

#define ATLAS_COMMAND_PROGRESS_INIT { 0, -1 }

/* An AtlasProgressFunc with an AtlasCommandProgress. */
void atlas_command_progress_tell  (double fraction, gpointer progress);
/* Clears the line. */
void atlas_command_progress_clear (AtlasCommandProgress *self);

G_END_DECLS
