/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Sets LAYOUT, a Chinese text in characters of SIZE points with width, indent and breaks that are not allowed, so that both
 * edges are even, but for the last line of each paragraph and for lines that would be torn apart by it: breaks its lines where
 * it suits them best, squeezes the blanks of punctuation marks and sets characters further apart. */
void atlas_even_lines (PangoLayout *layout, double size);

G_END_DECLS
