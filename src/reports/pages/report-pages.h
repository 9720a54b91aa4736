/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report.h"
#include "reports/report-style.h"

G_BEGIN_DECLS

/* The pages of a report: laid out once, then drawn on any cairo_t: PDF, preview, printer. A4, sizes in
 * points. Made and drawn in one and the same thread. */
typedef struct _AtlasReportPages AtlasReportPages;

/**
 * AtlasReportHeading:
 * @text: with its ordinal; borrowed from the report
 * @level: 0 for the title, 1 to 3
 * @page: from 0
 * @x: with @y: its top left corner on the page
 */
typedef struct {
  const char *text;
  guint level;
  guint page;
  double x;
  double y;
} AtlasReportHeading;

AtlasReportPages *atlas_report_pages_new (AtlasReport *report) G_GNUC_WARN_UNUSED_RESULT; /* takes it */
AtlasReportPages *atlas_report_pages_new_styled  (AtlasReport *report, const AtlasReportStyle *style)
  G_GNUC_WARN_UNUSED_RESULT; /* takes REPORT */
void              atlas_report_pages_free        (AtlasReportPages *self);
/* How many pages REPORT, which it leaves alone, takes in STYLE. */
guint             atlas_report_pages_count       (AtlasReport *report, const AtlasReportStyle *style);
guint             atlas_report_pages_get_n_pages (AtlasReportPages *self);
void atlas_report_pages_get_size (AtlasReportPages *self, guint page, double *width, double *height);
void              atlas_report_pages_draw        (AtlasReportPages *self, guint page, cairo_t *cr);
/* PAGE is not drawn again, and its charts are not described: frees what no other page shows. */
void              atlas_report_pages_release     (AtlasReportPages *self, guint page);
/* How many pages, cover and contents, come before those that are numbered from 1. */
guint             atlas_report_pages_get_n_front (AtlasReportPages *self);
/* The page numbers drawn on the pages: from FIRST on, of N_PAGES in all, cover and contents counted; without this from 1
 * behind them, of as many as there are. */
void              atlas_report_pages_set_numbers (AtlasReportPages *self, guint first, guint n_pages);
/* (nullable): the headings of REPORT in STYLE, with their pages as counted from the first one, if it is so long that it has
 * a list of contents; leaves it alone; (element-type AtlasContentsEntry) (transfer full). */
GPtrArray        *atlas_report_list_contents     (AtlasReport *report, const AtlasReportStyle *style)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasReport      *atlas_report_pages_get_report  (AtlasReportPages *self);

/* On a grid: which characters are in no face of their role and so set in another, as a sentence for the log, known
 * before a page is drawn; NULL if there are none; (transfer full). */
char             *atlas_report_pages_dup_lacking (AtlasReportPages *self) G_GNUC_WARN_UNUSED_RESULT;

/* The title and headings in reading order, for bookmarks; (element-type AtlasReportHeading) (transfer full).
 */
GArray           *atlas_report_pages_list_headings     (AtlasReportPages *self) G_GNUC_WARN_UNUSED_RESULT;
/* The text alternatives of the charts in reading order; (element-type utf8) (transfer full). */
GPtrArray        *atlas_report_pages_list_descriptions (AtlasReportPages *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportPages, atlas_report_pages_free)

G_END_DECLS
