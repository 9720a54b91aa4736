/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/text-shaper.h"

G_BEGIN_DECLS

/* How narrow a column may be, in points, for the first line of TEXT, which is NATURAL wide and is broken where it has to be: Chinese
 * breaks anywhere but in a unit, other languages between words. Over and under numbers (NUMERIC) a column is as narrow as its words. */
double atlas_broken_width_measure (AtlasTextShaper *shaper, AtlasTextRole role, const char *text, double natural,
                                   gboolean numeric);

G_END_DECLS
