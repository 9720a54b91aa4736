/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/report-pages.h"

G_BEGIN_DECLS

/* The pages of a report as they were drawn once, for those who draw them often and elsewhere: on a screen and a printer,
 * from any thread. What AtlasReportPages would draw they draw, text as text. Held by references. */
typedef struct _AtlasReportSheets AtlasReportSheets;

/* Draws all PAGES; they are not needed any more then. */
AtlasReportSheets *atlas_report_sheets_new   (AtlasReportPages *pages) G_GNUC_WARN_UNUSED_RESULT;
/* The same with text as its outlines, which needs no font where it is printed (charts/text-paint.h tells why). */
AtlasReportSheets *atlas_report_sheets_new_for_printer (AtlasReportPages *pages) G_GNUC_WARN_UNUSED_RESULT;
AtlasReportSheets *atlas_report_sheets_ref   (AtlasReportSheets *self);
void               atlas_report_sheets_unref (AtlasReportSheets *self);

const char        *atlas_report_sheets_get_title   (AtlasReportSheets *self);
guint              atlas_report_sheets_get_n       (AtlasReportSheets *self);
/* In points, as all that follows. */
void               atlas_report_sheets_get_size    (AtlasReportSheets *self, guint sheet, double *width, double *height);
/* (nullable): the headings that stand on a sheet, in one line, for who cannot see it; borrowed. */
const char        *atlas_report_sheets_get_summary (AtlasReportSheets *self, guint sheet);
void               atlas_report_sheets_draw        (AtlasReportSheets *self, guint sheet, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportSheets, atlas_report_sheets_unref)

G_END_DECLS
