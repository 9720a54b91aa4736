/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends to OUT the number that TEXT is, in the plain digits of an #AtlasSheetCell: "-1.5E3" as "-1500", ".5" as "0.5".
 * Nothing is rounded, and zeros at the end of a fraction stay. TEXT is a number as programs write it into XML: ASCII
 * digits, a point, an exponent, blanks around it. FALSE, with OUT as it was, where it is none ("INF"), or its exponent
 * is beyond 400. */
gboolean atlas_plain_number               (const char *text, GString *out);

/* Appends the N digits to OUT, with the point behind the first POINT of them, which may lie before the first or behind the
 * last, and the zeros between. */
void     atlas_plain_number_append_digits (GString *out, const char *digits, gssize n, gssize point);

G_END_DECLS
