/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"

G_BEGIN_DECLS

/* Gives SPEC a TITLE and, as its card has it, how a ratio is made, the unit that the chart is drawn in, and the period. */
void atlas_chart_spec_set_card_titles (AtlasChartSpec *spec, const char *title);

G_END_DECLS
