/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/region-tree.h"

G_BEGIN_DECLS

/* Behind all digits: what begins with a prefix is before the prefix with this behind it. */
#define ATLAS_AFTER_DIGITS ":"

/* What the codes of all divisions in REGION, and no others, begin with. */
char *atlas_region_dup_prefix (const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
