/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/report/report-preview.h"
#include "window/report/report-settings.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* The page Report: what the report is to be on the left, and its real pages on the right, drawn anew with each change by
 * what writes and prints them. */
#define ATLAS_TYPE_REPORT_PAGE (atlas_report_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportPage, atlas_report_page, ATLAS, REPORT_PAGE, GtkWidget)

GtkWidget           *atlas_report_page_new          (AtlasSession *session, AtlasReportSettings *settings)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasReportPreview  *atlas_report_page_get_preview  (AtlasReportPage *self);

G_END_DECLS
