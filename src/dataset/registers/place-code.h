/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* "640303100001" and its end. */
#define ATLAS_PLACE_CODE_SIZE 13

/* Whether TEXT, trimmed, is meant as a code: digits, perhaps as a number has them (640303.0), behind an apostrophe, or in full
 * width; they go to OUT, none where there are too many. */
gboolean           atlas_place_code_read (const char *text, char out[ATLAS_PLACE_CODE_SIZE]);

/* (nullable): the division that CODE stands for: its own code, with zeros behind it (640303000000) or cut off (64, 6403021), or
 * for 12 digits the township that they are in. CODE becomes what a register keeps: the division's own, or those 12 digits.
 * FILLED: zeros had to be put behind it to a length that no code is cut to by custom, as 64 and 6403 are. */
const AtlasRegion *atlas_place_code_find (AtlasRegionTree *tree, char code[ATLAS_PLACE_CODE_SIZE], gboolean *filled);

G_END_DECLS
