/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/chart-card.h"

G_BEGIN_DECLS

/* The charts of REGION, or on the card why there is none. FALSE: nothing of REGION is shown. */
gboolean atlas_overview_show_grades   (AtlasChartCard *card, AtlasSession *session, const AtlasRegion *region);
gboolean atlas_overview_show_purposes (AtlasChartCard *card, AtlasSession *session, const AtlasRegion *region);
gboolean atlas_overview_show_coverage (AtlasChartCard *card, AtlasSession *session, const AtlasRegion *region);
/* Over the years; of the nation, for comparison, where the region has figures of one year only. */
gboolean atlas_overview_show_trend    (AtlasChartCard *card, AtlasSession *session, const AtlasRegion *region);
/* The divisions right below. */
gboolean atlas_overview_show_ranking  (AtlasChartCard *card, AtlasSession *session, const AtlasRegion *region);
/* How those lie, with median and quartiles; the card is not seen where there are too few. */
gboolean atlas_overview_show_strip    (AtlasChartCard *card, AtlasSession *session, const AtlasRegion *region);

G_END_DECLS
