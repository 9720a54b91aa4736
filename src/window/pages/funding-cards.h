/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* The cards of the page Funding, all AtlasCardMaker. */

/* The amounts of each year, by source where that is known. */
AtlasCardContent *atlas_funding_make_years         (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The shares of the sources in each year, and that of the welfare lottery in words. */
AtlasCardContent *atlas_funding_make_sources       (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Purposes within sources, as areas; else the purposes alone. */
AtlasCardContent *atlas_funding_make_purposes      (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_funding_make_divisions     (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The divisions below with their median; and who gets least, in a sentence. */
AtlasCardContent *atlas_funding_make_per_station   (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_funding_make_per_certified (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_funding_make_per_resident  (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* From allocated to spent. */
AtlasCardContent *atlas_funding_make_stages        (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a list with what is left and the execution rate, the lowest first. */
AtlasCardContent *atlas_funding_make_execution     (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Funding for every station against certified workers. */
AtlasCardContent *atlas_funding_make_scatter       (AtlasCardContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
