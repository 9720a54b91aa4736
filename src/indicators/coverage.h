/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* The formulas that the program computes itself (docs/answers.md, "Township coverage"). */

/* Whether townships can be counted in REGION at all: it lies above them, and the list of divisions has some. */
gboolean            atlas_has_townships           (AtlasCatalogue *catalogue, const AtlasRegion *region);
/* The townships of REGION that count for coverage of REGION itself; the list of divisions serves all years. SLICE is
 * of the indicator "townships". (nullable): NULL where there are none. */
AtlasObservation   *atlas_townships_in_year       (AtlasCatalogue *catalogue, const AtlasRegion *region,
                                                   const AtlasSlice *slice, int year) G_GNUC_WARN_UNUSED_RESULT;
/* The year of the list of divisions. */
int                 atlas_townships_get_list_year (void);
/* Says why townships cannot be counted in REGION. */
void                atlas_townships_explain_missing (const AtlasRegion *region, AtlasObservation *observation);

/* Township coverage from published figures: operating township stations in per cent of the townships. */
const AtlasFormula *atlas_coverage_get_formula    (void);
/* (nullable): the same from the registers: townships that have an operating station, in per cent of the townships. SLICE
 * is of the indicator "township_coverage". */
AtlasObservation   *atlas_coverage_count_in_year  (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   const AtlasSlice *slice, int year) G_GNUC_WARN_UNUSED_RESULT;
/* Makes of the plain quotient what it is: an estimate, which counts stations and not townships. */
void                atlas_coverage_mark           (AtlasObservation *observation);

G_END_DECLS
