/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/dimension-match.h"

G_BEGIN_DECLS

/**
 * AtlasPartsKind:
 * @ATLAS_PARTS_COMPLETE_SET: the parts make up the whole, such as the three grades
 * @ATLAS_PARTS_FUNDING: some parts of the money, of one document: the sum is a lower bound
 */
typedef enum {
  ATLAS_PARTS_COMPLETE_SET,
  ATLAS_PARTS_FUNDING,
} AtlasPartsKind;

/**
 * AtlasPartsSum:
 * @value: exact sum of @figures
 * @figures: (element-type AtlasFigure): the parts
 * @others: (element-type AtlasFigure): parts of the same question and year that were left out
 *
 * A total that no document prints, made from parts that documents do print.
 */
typedef struct {
  AtlasPartsKind kind;
  AtlasDecimal value;
  AtlasQualifier qualifier;
  AtlasStatus status;
  GPtrArray *figures;
  GPtrArray *others;
} AtlasPartsSum;

void           atlas_parts_sum_free (AtlasPartsSum *self);

/* Both take the figures of one region, the slice's indicator and one year, of which only those that match are used;
 * (nullable): NULL where there is no such sum. See docs/answers.md, "Totals from parts". */
AtlasPartsSum *atlas_parts_sum_complete_set (AtlasCatalogue *catalogue, const AtlasSlice *slice, GPtrArray *figures)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasPartsSum *atlas_parts_sum_funding      (AtlasCatalogue *catalogue, const AtlasSlice *slice, GPtrArray *figures)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether the values of DIMENSION that are marked so make up the whole, and the indicator adds up over them. */
gboolean       atlas_is_complete_set        (AtlasCatalogue *catalogue, const AtlasIndicator *indicator,
                                             const char *dimension);
/* Whether sums of published parts may stand for a total of INDICATOR. */
gboolean       atlas_sums_funding_parts     (const AtlasIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPartsSum, atlas_parts_sum_free)

G_END_DECLS
