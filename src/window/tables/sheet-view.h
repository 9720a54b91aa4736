/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "reports/files/report-sheets.h"

G_BEGIN_DECLS

/* A sheet of a report, painted in a worker by the drawing that is printed. Until the painting is there, what was shown
 * before stays. */
#define ATLAS_TYPE_SHEET_VIEW (atlas_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSheetView, atlas_sheet_view, ATLAS, SHEET_VIEW, GtkWidget)

/* Fills the width it is given, up to WIDTH pixels for an upright page. */
GtkWidget         *atlas_sheet_view_new        (int width) G_GNUC_WARN_UNUSED_RESULT;
/* SHEETS may be NULL: nothing is shown. */
void               atlas_sheet_view_set_sheet  (AtlasSheetView *self, AtlasReportSheets *sheets, guint sheet);
/* WIDTH pixels for an upright page, whatever width there is; 0: as it was made. */
void               atlas_sheet_view_set_width  (AtlasSheetView *self, int width);
/* Whether what is shown is what was set. */
gboolean           atlas_sheet_view_is_painted (AtlasSheetView *self);

G_END_DECLS
