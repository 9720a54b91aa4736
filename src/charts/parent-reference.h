/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"

G_BEGIN_DECLS

/* Makes what the region around has the reference of SPEC. PARENT: the answer to the same question of that region alone, joined
 * as the table of SPEC is. That is its value where the indicator does not add up over regions, as a share or a mean; the rate
 * of the two in a scatter chart of two counts. Nothing where the parent has none, or has the sum of all: that lies far off. */
void atlas_parent_reference_set (AtlasChartSpec *spec, AtlasTable *parent);
/* The same of a region further up, as the second line of a bar chart. */
void atlas_parent_reference_set_further (AtlasChartSpec *spec, AtlasTable *nation);

G_END_DECLS
