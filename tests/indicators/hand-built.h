/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* Figures and a catalogue made by hand, for the tests of single rules. */

/* Indicators certified_workers (a stock with grades), allowance_rate (a rate with grades), funding (a flow), stations
 * (with defaults), social_workers, population, certified_share and certified_per_10k, with the dimension values that
 * the tests use, and no regions. */
AtlasCatalogue *hand_built_catalogue (void) G_GNUC_WARN_UNUSED_RESULT;

/* Of region 640000, exact, status A, from a press source "doc" without a date. */
AtlasFigure    *hand_built_figure    (const char *figure_id, const char *indicator_id, const char *dimensions,
                                      const char *value, const char *period, const char *as_of)
  G_GNUC_WARN_UNUSED_RESULT;

/* Gives FIGURE a source of its own. */
void            hand_built_set_source (AtlasFigure *figure, const char *source_id, const char *published_on,
                                       const char *as_of, AtlasSourceKind kind);

/* (element-type AtlasFigure) (transfer full): takes the figures up to NULL. */
GPtrArray      *hand_built_list      (AtlasFigure *first, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
