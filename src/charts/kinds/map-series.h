/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* Of a kind of chart that has one place for each region: the series that it shows, the latest year or else the first. What
 * it does not show is named in the notes. */
guint    atlas_map_series_choose  (AtlasChartBuild *build);
/* Whether its values may be told by colour: a count grows with the size of a region, so only rates may (C16). */
gboolean atlas_map_series_is_rate (const AtlasChartBuild *build);

G_END_DECLS
