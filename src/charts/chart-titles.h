/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* The specification's headline, else the indicator with the dimension values asked for; with the number before it:
 * "图 1　持证社工"; (transfer full). */
char *atlas_chart_dup_headline (const AtlasChartSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/* The specification's subtitle, else measure (where the headline does not say it), geography, period and unit (C12);
 * (transfer full). */
char *atlas_chart_dup_subtitle (const AtlasChartSpec *spec, const AtlasChartData *data) G_GNUC_WARN_UNUSED_RESULT;
/* "Unit: people · 2023": for a chart whose titles stand elsewhere; (transfer full). */
char *atlas_chart_dup_unit_line (const AtlasChartData *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
