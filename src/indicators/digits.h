/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

/* Rounding and the digits of numbers, below all that formats them. */

/* To a whole number: "more than" a number that was rounded up would be a lie, and so would "less than" one rounded down. */
double atlas_digits_round                (double value, AtlasQualifier qualifier);
double atlas_digits_round_to_decimals    (double value, guint decimals, AtlasQualifier qualifier);
/* To four significant digits. */
double atlas_digits_round_to_significant (double value, AtlasQualifier qualifier);
/* DECIMALS, or more for a value that they would show as zero (C22); none for zero itself (C8). */
guint  atlas_digits_count_decimals       (double value, guint decimals);
/* The digits of a finite VALUE, with commas between thousands if SEPARATED, and a real minus; (transfer full). */
char  *atlas_digits_write                (double value, guint decimals, gboolean separated) G_GNUC_WARN_UNUSED_RESULT;
/* "82.400" → "82.4", in place. */
char  *atlas_digits_trim_zeros           (char *digits);

G_END_DECLS
