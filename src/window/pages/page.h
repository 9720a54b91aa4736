/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-spec.h"
#include "dataset/registers/row-index.h"
#include "window/pages/report-order.h"
#include "window/tables/text-list.h"

G_BEGIN_DECLS

/* A page of the main window, as the window's actions see it: what "export image" and "export table" would write. */
#define ATLAS_TYPE_PAGE (atlas_page_get_type ())
G_DECLARE_INTERFACE (AtlasPage, atlas_page, ATLAS, PAGE, GtkWidget)

/**
 * AtlasPageInterface:
 * @dup_chart: the focused chart, else the one with the selected mark, else the first; (nullable)
 * @dup_tables: the tables of all charts shown, in reading order; (element-type AtlasTable)
 * @dup_lists: what the page shows beside its charts; (element-type AtlasTextList)
 * @dup_text: on a page that shows a list of another kind, that list for a spreadsheet: lines of cells divided by tabs, the
 *   first the headings; (nullable)
 * @ref_rows: on a page that shows rows of the dataset, those shown; (nullable)
 * @dup_order: on a page that shows a report, that report; (nullable)
 * @is_complete: whether all that the page is asked for is shown: nothing is still being asked, read or laid out in parts
 */
struct _AtlasPageInterface
{
  GTypeInterface parent_interface;

  AtlasChartSpec *(*dup_chart)  (AtlasPage *self);
  GPtrArray      *(*dup_tables) (AtlasPage *self);
  GPtrArray      *(*dup_lists)  (AtlasPage *self);
  char           *(*dup_text)   (AtlasPage *self);
  AtlasRowIndex  *(*ref_rows)   (AtlasPage *self);
  AtlasReportOrder *(*dup_order) (AtlasPage *self);
  gboolean        (*is_complete) (AtlasPage *self);
};

/* (nullable) (transfer full) */
AtlasChartSpec *atlas_page_dup_chart  (AtlasPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type AtlasTable) (transfer full), with a free function set; may be empty. */
GPtrArray      *atlas_page_dup_tables (AtlasPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type AtlasTextList) (transfer full), with a free function set; may be empty. */
GPtrArray      *atlas_page_dup_lists  (AtlasPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer full) */
char           *atlas_page_dup_text   (AtlasPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer full) */
AtlasRowIndex  *atlas_page_ref_rows   (AtlasPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer full) */
AtlasReportOrder *atlas_page_dup_order (AtlasPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of a page that is shown. */
gboolean        atlas_page_is_complete (AtlasPage *self);

G_END_DECLS
