/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"
#include "reports/report-section.h"
#include "reports/report-style.h"
#include "reports/report.h"

G_BEGIN_DECLS

/**
 * AtlasReportRequest:
 * @template_name: one of atlas_report_template_list_names()
 * @regions: (array zero-terminated=1): codes
 * @year: 0: the latest
 * @style: (nullable): which it will be set in: faces that stand in are named in the closing note on method
 * @slots: (nullable) (element-type utf8 uint): region code → the colour slot that it has where the report is asked for;
 *   NULL: as in the dataset
 * @sections: (nullable) (array zero-terminated=1): which sections, and in which order; NULL: all of the template that are
 *   not optional, in its order
 * @title: (nullable): instead of the template's own; "{region}" in it stands for the names of the regions
 * @author: (nullable): the office that makes the report, for cover and metadata
 * @signs: in which signs charts and tables say what is missing or very small
 */
typedef struct {
  const char *template_name;
  const char *const *regions;
  int year;
  GHashTable *slots;
  const AtlasReportStyle *style;
  const char *const *sections;
  const char *title;
  const char *author;
  AtlasSignSet signs;
} AtlasReportRequest;

/* (array zero-terminated=1) */
const char *const *atlas_report_template_list_names (void);

/* (nullable): what the template called NAME is, translated: "Brief on one region"; NULL: there is none. */
const char *atlas_report_template_get_title (const char *name);
/* Whether the template called NAME is about a single region. */
gboolean atlas_report_template_is_for_one (const char *name);
/* The sections of the template called NAME, in its own order; NULL: there is no such template. */
const AtlasReportSection *atlas_report_template_get_sections (const char *name, guint *out_n);
/* Whether the template NAME has all of SECTIONS (nullable), and each is named once; else ERROR is set. */
gboolean atlas_report_template_check (const char *name, const char *const *sections, GError **error);

/* Asks all questions of the template and builds the report. */
AtlasReport *atlas_report_build (AtlasDataset *dataset, AtlasCatalogue *catalogue,
                                 const AtlasReportRequest *request, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
