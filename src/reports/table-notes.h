/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/* What stands under a table made of TABLES (element-type AtlasTable), whose rows say the units: what its
 * signs mean, which regions have not been returned in full, and the numbers of its sources; (transfer full). */
char *atlas_report_dup_table_note (AtlasReport *report, GPtrArray *tables) G_GNUC_WARN_UNUSED_RESULT;
/* What stands under a table that shows TABLE alone, whose unit stands above: besides, WITH_PERIOD the period, by region
 * or part where it differs, and what has to be known of single figures; (transfer full). */
char *atlas_report_dup_breakdown_note (AtlasReport *report, AtlasTable *table, gboolean with_period)
  G_GNUC_WARN_UNUSED_RESULT;

/* "全国、海南的名册（台账）尚未报齐，……": of the regions with these NAMES (element-type utf8); (nullable) where there are none; (transfer full). */
char *atlas_report_dup_partial_note (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

/* "单位：人"; (transfer full). */
char *atlas_report_format_unit    (const char *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
