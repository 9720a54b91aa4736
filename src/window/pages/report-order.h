/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-template.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/**
 * AtlasReportOrder:
 * @template_name: one that is built in
 * @sections: (nullable): those of the template
 * @title: (nullable): that of the template
 * @style: "plain" or "official"
 * @grey: without colours
 * @signs: of charts and tables
 * @paper: on which it is laid out
 * @for_printer: its pages are printed, and not shown
 *
 * What report is asked for, in words of its own: the view may change while a worker is at it.
 */
typedef struct {
  char *dataset_path;
  char *template_name;
  char **sections;
  char *title;
  char **regions;
  int year;
  char *style;
  gboolean grey;
  AtlasSignSet signs;
  AtlasPaper paper;
  AtlasPageNumbers numbers;
  gboolean for_printer;
  GHashTable *slots;
} AtlasReportOrder;

/* A report by TEMPLATE_NAME on what SESSION shows: on its region, or, where the template is for several, on those that are
 * compared. All else is as usual. */
AtlasReportOrder *atlas_report_order_new          (AtlasSession *session, const char *template_name)
  G_GNUC_WARN_UNUSED_RESULT;
/* What the page that SESSION shows is about: on the page Compare the comparison, else a brief on the region. */
AtlasReportOrder *atlas_report_order_new_for_view (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_report_order_free         (AtlasReportOrder *self);

/* REQUEST borrows from SELF. */
void              atlas_report_order_fill         (const AtlasReportOrder *self, AtlasReportRequest *request);
/* The style for its pages, on its paper, and grey where that is asked for. */
AtlasReportStyle  atlas_report_order_get_style    (const AtlasReportOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportOrder, atlas_report_order_free)

G_END_DECLS
