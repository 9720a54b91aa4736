/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The chart that is measured: so many regions × series, at a size at which every bar has its number; and the size of a window. */
#define CHART_N_REGIONS 31
#define CHART_N_SERIES 3
#define CHART_WIDTH 900
#define CHART_HEIGHT 1600
#define CHART_WINDOW_HEIGHT 600

/* Draws all of it at the origin of CR. */
typedef void (*DrawChart) (cairo_t *cr);

/* Appends SURFACE to BYTES. */
typedef cairo_status_t (*EncodePng) (GByteArray *bytes, cairo_surface_t *surface);

/* Prints lines of measure_print_spread: drawing on an image, and whole files of PDF and PNG kept in memory, warm. */
void chart_times_print (DrawChart draw, EncodePng encode);
/* Writes one PDF or PNG to PATH, by its ending, for the time of a cold process. */
void chart_times_write (DrawChart draw, const char *path);
/* The name that region N has: one to thirteen Han characters; (transfer full). */
char *chart_times_dup_name (guint n);
/* The value of a region in a series. */
double chart_times_get_value (guint region, guint series);

G_END_DECLS
