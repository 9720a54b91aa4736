/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

/* Prints a line that begins with "frame" once the first frame of WINDOW is painted. */
void first_frame_tell (GtkWidget *window);
/* One line: WHAT, and the microseconds that the calling thread, which is the main one, has had a processor so far. */
void first_frame_say  (const char *what);
