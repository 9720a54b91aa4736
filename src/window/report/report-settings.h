/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-format.h"
#include "window/pages/report-order.h"

G_BEGIN_DECLS

/**
 * AtlasSectionChoice:
 * @title: translated
 * @is_chosen: whether the report has it
 * @is_fixed: it is in every report
 *
 * A section of the template, in the order in which the report would have it.
 */
typedef struct {
  const char *id;
  const char *title;
  gboolean is_chosen;
  gboolean is_fixed;
} AtlasSectionChoice;

/**
 * AtlasReportSettings:
 *
 * How the report is to be that the page Report shows: its template, of the user's own or built in, with the sections as
 * they were switched and moved since, its look, and as what it is written. On what it is, the session says.
 *
 * Signals, without arguments:
 * "changed": the report becomes another
 * "templates-changed": there are other templates to choose from
 * "output-changed": format or paper
 */
#define ATLAS_TYPE_REPORT_SETTINGS (atlas_report_settings_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportSettings, atlas_report_settings, ATLAS, REPORT_SETTINGS, GObject)

AtlasReportSettings *atlas_report_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Takes template, look, format and paper from SETTINGS now, and keeps them there. */
void                 atlas_report_settings_bind (AtlasReportSettings *self, GSettings *settings);

/* The names of all templates, those that are built in first; (transfer full) (array zero-terminated=1). */
char               **atlas_report_settings_list_templates (AtlasReportSettings *self) G_GNUC_WARN_UNUSED_RESULT;
/* What a template is called on screen; borrowed. */
const char          *atlas_report_settings_get_title      (const char *template_name);
const char          *atlas_report_settings_get_template   (AtlasReportSettings *self);
/* The template that is built in of which it is, and whether that is for a single region. */
const char          *atlas_report_settings_get_base       (AtlasReportSettings *self);
gboolean             atlas_report_settings_is_for_one     (AtlasReportSettings *self);
gboolean             atlas_report_settings_is_own         (AtlasReportSettings *self);
/* Sections and style become those of the template. */
gboolean             atlas_report_settings_set_template   (AtlasReportSettings *self, const char *name, GError **error);
/* Keeps the settings as the user's template NAME, which is then the one chosen. */
gboolean             atlas_report_settings_save_template  (AtlasReportSettings *self, const char *name, GError **error);
/* Removes the user's template that is chosen; the one that it was made of is chosen then. */
gboolean             atlas_report_settings_delete_template (AtlasReportSettings *self, GError **error);

guint                atlas_report_settings_get_n_sections (AtlasReportSettings *self);
const AtlasSectionChoice *atlas_report_settings_get_section (AtlasReportSettings *self, guint position);
void                 atlas_report_settings_toggle_section (AtlasReportSettings *self, const char *id);
/* Moves it BY places, as far as its kind may stand: what opens or closes a report stays there. */
void                 atlas_report_settings_move_section   (AtlasReportSettings *self, const char *id, int by);

const char          *atlas_report_settings_get_style  (AtlasReportSettings *self);
void                 atlas_report_settings_set_style  (AtlasReportSettings *self, const char *style);
gboolean             atlas_report_settings_get_grey   (AtlasReportSettings *self);
void                 atlas_report_settings_set_grey   (AtlasReportSettings *self, gboolean grey);
AtlasSignSet         atlas_report_settings_get_signs  (AtlasReportSettings *self);
void                 atlas_report_settings_set_signs  (AtlasReportSettings *self, AtlasSignSet signs);
AtlasReportFormat    atlas_report_settings_get_format (AtlasReportSettings *self);
/* By its id; one that there is not changes nothing. */
void                 atlas_report_settings_set_format (AtlasReportSettings *self, const char *id);
/* "iso_a4"; "iso_a3", which the report is laid out for; "iso_a3_enlarged", on which pages of A4 are printed larger. */
const char          *atlas_report_settings_get_paper  (AtlasReportSettings *self);
/* One that there is not changes nothing. */
void                 atlas_report_settings_set_paper  (AtlasReportSettings *self, const char *paper);
/* Its name for the printer. */
const char          *atlas_report_settings_get_printed_paper (AtlasReportSettings *self);
/* "standard", "centred" or "outer"; one that there is not changes nothing. */
const char          *atlas_report_settings_get_numbers (AtlasReportSettings *self);
void                 atlas_report_settings_set_numbers (AtlasReportSettings *self, const char *id);

/* The report on what SESSION shows. */
AtlasReportOrder    *atlas_report_settings_create_order (AtlasReportSettings *self, AtlasSession *session)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
