/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-context.h"

G_BEGIN_DECLS

/* INDICATOR of the regions compared, from the first to the last of the years asked for in which two of them or more have
 * figures: those of one year alone, and those that stand in, show no change. (nullable): NULL also where there are no two such
 * years; (transfer full). */
AtlasTable *atlas_compare_ask_change (AtlasCardContext *context, const char *indicator, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* INDICATOR of those compared over the same years, in per cent of what each had in OUT_BASE, the first year that most of them
 * share; (transfer full) (nullable): NULL also where they share none. */
AtlasTable *atlas_compare_ask_index  (AtlasCardContext *context, const char *indicator, int *out_base, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
