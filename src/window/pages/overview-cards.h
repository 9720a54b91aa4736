/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* The cards of the page Overview, all AtlasCardMaker. */

/* The headline numbers, each with what puts it in proportion: shares, what was claimed, the change on the year before where one
 * may be stated, the region above. */
AtlasCardContent *atlas_overview_make_certified     (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_overview_make_stations      (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_overview_make_funding       (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_overview_make_organisations (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AtlasCardContent *atlas_overview_make_grades   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_overview_make_purposes (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_overview_make_coverage (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Over the years; of the nation, for comparison, where the region has figures of one year only. */
AtlasCardContent *atlas_overview_make_trend    (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The divisions right below. */
AtlasCardContent *atlas_overview_make_ranking  (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* How those lie, with median and quartiles, unless there are too few. */
AtlasCardContent *atlas_overview_make_strip    (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
