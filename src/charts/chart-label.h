/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-data.h"

G_BEGIN_DECLS

/* The one text of a value, in labels and tooltips: "4,072", "≥ 6000" (in the unit that the subtitle names), "31.3%";
 * (transfer full). */
char       *atlas_chart_dup_value_text   (const AtlasChartMeasure *measure, double value, AtlasQualifier qualifier)
  G_GNUC_WARN_UNUSED_RESULT;
/* "48 / 47" of a ratio whose parts are known, else NULL; (transfer full). */
char       *atlas_chart_dup_fraction     (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
/* The names of CATEGORIES (element-type guint): "A, B"; of more than a dozen the first: "A, B and others, 20 in all";
 * (transfer full). */
char       *atlas_chart_dup_names        (const AtlasChartData *data, GArray *categories) G_GNUC_WARN_UNUSED_RESULT;
/* "2021" or "undated" where OBSERVATION is of another period than the chart, else NULL; (transfer full). */
char       *atlas_chart_dup_other_period (const AtlasChartData *data, const AtlasObservation *observation)
  G_GNUC_WARN_UNUSED_RESULT;
/* "(2021)" or "(undated)" where OBSERVATION is of another period than the chart, else ""; (transfer full). */
char       *atlas_chart_dup_period_mark  (const AtlasChartData *data, const AtlasObservation *observation)
  G_GNUC_WARN_UNUSED_RESULT;

/* The sign of a kind of missing where there is no room for words, each its own (C8); static. */
const char *atlas_missing_get_symbol     (AtlasMissing missing);
/* What the sign means; static, translated. */
const char *atlas_missing_get_meaning    (AtlasMissing missing);
/* Why there is no number, in a few words, with the input that is missing; (transfer full). */
char       *atlas_chart_dup_missing_text (AtlasTable *table, const AtlasObservation *observation)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
