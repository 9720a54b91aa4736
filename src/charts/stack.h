/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/**
 * AtlasStack:
 * @total: of the parts there are
 * @qualifier: of the total
 * @is_exact: whether all parts are
 * @is_whole: whether there are no other parts than those of the chart
 * @is_unknown: whether a part of a complete set is missing, or the table has no row for it since its rows were limited:
 *   then there is no total
 * @missing: (nullable): the part that is missing
 * @n_parts: (with @n_counted) how many parts there are, and how many of them are counted in registers
 * @period: (nullable): of the parts there are, NULL where they have not one period: then they make no total
 *
 * The parts of one category put together.
 */
typedef struct {
  double total;
  AtlasQualifier qualifier;
  gboolean is_exact;
  gboolean is_whole;
  gboolean is_unknown;
  const AtlasObservation *missing;
  guint missing_series;
  guint n_parts, n_counted;
  const char *period;
} AtlasStack;

AtlasStack atlas_stack_of        (const AtlasChartData *data, guint category);
/* A part in per cent of the parts there are, "about" unless all are exact; FALSE where the total is 0 or unknown. */
gboolean   atlas_stack_get_share (const AtlasStack *self, const AtlasObservation *part, double *out_share,
                                  AtlasQualifier *out_qualifier);

/* Whether the parts of CATEGORY, as they are written, come to the total as it is written; of shares, to 100 % (C25). */
gboolean   atlas_stack_adds_up   (const AtlasStack *self, const AtlasChartData *data, guint category, gboolean as_shares);

G_END_DECLS
