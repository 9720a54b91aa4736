/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>

#include "dataset/language.h"
#include "reports/report-block.h"

G_BEGIN_DECLS

/* A report: a list of blocks with what goes into the document's metadata. Built by a template, then
 * paginated. */
typedef struct _AtlasReport AtlasReport;

/* A newline in TITLE marks where it is best broken if it does not fit on one line. */
AtlasReport *atlas_report_new      (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void         atlas_report_free     (AtlasReport *self);
/* Takes BLOCK; charts and tables are numbered as they are added. */
void         atlas_report_add      (AtlasReport *self, AtlasBlock *block);
GPtrArray   *atlas_report_get_blocks (AtlasReport *self);
/* On one line. */
const char  *atlas_report_get_title  (AtlasReport *self);
/* What the report is about, for the metadata: regions and period; "" if never set. */
const char  *atlas_report_get_subject (AtlasReport *self);
void         atlas_report_set_subject (AtlasReport *self, const char *subject);
/* (nullable): who makes it. */
const char  *atlas_report_get_author (AtlasReport *self);
void         atlas_report_set_author (AtlasReport *self, const char *author);
/* The signs of its charts and tables for what is missing or very small; the standard ones if never set. */
AtlasSignSet atlas_report_get_signs  (AtlasReport *self);
void         atlas_report_set_signs  (AtlasReport *self, AtlasSignSet signs);
/* The language it was built in. */
AtlasLanguage atlas_report_get_language (AtlasReport *self);
/* The number by which SOURCE is cited in text, from 1; entered in the list of sources on first use. */
guint        atlas_report_cite     (AtlasReport *self, AtlasSource *source);
/* "〔1〕〔3〕", "〔2〕—〔9〕" for SOURCES (element-type AtlasSource), "" for none; (transfer full). */
char        *atlas_report_cite_all (AtlasReport *self, GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;
/* "资料来源：〔1〕〔3〕。", "" for none; (transfer full). */
char        *atlas_report_dup_source_line (AtlasReport *self, GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;
/* "〔1〕"; (transfer full). */
char        *atlas_report_format_citation (guint number) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type AtlasSource), in the order of their numbers. */
GPtrArray   *atlas_report_get_sources (AtlasReport *self);

/* Notes that something in it rests on ANSWER. */
void         atlas_report_rest_on (AtlasReport *self, AtlasTable *answer);
/* (element-type AtlasTable): all that it rests on, in the order of use. */
GPtrArray   *atlas_report_get_answers (AtlasReport *self);

/* "图 1" and "表 1", as in captions and in text that refers to them; (transfer full). */
char        *atlas_report_format_chart_number (guint number) G_GNUC_WARN_UNUSED_RESULT;
char        *atlas_report_format_table_number (guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The number that the next chart or table will get: for the text before it. */
guint        atlas_report_get_next_chart (AtlasReport *self);
guint        atlas_report_get_next_table (AtlasReport *self);

/* Adders: each makes a block of its kind. */
/* The report's title with DETAIL (period and date) under it. */
void         atlas_report_add_title     (AtlasReport *self, const char *detail);
/* LEVEL 1 to 3; the ordinal (一、 （一） 1.) is put before TEXT. */
void         atlas_report_add_heading   (AtlasReport *self, guint level, const char *text);
void         atlas_report_add_paragraph (AtlasReport *self, const char *text);
void         atlas_report_add_note      (AtlasReport *self, const char *text);
/* The entry of source NUMBER in the list of sources; CITATION: what it is. */
void         atlas_report_add_source    (AtlasReport *self, guint number, const char *citation);
/* All sources in one note, for a report of one page. */
void         atlas_report_add_sources_run_in (AtlasReport *self);
/* Takes CHART. Titled by its headline, else by the indicator's name; its sources are cited under it. */
void         atlas_report_add_chart     (AtlasReport *self, AtlasChartSpec *chart);
void         atlas_report_add_table     (AtlasReport *self, AtlasReportTable *table); /* takes it */
void         atlas_report_add_key_figures (AtlasReport *self, GPtrArray *key_figures); /* takes it */
/* A cover with the report's title, FACTS (element-type AtlasKeyFigure) and FOOT; takes FACTS. WHEN_LONG: only in a report
 * of more than ten pages. */
void         atlas_report_add_cover      (AtlasReport *self, GPtrArray *facts, const char *foot, gboolean when_long);
/* A list of contents called TITLE, in a report of more than ten pages. */
void         atlas_report_add_contents   (AtlasReport *self, const char *title);
/* Takes ENTRIES (element-type AtlasContentsEntry): contents of the parts of the document that follow this report. */
void         atlas_report_add_part_contents (AtlasReport *self, const char *title, GPtrArray *entries);

/* The date of a document made now: SOURCE_DATE_EPOCH where that is set, else now; (transfer full). */
GDateTime   *atlas_report_dup_date (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReport, atlas_report_free)

G_END_DECLS
