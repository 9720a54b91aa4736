/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-file.h"
#include "reports/report-template.h"

G_BEGIN_DECLS

/* Reports on the bundled dataset, for the tests of templates. */
void                    built_report_open  (void);
void                    built_report_close (void);
AtlasDataset           *built_report_get_dataset (void);
/* REGIONS: "640000,640300" */
AtlasReport            *built_report_build (const char *name, const char *regions, int year, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasReport            *built_report_build_request (const AtlasReportRequest *request, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The latest report NAME on REGION in LANGUAGE, which must succeed and be complete. */
AtlasReport            *built_report_build_in (const char *name, const char *region, const char *language)
  G_GNUC_WARN_UNUSED_RESULT;

/* Every chart and table has number, title and source; tables have the note that says it. */
void                    built_report_assert_complete (AtlasReport *report, gboolean chinese);
/* (nullable): the first paragraph that has PART in it. */
const char             *built_report_find_paragraph  (AtlasReport *report, const char *part);
const AtlasReportTable *built_report_find_table      (AtlasReport *report, const char *title);
/* CELLS (array zero-terminated=1): those behind LABEL. */
void                    built_report_assert_row      (const AtlasReportTable *table, const char *label,
                                                      const char *const *cells);

G_END_DECLS
