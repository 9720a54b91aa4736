/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"
#include "indicators/figure-index.h"

G_BEGIN_DECLS

/* Reads the figures of INDICATOR_ID and of all inputs of its formula for REGIONS (element-type AtlasRegion)
 * (nullable: all) in one go. */
AtlasFigureIndex *atlas_figures_load (AtlasDataset *dataset, AtlasCatalogue *catalogue, const char *indicator_id,
                                      GPtrArray *regions, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
