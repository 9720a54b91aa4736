/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/report/report-settings.h"

G_BEGIN_DECLS

/* The sections of a report: each can be left out by its check button, and moved by dragging it or with Alt+Up and
 * Alt+Down. What is done activates win.report-section and win.report-move-section. */
#define ATLAS_TYPE_SECTION_LIST (atlas_section_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSectionList, atlas_section_list, ATLAS, SECTION_LIST, GtkWidget)

/* Shows those of SETTINGS, and follows them. Once. */
void atlas_section_list_set_settings (AtlasSectionList *self, AtlasReportSettings *settings);

G_END_DECLS
