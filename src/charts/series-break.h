/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* Why two values of one series that follow each other do not count the same, so that no line may join them (C11): one is
 * published and the other counted in registers, or a note says that one has a definition of its own; NULL where nothing
 * speaks against it. (transfer full) */
char    *atlas_series_break_dup_cause (const AtlasObservation *before, const AtlasObservation *after) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a line of KIND goes on in SERIES from the category before to CATEGORY: both have a value that is shown, of years
 * that follow each other (C7), and no break between. */
gboolean atlas_series_joins           (const AtlasChartData *data, AtlasChartKind kind, guint category, guint series);
/* Whether it would but for a break. */
gboolean atlas_series_breaks          (const AtlasChartData *data, AtlasChartKind kind, guint category, guint series);

G_END_DECLS
