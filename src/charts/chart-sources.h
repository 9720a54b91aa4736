/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"

G_BEGIN_DECLS

/* The documents that a chart is drawn from (C13). */

/* (element-type AtlasSource) (transfer full): those of the values, then what else the values that they are held against
 * have; each once. */
GPtrArray *atlas_chart_sources_list     (const AtlasChartSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/* The line of SOURCES with the first N of them written out: "来源：《…》；…等 9 个来源"; "" where there are none; (transfer full). */
char      *atlas_chart_sources_dup_text (const GPtrArray *sources, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
