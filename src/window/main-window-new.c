/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/main-window-private.h"

#include <glib/gi18n.h>

#include "window/comparison-actions.h"
#include "window/export-actions.h"
#include "window/import-actions.h"
#include "window/pages/compare-page.h"
#include "window/pages/coverage-page.h"
#include "window/pages/data-page.h"
#include "window/pages/funding-page.h"
#include "window/pages/overview-page.h"
#include "window/pages/trends-page.h"
#include "window/programme-actions.h"
#include "window/report-actions.h"
#include "window/report/report-page.h"
#include "window/shortcuts.h"
#include "window/view-actions.h"

static GtkWidget *
make_report_page (gpointer window)
{
  return atlas_report_page_new (atlas_main_window_get_session (window), atlas_main_window_get_report_settings (window));
}

/* Returns the place of the page Data. */
static GtkWidget *
add_pages (AtlasMainWindow *self)
{
  AtlasSession *session = atlas_main_window_get_session (self);
  GtkWidget *data_place;

  atlas_main_window_add_page (self, (AtlasPageMaker) atlas_overview_page_new, session, "overview", _("Overview"),
                              "atlas-overview-symbolic");
  atlas_main_window_add_page (self, (AtlasPageMaker) atlas_compare_page_new, session, "compare", _("Compare"),
                              "atlas-compare-symbolic");
  atlas_main_window_add_page (self, (AtlasPageMaker) atlas_trends_page_new, session, "trends", _("Trends"),
                              "atlas-trends-symbolic");
  atlas_main_window_add_page (self, (AtlasPageMaker) atlas_coverage_page_new, session, "coverage", _("Coverage"),
                              "atlas-coverage-symbolic");
  atlas_main_window_add_page (self, (AtlasPageMaker) atlas_funding_page_new, session, "funding", _("Funding"),
                              "atlas-funding-symbolic");
  data_place = atlas_main_window_add_page (self, (AtlasPageMaker) atlas_data_page_new, session, "data", _("Data"),
                                           "atlas-data-symbolic");
  atlas_main_window_add_page (self, make_report_page, self, "report", _("Report"), "atlas-report-symbolic");
  return data_place;
}

AtlasMainWindow *
atlas_main_window_new (AdwApplication *application,
                       GSettings      *settings)
{
  AtlasMainWindow *self = atlas_main_window_create (application, settings);
  GtkWidget *data_place = add_pages (self);

  atlas_view_actions_add (G_ACTION_MAP (self), atlas_main_window_get_session (self));
  atlas_comparison_actions_add (self, settings);
  atlas_export_actions_add (self);
  atlas_import_actions_add (self, data_place);
  atlas_programme_actions_add (self);
  atlas_report_actions_add (self, atlas_main_window_get_report_settings (self));
  atlas_shortcuts_add_to (GTK_WIDGET (self));
  atlas_main_window_start (self);
  return self;
}
