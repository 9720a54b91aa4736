/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

/* A mark beside the pointer, with the value as it is printed; (transfer full). */
char *atlas_chart_dup_mark_text   (const AtlasChartSpec *spec, const AtlasChartData *data, const AtlasPlacedMark *mark)
  G_GNUC_WARN_UNUSED_RESULT;
/* The texts that stand for a mark and a chart where they cannot be seen (C29); (transfer full). */
char *atlas_chart_dup_mark_speech (const AtlasChartSpec *spec, const AtlasChartData *data, const AtlasPlacedMark *mark)
  G_GNUC_WARN_UNUSED_RESULT;
char *atlas_chart_dup_description (const AtlasChartSpec *spec, const AtlasChartData *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
