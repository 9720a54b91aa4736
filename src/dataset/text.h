/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The texts of the value types are never NULL and owned; this replaces one, to fill a new value. */
void  atlas_text_set             (char **text, const char *value);
/* What stands within sentences elsewhere, at the beginning of one: "the year is inferred" → "The year is inferred". */
char *atlas_text_dup_capitalized (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
