/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/report-pages.h"

G_BEGIN_DECLS

/* As what a report is written. */
typedef enum {
  ATLAS_REPORT_FORMAT_PDF,
  ATLAS_REPORT_FORMAT_FODT, /* a text to edit */
  ATLAS_REPORT_FORMAT_XLSX, /* its tables */
  ATLAS_REPORT_FORMAT_PNG,  /* a folder of its charts */
  ATLAS_REPORT_FORMAT_SVG,
} AtlasReportFormat;

/* "pdf", "fodt", "xlsx", "png", "svg", in the order of #AtlasReportFormat; (array zero-terminated=1) */
const char *const *atlas_report_format_list_ids   (void);
/* ".pdf"; "" of a format that makes a folder. */
const char        *atlas_report_format_get_ending (AtlasReportFormat self);
/* The format of a file by the ending of PATH, in letters of either case; FALSE where it is none. */
gboolean           atlas_report_format_tell       (const char *path, AtlasReportFormat *out);

/* Writes REPORT to the file or folder PATH, in any format but PDF: that is written from its pages. */
gboolean           atlas_report_save              (AtlasReport *report, AtlasReportFormat format,
                                                   const AtlasReportStyle *style, const char *dataset_hash,
                                                   const char *path, GError **error);

G_END_DECLS
