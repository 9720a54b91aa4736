/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* What a formula is computed from, by docs/answers.md, "Formulas". */

/* Whether SLICE is of an indicator that atlas_formula_is_context(). */
gboolean          atlas_formula_is_context_slice  (const AtlasSlice *slice);

/* (element-type AtlasSlice): what FORMULA is made from, from left to right. */
GPtrArray        *atlas_formula_list_slices       (AtlasCatalogue *catalogue, const AtlasFormula *formula)
  G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the value of one input for YEAR. */
AtlasObservation *atlas_formula_observe_input     (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   const AtlasSlice *slice, int year) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (element-type AtlasObservation): the values of all SLICES for YEAR, 0 for undated, which go together; NULL if
 * one is missing. SOURCE_ID (nullable) allows one document only. */
GPtrArray        *atlas_formula_observe_inputs    (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   GPtrArray *slices, int year, const char *source_id)
  G_GNUC_WARN_UNUSED_RESULT;
/* Whether the inputs for YEAR are all there, but do not go together. */
gboolean          atlas_formula_inputs_are_mixed  (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   GPtrArray *slices, int year);

/* The years that one input has a value for, of whichever kind; (transfer full). */
GArray           *atlas_formula_list_input_years  (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   const AtlasSlice *slice) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the years in which all inputs exist. */
void              atlas_formula_add_years         (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                   const AtlasFormula *formula, AtlasKnownYears *years);

G_END_DECLS
