/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/* What the measuring programs print, so that their lines can be laid side by side. */

/* One line: COUNT things of KIND since START (from g_get_monotonic_time). */
void measure_print_rate   (const char *kind, guint count, gint64 start);
/* Milliseconds that this thread has had a processor: what would pass on a machine that does nothing else. */
double measure_get_processor (void);
/* One line: the median, the 95th percentile and the worst of N times of KIND in milliseconds, which are sorted. */
void measure_print_spread (const char *kind, double *times, guint n);
/* The most memory that the process ever had, and how long it had a processor: less than the time that passed where it
 * waited for the disk, or other programs were busy too. */
void measure_print_usage  (void);
/* Ends the program, which has failed at ABOUT. */
void measure_fail         (const char *about, const char *message) G_GNUC_NORETURN;
/* The same where there is an ERROR. */
void measure_fail_on      (GError *error);
