/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the day SERIAL of a spreadsheet to OUT, as #AtlasSheetCell has dates. Day 1 is 1900-01-01, and day
 * 60 the 29th of a February that had 28, as Excel has it; or, FROM_1904, day 0 is 1904-01-01. Time is rounded
 * to seconds. FALSE with OUT as it was where SERIAL is below 1 (a time of day) or beyond the year 9999. */
gboolean atlas_serial_date_append (GString *out, double serial, gboolean from_1904);
/* Appends the ISO 8601 date or date and time TEXT in the same way; what is finer than a second, and the time
 * zone, are left out. FALSE with OUT as it was where it is none. */
gboolean atlas_iso_date_append    (GString *out, const char *text);

G_END_DECLS
