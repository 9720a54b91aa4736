/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What parts the cells of the text that begins a file: comma, tab or semicolon. That one for which most records
 * outside quotes have the same number of it; of several, the one that occurs more often in those, then tab,
 * semicolon, comma. Comma where there is none. The full-width comma is text. */
char  atlas_delimiter_find  (const char *text, gsize length);

/* A first line “sep=;” names the delimiter, whichever character it is. Returns the bytes of that line with its end;
 * 0 where the text does not begin so. */
gsize atlas_delimiter_named (const char *text, gsize length, char *delimiter);

G_END_DECLS
