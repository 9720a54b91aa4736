/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-layout.h"

G_BEGIN_DECLS

/* Divides ROOM into N rectangles with areas in proportion to VALUES, which are above 0 and descend, each as near to a square as
 * may be (Bruls, Huizing and van Wijk 2000): from the top left, into OUT_RECTS. */
void atlas_squarify (const double *values, guint n, AtlasRect room, AtlasRect *out_rects);

G_END_DECLS
