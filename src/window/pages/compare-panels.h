/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* What the page Compare asks for: ids of indicators, each once, INDICATOR first; (element-type utf8) (transfer full).
 * With PER_RESIDENT each count gives way to the indicator that relates it to the residents, where there is one. */
GPtrArray  *atlas_compare_list_charts (AtlasCatalogue *catalogue, const char *indicator, gboolean per_resident)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same for the lines of the difference table, which always has both. */
GPtrArray  *atlas_compare_list_lines  (AtlasCatalogue *catalogue, const char *indicator) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the derived indicator that is INDICATOR ÷ population, or that times a number. */
const char *atlas_compare_find_per_resident (AtlasCatalogue *catalogue, const char *indicator);

G_END_DECLS
