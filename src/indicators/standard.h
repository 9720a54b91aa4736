/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* A standard is a published figure that holds for a region and all below it, until one of them has its own. */

/* (nullable): the one of SLICE that holds for REGION in YEAR: that of the region, else of the nearest above it; of its years YEAR,
 * else the nearest. */
AtlasObservation *atlas_standard_find (const AtlasAnswerContext *context, const AtlasRegion *region, const AtlasSlice *slice,
                                       int year) G_GNUC_WARN_UNUSED_RESULT;
/* "Staff standard of a township station: 4 people/station (Ningxia, 2021)", as a note of OBSERVATION, with its sources. */
void              atlas_standard_note (AtlasCatalogue *catalogue, const AtlasSlice *slice, const AtlasObservation *standard,
                                       AtlasObservation *observation);

G_END_DECLS
