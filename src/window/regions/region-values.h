/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/session.h"

G_BEGIN_DECLS

/**
 * AtlasRegionValues:
 *
 * The value of the session's indicator for each region of the tree, as short text, until indicator, year or dataset is another.
 * It is asked in a worker, for all regions under one parent when the first of them is wanted.
 *
 * Signal: "changed": values are known that were not.
 */
#define ATLAS_TYPE_REGION_VALUES (atlas_region_values_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRegionValues, atlas_region_values, ATLAS, REGION_VALUES, GObject)

AtlasRegionValues *atlas_region_values_new    (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* All has to be asked anew; what is being asked is dropped. */
void               atlas_region_values_forget (AtlasRegionValues *self);
/* FALSE: it is not known yet, and will be asked. OUT_TEXT (out) (nullable): "4,072", "≥ 810", or NULL where there is no figure;
 * borrowed until the next call of forget or a view step. */
gboolean           atlas_region_values_lookup (AtlasRegionValues *self, const AtlasRegion *region, const char **out_text);

G_END_DECLS
