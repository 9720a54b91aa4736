/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/* Indicators × regions. Under a percentage stands its difference to REFERENCE, under a sum of a region within
 * it the share of it. Rows without any figure are left out; NULL if that leaves none. */
AtlasReportTable *atlas_comparison_table_new (AtlasReportBuilder *builder, AtlasTable *const *tables, guint n,
                                              const AtlasRegion *reference) G_GNUC_WARN_UNUSED_RESULT;

/* The by-values of TABLE × regions; HEADER stands over the by-values. NULL if there is no figure. */
AtlasReportTable *atlas_comparison_table_break_down (AtlasReportBuilder *builder, AtlasTable *table,
                                                     const char *title, const char *header)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
