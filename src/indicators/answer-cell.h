/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/count-index.h"
#include "indicators/dimension-match.h"
#include "indicators/figure-index.h"
#include "indicators/observation.h"
#include "indicators/question.h"
#include "indicators/year-order.h"

G_BEGIN_DECLS

/**
 * AtlasAnswerContext:
 * @index: published figures
 * @counts: (nullable): what the registers count
 * @from: which of both
 *
 * What one question is answered from; borrowed.
 */
typedef struct {
  AtlasCatalogue *catalogue;
  AtlasFigureIndex *index;
  AtlasCountIndex *counts;
  AtlasFrom from;
} AtlasAnswerContext;

/* A cell is SLICE for REGION in one year: counted from registers, published, summed from parts, or computed by a formula. */

/* (nullable): the value for YEAR, 0 for undated; SOURCE_ID (nullable) allows one document only. */
AtlasObservation *atlas_cell_in_year   (const AtlasAnswerContext *context, const AtlasRegion *region,
                                        const AtlasSlice *slice, int year, const char *source_id)
  G_GNUC_WARN_UNUSED_RESULT;
/* Adds the years that have a value. */
void              atlas_cell_add_years (const AtlasAnswerContext *context, const AtlasRegion *region,
                                        const AtlasSlice *slice, AtlasKnownYears *years);
/* What is missing for ASKED (0: for any year) and why. */
AtlasObservation *atlas_cell_missing   (const AtlasAnswerContext *context, const AtlasRegion *region,
                                        const AtlasSlice *slice, int asked) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
