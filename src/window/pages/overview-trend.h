/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-context.h"

G_BEGIN_DECLS

/* INDICATOR of the region CODE in all years from the first to the last that it has a figure of or that its registers tell of, up to
 * LAST_YEAR if that is not 0, without stand-ins; (transfer full), NULL on error. */
AtlasTable *atlas_overview_ask_trend (AtlasCardContext *context, const char *indicator, const char *code, int last_year,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
