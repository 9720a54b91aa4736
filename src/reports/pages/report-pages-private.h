/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/block-layout.h"
#include "reports/pages/report-pages.h"

G_BEGIN_DECLS

struct _AtlasReportPages
{
  AtlasReport *report;
  AtlasReportStyle style;
  AtlasTextShaper *shaper;
  AtlasReferenceLinks *links;
  GHashTable *densities; /* AtlasBlock → AtlasTableDensity: of tables that are not as usual */
  GPtrArray *layouts;    /* (element-type AtlasBlockLayout): of all blocks but page breaks */
  GPtrArray *pages;      /* (element-type AtlasFlowPage) */
  guint *n_left;         /* how many parts of each of the layouts are not released */
  guint n_front;         /* pages before those that are numbered */
  gboolean is_covered;   /* the cover takes the place of the title */
  gboolean is_long;
  guint first_number;
  guint n_numbers; /* 0: as many as there are pages */
};

const AtlasFlowPage *atlas_report_pages_get_page       (AtlasReportPages *self, guint page);
const AtlasPageArea *atlas_report_pages_get_area       (AtlasReportPages *self, guint page);
/* The number on PAGE, which is not in front unless all are numbered in one. */
guint                atlas_report_pages_get_number     (AtlasReportPages *self, guint page);
const AtlasBlock    *atlas_report_pages_get_block      (AtlasReportPages *self, guint layout);

AtlasTableDensity    atlas_report_pages_get_density    (AtlasReportPages *self, const AtlasBlock *block);

/* Lays everything out anew in the style as it is. */
void                 atlas_report_pages_lay_out        (AtlasReportPages *self);
/* The same where no more than the density of TABLES (element-type AtlasBlock) has changed. */
void                 atlas_report_pages_lay_out_tables (AtlasReportPages *self, GPtrArray *tables);
/* Nothing is laid out any more: makes pages of what is, to be drawn. */
void                 atlas_report_pages_finish         (AtlasReportPages *self);
/* Tells the contents where all that they list stands. */
void                 atlas_report_pages_place_contents (AtlasReportPages *self);
/* Lays out anew, in STYLE with denser tables or a little tighter lines, where that saves a page with hardly anything on it or a few
 * rows that would stand on a page of their own. */
void                 atlas_report_pages_save           (AtlasReportPages *self, const AtlasReportStyle *style);

G_END_DECLS
