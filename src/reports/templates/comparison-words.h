/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/* "2024年，每万人持证社工数：惠农区8.11人、大武口区5.57人〔1〕。": where a sentence for each of many regions would say the same again
 * and again. NULL where those that TABLE knows are few, or of several periods; (transfer full). */
char    *atlas_comparison_list        (AtlasReportBuilder *builder, AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* Whether TOTAL stands for itself, since what its parts are is seen in the table of PURPOSES: not where the parts make no total, or
 * are of other periods. */
gboolean atlas_comparison_tells_total (const AtlasObservation *total, AtlasTable *purposes);
/* The totals of many regions as such a list, where each stands for itself; else NULL; (transfer full). */
char    *atlas_comparison_list_totals (AtlasReportBuilder *builder, AtlasTable *totals, AtlasTable *purposes)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
