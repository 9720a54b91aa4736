/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As atlas_plain_number(), but what is written with a point or an exponent is taken for the double that it is
 * to a spreadsheet, and gets the fewest digits that read back as it: "1.1000000000000001" is "1.1", "2.50" is
 * "2.5". Integers keep the digits they have. */
gboolean atlas_shortest_number (const char *text, GString *out);

G_END_DECLS
