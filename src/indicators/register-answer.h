/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* What the registers count, by docs/answers.md, "Registers" and "Registers or published". */

/* (nullable): the count of SLICE for REGION in YEAR; NULL where nothing is known of it, or where there is none in the township REGION but
 * some of its county that lie in no township. It is partial where the register
 * has not been returned for all of the region and that year. */
AtlasObservation *atlas_register_in_year         (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                  const AtlasSlice *slice, int year) G_GNUC_WARN_UNUSED_RESULT;
/* Whether that count is known and 0, without making it: for what is asked of all townships of the country. */
gboolean          atlas_register_has_none        (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                  const AtlasSlice *slice, int year, gboolean *out_known);
/* Adds the years that have such a count. */
void              atlas_register_add_years       (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                  const AtlasSlice *slice, AtlasKnownYears *years);
/* (nullable): the register that counts SLICE, if it has been imported from anywhere. */
const AtlasTableDefinition *atlas_register_find_table (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                       const AtlasSlice *slice);
/* Whether there is none for YEAR though the register was returned: some are registered with the county of REGION, in no township. */
gboolean          atlas_register_is_unplaced     (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                  const AtlasSlice *slice, int year);
/* Tells OBSERVATION so, if it is (YEAR 0: in the last that was returned). */
gboolean          atlas_register_explain_unplaced (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   const AtlasSlice *slice, int year, AtlasObservation *observation);
/* Says why there is no count for YEAR (0: for any). */
void              atlas_register_explain_missing (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                  const AtlasSlice *slice, int year, AtlasObservation *observation);
/* Notes in OBSERVATION, which is published, what COUNT, which is partial, has of the same: some have returned it. */
void              atlas_register_note_count      (const AtlasAnswerContext *context, const AtlasSlice *slice,
                                                  const AtlasObservation *count, AtlasObservation *observation);

G_END_DECLS
