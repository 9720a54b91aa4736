/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether PATTERN ("yyyy/m/d;@", "#,##0.00"), the code of a number format of XLSX, shows a number as a date
 * or time of day. Time elapsed ("[h]:mm") is none. */
gboolean atlas_number_pattern_is_date (const char *pattern);
/* The same for a format that is built in and has no code in the file. */
gboolean atlas_number_format_is_date  (guint id);

G_END_DECLS
