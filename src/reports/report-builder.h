/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"
#include "indicators/checks.h"
#include "indicators/number-format.h"
#include "reports/report-template.h"

G_BEGIN_DECLS

/**
 * AtlasReportBuilder:
 * @sections: (element-type AtlasReportSection): those that the report has, in their order
 * @regions: (element-type AtlasRegion): those of the report, in the order asked for
 * @names: region code → the short name it has in the whole report; also of regions that are only compared
 * with
 * @slots: region code → colour slot, as a pointer: one region, one colour in all charts
 * @gaps: (element-type utf8): names of what no region has any figure for
 * @region_gaps: (element-type utf8): sentences on what single regions lack
 * @tables: (element-type AtlasTable): all answers; those that sections have used are noted in the report
 * @figures: (element-type AtlasFigure): those that stand in the report as they were published
 * @n_cuts: how often the report was found too long: its sections leave out what matters least
 * @uncited: (element-type AtlasSource): of headline numbers, which have no room to cite them
 * @cover: (nullable): is filled when all sections are there
 *
 * What the templates share: asks questions and adds what comes of the answers to the report.
 */
struct _AtlasReportBuilder
{
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
  const AtlasReportRequest *request;
  GPtrArray *sections;
  AtlasReport *report;
  GPtrArray *regions;
  GHashTable *names;
  GHashTable *slots;
  GPtrArray *gaps;
  GPtrArray *region_gaps;
  GPtrArray *tables;
  GPtrArray *figures;
  guint n_cuts;
  GPtrArray *uncited;
  AtlasBlock *cover;
};

/* What a template asks: INDICATOR, broken down by BY (nullable), answered into TABLE. */
typedef struct {
  AtlasTable **table;
  const char *indicator;
  const char *by;
} AtlasReportQuestion;

