/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* The cards of the page Trends, all AtlasCardMaker. */

/* The region; of a rate also the one above and the nation, which stand on the same scale. */
AtlasCardContent *atlas_trends_make_line     (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of a count the region above, which has a scale of its own. */
AtlasCardContent *atlas_trends_make_around   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The divisions below: as lines, or where they are many as small multiples. */
AtlasCardContent *atlas_trends_make_children (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* From one year to the next, falling ones thick; and who moved most, in a sentence. */
AtlasCardContent *atlas_trends_make_slope    (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_trends_make_grades   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_trends_make_stations (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Year by year, with the change where one may be stated, or why not. */
AtlasCardContent *atlas_trends_make_changes  (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The divisions below with their ranks in two years, those first that lost most places. */
AtlasCardContent *atlas_trends_make_ranks    (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What several documents, or the register, say of the same year: why a number is not that of last year's report. */
AtlasCardContent *atlas_trends_make_versions (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The latest two years that follow each other in which two divisions below have figures of the indicator, up to the last of
 * the view: their answers, both by value, in OUT_BEFORE and OUT_NOW. FALSE: there are none, or an error. */
gboolean          atlas_trends_ask_pair      (AtlasCardContext *context, AtlasTable **out_before, AtlasTable **out_now,
                                              GError **error);
/* Whether a change from FROM (nullable) to TO may be stated: allowed by the rules, and over no break. */
gboolean          atlas_trends_has_change    (const AtlasObservation *from, const AtlasObservation *to);
/* The name of the indicator of the view; borrowed. */
const char       *atlas_trends_get_name      (AtlasCardContext *context);

G_END_DECLS
