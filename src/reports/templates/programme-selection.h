/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/* What a report on the programmes of REGION tells of FIGURES (element-type AtlasFigure), which are of it and of what lies in it: of
 * each number the latest, and of at most MOST those that are of the region itself or least far below it, in the order of FIGURES;
 * (element-type AtlasFigure) (transfer container). */
GPtrArray *atlas_programme_select_figures (AtlasRegionTree *tree, const AtlasRegion *region, GPtrArray *figures, guint most)
  G_GNUC_WARN_UNUSED_RESULT;
/* Of FIGURES that are of REGION itself the one that is most of a whole, by what its indicator is usually of, and of several the latest;
 * (nullable) (transfer none). */
AtlasFigure *atlas_programme_find_own_figure (AtlasCatalogue *catalogue, const AtlasRegion *region, GPtrArray *figures);

G_END_DECLS
