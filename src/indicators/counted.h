/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* Indicators with a formula of their own that only registers can answer (docs/answers.md, "Standards"): who has fewer hours of
 * continuing education than are required, which stations have fewer staff than the local standard has, how many townships are
 * not covered, how many counties have a centre. */
typedef struct _AtlasCounted AtlasCounted;

/* (nullable): the one of a formula "builtin:NAME". */
const AtlasCounted *atlas_counted_find            (const char *name);
/* (array zero-terminated=1): the indicators whose published figures it takes, of the region or of one above it. */
const char *const  *atlas_counted_list_standards  (const AtlasCounted *self);

/* (nullable): its value for YEAR, of SLICE, which is of its indicator. */
AtlasObservation   *atlas_counted_in_year         (const AtlasCounted *self, const AtlasAnswerContext *context,
                                                   const AtlasRegion *region, const AtlasSlice *slice, int year)
  G_GNUC_WARN_UNUSED_RESULT;
void                atlas_counted_add_years       (const AtlasCounted *self, const AtlasAnswerContext *context,
                                                   const AtlasRegion *region, AtlasKnownYears *years);
/* Says why there is none for YEAR (0: for any): what to import, or which standard to enter. */
void                atlas_counted_explain_missing (const AtlasCounted *self, const AtlasAnswerContext *context,
                                                   const AtlasRegion *region, int year, AtlasObservation *observation);

G_END_DECLS
