/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/qualified-number.h"

G_BEGIN_DECLS

/**
 * AtlasRange:
 *
 * What a number with its qualifier can mean: from @low to @high, both included, either of them infinite.
 */
typedef struct {
  double low;
  double high;
} AtlasRange;

/* Of a printed figure. "About" and "nearly" reach as far as its last digit that is not zero goes: about
 * 737,000 is 736,500 to 737,500, nearly 600,000 is 500,000 to 600,000. */
AtlasRange atlas_range_of_figure  (const AtlasFigure *figure);
/* Of a ratio that a document prints to so many decimals: 21.22 is 21.215 to 21.225. */
AtlasRange atlas_range_of_rounded (const AtlasFigure *figure);
/* Of a computed number: about is within one per cent. */
AtlasRange atlas_range_of_number  (AtlasQualifiedNumber number);

AtlasRange atlas_range_add        (AtlasRange a, AtlasRange b);
gboolean   atlas_range_overlaps   (AtlasRange a, AtlasRange b);

G_END_DECLS
