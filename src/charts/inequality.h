/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/* Of fewer regions no inequality is stated. */
#define ATLAS_INEQUALITY_LEAST 5

/**
 * AtlasInequality:
 * @n: how many regions have a value
 * @highest_to_lowest: NAN where the lowest is not above 0
 * @p90_to_p10: the value that a tenth lie above ÷ the one that a tenth lie below, between two values in proportion; NAN where that is
 *   not above 0
 * @variation: the standard deviation ÷ the mean; NAN where the mean is not above 0
 *
 * How unequal the regions of a table are (CRAFT, G2).
 */
typedef struct {
  guint n;
  double highest_to_lowest;
  double p90_to_p10;
  double variation;
} AtlasInequality;

/* FALSE where TABLE, of one row a region, has too few values, or some that are below 0. Stand-ins take no part, as in a ranking. */
gboolean atlas_inequality_find     (AtlasTable *table, AtlasInequality *out);
/* "22 divisions: highest ÷ lowest 6.1, P90 ÷ P10 3.2, coefficient of variation 0.48"; (transfer full). */
char    *atlas_inequality_dup_text (const AtlasInequality *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
