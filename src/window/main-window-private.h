/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"
#include "window/pages/page-place.h"
#include "window/report/report-settings.h"

G_BEGIN_DECLS

/* How the window is put together, by atlas_main_window_new() alone: it is made without pages, gets them and all actions, and
 * starts; and what its messages need of it. */

AtlasMainWindow     *atlas_main_window_create   (AdwApplication *application, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
/* Of the page Report; (transfer none). */
AtlasReportSettings *atlas_main_window_get_report_settings (AtlasMainWindow *self);
/* Where short messages come up; (transfer none) (nullable): the window is closed, and nobody reads them. */
AdwToastOverlay     *atlas_main_window_get_toast_overlay   (AtlasMainWindow *self);
/* Adds the page NAME, which MAKE makes of DATA when it is first shown; (transfer none): its place. */
GtkWidget           *atlas_main_window_add_page (AtlasMainWindow *self, AtlasPageMaker make, gpointer data, const char *name,
                                                 const char *title, const char *icon);
/* All is there: shows the page that the session is on, and follows the session from now on. */
void                 atlas_main_window_start    (AtlasMainWindow *self);

G_END_DECLS
