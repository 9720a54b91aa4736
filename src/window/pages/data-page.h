/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/pages/imports-view.h"
#include "window/pages/page.h"
#include "window/pages/programmes-view.h"
#include "window/pages/returns-view.h"
#include "window/state/session.h"
#include "window/tables/row-filter.h"
#include "window/tables/row-grid.h"

G_BEGIN_DECLS

/* The rows behind the figures: the four registers, the published figures and the documents, each as a table that is sorted,
 * searched and narrowed to the chosen region. */
#define ATLAS_TYPE_DATA_PAGE (atlas_data_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDataPage, atlas_data_page, ATLAS, DATA_PAGE, GtkWidget)

GtkWidget           *atlas_data_page_new         (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the table NAME: "stations", "figures" …; or "imports", what has been imported, "returns", who has handed in what, or
 * "programmes". */
void                 atlas_data_page_show_table  (AtlasDataPage *self, const char *name);
/* Shows the rows of the table NAME that the import IMPORT_ID brought or changed, wherever they are; 0: those of the chosen
 * region. Of what has no rows, such as the list of the imports, all is shown. */
void                 atlas_data_page_show_rows   (AtlasDataPage *self, const char *name, gint64 import_id);
AtlasRowFilter      *atlas_data_page_get_filter  (AtlasDataPage *self);
AtlasRowGrid        *atlas_data_page_get_grid    (AtlasDataPage *self);
AtlasImportsView    *atlas_data_page_get_imports (AtlasDataPage *self);
AtlasReturnsView    *atlas_data_page_get_returns (AtlasDataPage *self);
AtlasProgrammesView *atlas_data_page_get_programmes (AtlasDataPage *self);

G_END_DECLS
