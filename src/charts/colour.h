/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-style.h"

G_BEGIN_DECLS

/* Relative luminance, 0 to 1, and contrast ratio, 1 to 21, as in WCAG 2.1. Alpha is left out. */
double      atlas_colour_luminance (AtlasColour colour);
double      atlas_colour_contrast  (AtlasColour a, AtlasColour b);

/* A and B mixed: 0 gives A, 1 gives B. */
AtlasColour atlas_colour_mix       (AtlasColour a, AtlasColour b, double share);

/* White or near-black, whichever reads better on FILL: always 4.5:1 or more. */
AtlasColour atlas_colour_text_on   (AtlasColour fill);

G_END_DECLS
