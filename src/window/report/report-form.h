/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/report/report-settings.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* What the report is to be: template, regions, years, look, sections, and as what it is written. What is chosen activates
 * actions of the window. */
#define ATLAS_TYPE_REPORT_FORM (atlas_report_form_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportForm, atlas_report_form, ATLAS, REPORT_FORM, GtkWidget)

/* Shows SETTINGS and SESSION, and follows them. Once. */
void atlas_report_form_set_settings (AtlasReportForm *self, AtlasReportSettings *settings, AtlasSession *session);

G_END_DECLS
