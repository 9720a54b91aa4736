/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/* How long the default main loop is held, from one time that it waits for events to the next. */

void loop_watch_begin (void);
/* What goes on from now on, for the list of what held it longest; a literal or interned. */
void loop_watch_name  (const char *what);
/* Milliseconds that it was held at most since the last call. */
double loop_watch_take_longest (void);
/* Prints how often it was held how long, and what held it over the 100 ms that it may be. */
void loop_watch_print (void);
