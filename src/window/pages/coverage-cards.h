/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* The cards of the page Coverage, all AtlasCardMaker. */

/* The divisions below with numerator and denominator, and the coverage of the region in a sentence. */
AtlasCardContent *atlas_coverage_make_divisions   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Over the years, how many townships remain, and when all will have a station at this pace. */
AtlasCardContent *atlas_coverage_make_trend       (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The provinces where they lie; of the nation only. */
AtlasCardContent *atlas_coverage_make_map         (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What documents claim beside what is computed. */
AtlasCardContent *atlas_coverage_make_claims      (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A cell for each township. */
AtlasCardContent *atlas_coverage_make_townships   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_coverage_make_tiers       (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_coverage_make_staffing    (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many stations have how many staff, by division; and which share of them has fewer than the local standard. */
AtlasCardContent *atlas_coverage_make_staff_spread (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_coverage_make_below_standard (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The stations by what changed between their last two inspections. */
AtlasCardContent *atlas_coverage_make_inspections (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The townships without a station by their names. */
AtlasCardContent *atlas_coverage_make_uncovered   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The stations without a certified worker by their names. */
AtlasCardContent *atlas_coverage_make_uncertified (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Who has returned which register. */
AtlasCardContent *atlas_coverage_make_returns     (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The year of the register that the coverage of the region is counted from; 0: from none, or not from a whole one, or an
 * error. */
int               atlas_coverage_find_register_year (AtlasCardContext *context, GError **error);

G_END_DECLS
