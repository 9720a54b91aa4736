/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* The cards of the page Compare, all AtlasCardMaker. */

/* The regions by the indicator that stands at the card's place among those compared: on the same scale, or as an index, each
 * against itself. */
AtlasCardContent *atlas_compare_make_chart  (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* From where each region came: only where two of them can be compared in two years. */
AtlasCardContent *atlas_compare_make_change (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_compare_make_grades (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
