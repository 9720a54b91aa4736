/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "reports/files/report-sheets.h"

G_BEGIN_DECLS

/* Shows the sheets of a report: thumbnails, and one large, with the keys Page Up, Page Down, Home, End, plus, minus and 0.
 *
 * Properties: "sheet" (from 1; 0: there is none), "zoom" (in percent; 0: as wide as there is room). */
#define ATLAS_TYPE_REPORT_PREVIEW (atlas_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportPreview, atlas_report_preview, ATLAS, REPORT_PREVIEW, GtkWidget)

/* SHEETS may be NULL. The sheet that is shown stays, if there still is one of that number. */
void               atlas_report_preview_set_sheets (AtlasReportPreview *self, AtlasReportSheets *sheets);
/* (nullable): borrowed. */
AtlasReportSheets *atlas_report_preview_get_sheets (AtlasReportPreview *self);
guint              atlas_report_preview_get_sheet  (AtlasReportPreview *self);
/* Out of range: the first or the last. */
void               atlas_report_preview_set_sheet  (AtlasReportPreview *self, guint sheet);
guint              atlas_report_preview_get_zoom   (AtlasReportPreview *self);
void               atlas_report_preview_set_zoom   (AtlasReportPreview *self, guint percent);
/* To the next larger or smaller one, from what is seen. */
void               atlas_report_preview_step_zoom  (AtlasReportPreview *self, int by);
/* Whether the large sheet shows what was set. */
gboolean           atlas_report_preview_is_painted (AtlasReportPreview *self);

G_END_DECLS
