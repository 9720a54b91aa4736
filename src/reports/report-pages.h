/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/* The pages of a report: laid out once, then drawn on any cairo_t: PDF, preview, printer. A4, sizes in points. */
typedef struct _AtlasReportPages AtlasReportPages;

AtlasReportPages *atlas_report_pages_new         (AtlasReport *report) G_GNUC_WARN_UNUSED_RESULT; /* takes it */
void              atlas_report_pages_free        (AtlasReportPages *self);
guint             atlas_report_pages_get_n_pages (AtlasReportPages *self);
void              atlas_report_pages_get_size    (AtlasReportPages *self, guint page, double *width, double *height);
void              atlas_report_pages_draw        (AtlasReportPages *self, guint page, cairo_t *cr);
AtlasReport      *atlas_report_pages_get_report  (AtlasReportPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportPages, atlas_report_pages_free)

G_END_DECLS
