/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/key-figure-card.h"

G_BEGIN_DECLS

/* The headline numbers of REGION, each with what puts it in proportion: shares, what was claimed, the change on the
 * year before where one may be stated, the region above. FALSE: there is no such number. */
gboolean atlas_overview_show_certified     (AtlasKeyFigureCard *card, AtlasSession *session, const AtlasRegion *region);
gboolean atlas_overview_show_stations      (AtlasKeyFigureCard *card, AtlasSession *session, const AtlasRegion *region);
gboolean atlas_overview_show_funding       (AtlasKeyFigureCard *card, AtlasSession *session, const AtlasRegion *region);
gboolean atlas_overview_show_organisations (AtlasKeyFigureCard *card, AtlasSession *session, const AtlasRegion *region);

G_END_DECLS
