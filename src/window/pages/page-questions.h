/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* The questions of the pages. All take the session's year, or its last, and its stand-ins; (transfer full). A question
 * fails only where the dataset cannot be read. */

/* INDICATOR of the regions CODES, in that order, by dimension BY (nullable). */
AtlasTable *atlas_ask_regions  (AtlasSession *session, const char *indicator, const char *const *codes,
                                const char *by, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of the one region CODE, by dimension BY (nullable). */
AtlasTable *atlas_ask_region   (AtlasSession *session, const char *indicator, const char *code, const char *by,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of the region CODE in YEAR (0: the latest), or a figure that stands in for it. */
AtlasTable *atlas_ask_year     (AtlasSession *session, const char *indicator, const char *code, int year,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of the divisions right below REGION, the highest first. */
AtlasTable *atlas_ask_children (AtlasSession *session, const char *indicator, const AtlasRegion *region,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): TABLE, of one year, as it was asked a year before, without stand-ins; NULL where it is of the latest year. */
AtlasTable *atlas_ask_year_before (AtlasSession *session, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of region CODE in each of the years, without stand-ins. */
AtlasTable *atlas_ask_years    (AtlasSession *session, const char *indicator, const char *code, int first_year,
                                int last_year, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same in all years from the first to the last that it has a figure of or that its registers tell of, up to LAST_YEAR if that
 * is not 0. */
AtlasTable *atlas_ask_trend    (AtlasSession *session, const char *indicator, const char *code, int last_year,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether any row has a value. */
gboolean    atlas_table_has_values (AtlasTable *table);
/* TABLE without its missing rows; (transfer full). */
AtlasTable *atlas_table_new_without_missing (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
