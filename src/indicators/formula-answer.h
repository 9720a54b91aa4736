/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer-cell.h"

G_BEGIN_DECLS

/* Values of derived indicators, by docs/answers.md, "Formulas": SLICE is of the derived indicator, FORMULA has no built-in
 * one in it. */

AtlasObservation *atlas_formula_in_year         (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                 const AtlasSlice *slice, const AtlasFormula *formula, int year,
                                                 const char *source_id) G_GNUC_WARN_UNUSED_RESULT;
/* Says of a missing value which inputs are missing for YEAR (0: for any), and keeps the inputs with it. */
void              atlas_formula_explain_missing (const AtlasAnswerContext *context, const AtlasRegion *region,
                                                 const AtlasFormula *formula, int year,
                                                 AtlasObservation *observation);

G_END_DECLS
