/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"

G_BEGIN_DECLS

/* The value of the session's indicator for each region of the tree, as short text: one question for all regions under
 * one parent, asked when the first of them is wanted, and kept until indicator, year or dataset is another. */
typedef struct _AtlasRegionValues AtlasRegionValues;

/* SESSION is borrowed and has to live longer. */
AtlasRegionValues *atlas_region_values_new    (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_region_values_free   (AtlasRegionValues *self);
void               atlas_region_values_forget (AtlasRegionValues *self);
/* "4,072", "≥ 810", or NULL where there is no figure; borrowed until the next call of forget or a view step. */
const char        *atlas_region_values_get    (AtlasRegionValues *self, const AtlasRegion *region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegionValues, atlas_region_values_free)

G_END_DECLS
