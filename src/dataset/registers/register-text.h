/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cells of foreign tables as texts that can be compared. */

/* TEXT without blanks of any kind at its ends: itself, or a copy in BUFFER. */
const char *atlas_register_text_trim       (const char *text, GString *buffer);

/* Appends to OUT what is left of TEXT for comparing: half width, small letters, all brackets round; without blanks,
 * quotation marks, asterisks, and marks between words (- _ / · 、 , .). */
void        atlas_register_text_fold       (const char *text, GString *out);

/* Whether TEXT, trimmed, says that nothing is known: "", —, -, /, 无, N/A ... */
gboolean    atlas_register_text_is_missing (const char *text);

G_END_DECLS
