/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/* What answers the question of a programme, which may be joined, a line for each division and indicator that any has a figure
 * of; of many lines, in a report on WHOLE, those of the divisions least far below it; (transfer full). */
AtlasReportTable *atlas_programme_table_new (AtlasReportBuilder *builder, const char *title, AtlasTable *answer,
                                             const AtlasRegion *whole)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
