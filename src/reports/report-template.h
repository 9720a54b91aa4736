/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"
#include "reports/report-style.h"
#include "reports/report.h"

G_BEGIN_DECLS

/**
 * AtlasReportRequest:
 * @template_name: "brief" (one region) or "comparison" (two to eight, the first is the reference)
 * @regions: (array zero-terminated=1): codes
 * @year: 0: the latest
 * @style: (nullable): which it will be set in: faces that stand in are named in the closing note on method
 * @slots: (nullable) (element-type utf8 uint): region code → the colour slot that it has where the report is asked for;
 *   NULL: as in the dataset
 */
typedef struct {
  const char *template_name;
  const char *const *regions;
  int year;
  GHashTable *slots;
  const AtlasReportStyle *style;
} AtlasReportRequest;

/* (array zero-terminated=1) */
const char *const *atlas_report_template_list_names (void);

/* Whether the template called NAME is about a single region. */
gboolean atlas_report_template_is_for_one (const char *name);

/* Asks all questions of the template and builds the report. */
AtlasReport *atlas_report_build (AtlasDataset *dataset, AtlasCatalogue *catalogue,
                                 const AtlasReportRequest *request, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