/* NULL with ERROR where a region is unknown or named twice; takes SECTIONS. */
AtlasReportBuilder *atlas_report_builder_new  (AtlasDataset *dataset, AtlasCatalogue *catalogue,
                                               const AtlasReportRequest *request, GPtrArray *sections,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_report_builder_free (AtlasReportBuilder *self);
/* Begins the report, before any section: TITLE, with a newline where it is best broken, unless the request has one, and
 * under it the day of making. SUBJECT goes into the metadata. */
void                atlas_report_builder_begin  (AtlasReportBuilder *self, const char *title, const char *subject);
/* Begins it anew, under the same title. */
void                atlas_report_builder_begin_again (AtlasReportBuilder *self);
/* Whether the section ID is part of the report. */
gboolean            atlas_report_builder_has_section (AtlasReportBuilder *self, const char *id);

/* A question about INDICATOR for the report's regions and year, with stand-ins; (transfer full). */
AtlasQuestion      *atlas_report_builder_question (AtlasReportBuilder *self, const char *indicator)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasTable         *atlas_report_builder_ask      (AtlasReportBuilder *self, const AtlasQuestion *question,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The two in one, broken down by BY (nullable). */
AtlasTable *atlas_report_builder_ask_indicator (AtlasReportBuilder *self, const char *indicator,
                                                const char *by, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks them all; where one fails, the tables of those before it are set. */
gboolean    atlas_report_builder_ask_all       (AtlasReportBuilder *self, const AtlasReportQuestion *questions,
                                                guint n_questions, GError **error);

/* Gives REGION a name and a colour, if it has none yet: one that is only compared with. */
void                atlas_report_builder_add_region (AtlasReportBuilder *self, const AtlasRegion *region);
const char         *atlas_report_builder_get_name   (AtlasReportBuilder *self, const AtlasRegion *region);

/* How many regions have a value in TABLE. */
guint               atlas_report_builder_count_regions (AtlasTable *table);
/* How many have a value in all of their rows: of a whole and all its parts. */
guint               atlas_report_builder_count_complete (AtlasTable *table);
gboolean            atlas_report_builder_has_value     (AtlasTable *table, const AtlasRegion *region);
/* Notes that nothing is known of WHAT; in the report it is named in one sentence. */
void                atlas_report_builder_add_gap (AtlasReportBuilder *self, const char *what);

/* A chart of TABLE in the regions' colours; TITLE (nullable) instead of the indicator's name. */
AtlasChartSpec *atlas_report_builder_chart (AtlasReportBuilder *self, AtlasChartKind kind, AtlasTable *table,
                                            const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Notes that the report has told one of its regions' observations, as all that cites or draws them does by itself. */
void                atlas_report_builder_rest_on (AtlasReportBuilder *self, const AtlasObservation *observation);
/* "〔1〕〔3〕": where the N OBSERVATIONS (each nullable) that a sentence rests on come from; (transfer full). */
char               *atlas_report_builder_cite_several (AtlasReportBuilder *self,
                                                       const AtlasObservation *const *observations, guint n)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same for all rows of REGION in TABLE. */
char               *atlas_report_builder_cite_region (AtlasReportBuilder *self, AtlasTable *table,
                                                      const AtlasRegion *region) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the TOTAL of a region's funding and its parts in PURPOSES. */
char               *atlas_report_builder_cite_funding (AtlasReportBuilder *self, const AtlasObservation *total,
                                                       AtlasTable *purposes) G_GNUC_WARN_UNUSED_RESULT;
/* Adds PARAGRAPH, if it says anything, closed by "详见图3、表1。": the next N_CHARTS charts and N_TABLES
 * tables, which are to be added after it. */
void atlas_report_builder_add_paragraph (AtlasReportBuilder *self, GString *paragraph, guint n_charts,
                                         guint n_tables);

/* "24.0%", "≥ 810", "—": as in a table's cell whose row or column says the unit, in the signs that are asked for; OBSERVATION
 * (nullable); (transfer full). */
char *atlas_report_builder_format_cell (AtlasReportBuilder *self, const AtlasObservation *observation,
                                        const AtlasUnit *unit, AtlasScale scale) G_GNUC_WARN_UNUSED_RESULT;
/* "持证社工（人）"; (transfer full). */
char *atlas_report_builder_format_label (const char *name, AtlasScale scale,
                                         const AtlasUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

/* What TABLE counts, in few words: "Township stations", not "Social work station network · Operating · Township station", and
 * of a coverage that documents print, that it is such; (transfer full). */
char *atlas_report_builder_dup_table_name (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* An empty table of findings; IS_REGIONAL: with the region of each. */
AtlasReportTable   *atlas_report_builder_new_finding_table (const char *title, gboolean is_regional)
  G_GNUC_WARN_UNUSED_RESULT;
/* What FINDING is about: an indicator, of a register's finding with the parts that it is of; (transfer full). */
char               *atlas_report_builder_dup_finding_subject (AtlasReportBuilder *self, const AtlasFinding *finding)
  G_GNUC_WARN_UNUSED_RESULT;
/* Once a long TABLE has all findings: columns that say the same in each row become a word below it. */
void                atlas_report_builder_finish_finding_table (AtlasReportTable *table);
void                atlas_report_builder_add_finding (AtlasReportBuilder *self, AtlasReportTable *table,
                                                      const AtlasFinding *finding, gboolean is_regional);
/* Whether FINDING is of a later year than the report: that tells nothing of later ones. */
gboolean            atlas_report_builder_is_later    (AtlasReportBuilder *self, const AtlasFinding *finding);
/* What the checks find on INDICATORS (nullable: all). */
void                atlas_report_builder_add_findings (AtlasReportBuilder *self, const char *const *indicators,
                                                       GError **error);
/* Sections that reports share, of type AtlasSectionFunc: a cover (the long one only in a report of more than ten pages,
 * unless it is asked for by name), the contents, which indicators are how defined, what the checks find on all indicators, what is missing, method,
 * and the list of sources. */
void atlas_report_builder_add_cover        (AtlasReportBuilder *self, gpointer state, GError **error);
/* Under the title and on the cover, once all sections are there. */
void atlas_report_builder_fill_title       (AtlasReportBuilder *self);
void atlas_report_builder_fill_cover       (AtlasReportBuilder *self);
void atlas_report_builder_add_long_cover   (AtlasReportBuilder *self, gpointer state, GError **error);
void atlas_report_builder_add_contents     (AtlasReportBuilder *self, gpointer state, GError **error);
void atlas_report_builder_add_definitions  (AtlasReportBuilder *self, gpointer state, GError **error);
void atlas_report_builder_add_all_findings (AtlasReportBuilder *self, gpointer state, GError **error);
void atlas_report_builder_add_gaps         (AtlasReportBuilder *self, gpointer state, GError **error);
void atlas_report_builder_add_method       (AtlasReportBuilder *self, gpointer state, GError **error);
void atlas_report_builder_add_sources      (AtlasReportBuilder *self, gpointer state, GError **error);
/* The same in one paragraph, without a heading: for a report of one page. */
void atlas_report_builder_add_sources_run_in (AtlasReportBuilder *self, gpointer state, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportBuilder, atlas_report_builder_free)

G_END_DECLS
