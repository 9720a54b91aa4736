/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* For charts where a value that is missing has no place: says under the chart which ones are, and why (C28). */

/* By name, for each reason once: "Certified social workers not published: A, B". */
void atlas_absent_values_note_names  (AtlasChartBuild *build, guint series);
/* By number: "Not shown: 5 not published, 2 suppressed". */
void atlas_absent_values_note_counts (AtlasChartBuild *build);

G_END_DECLS
