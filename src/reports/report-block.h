/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_BLOCK_TITLE,
  ATLAS_BLOCK_HEADING,     /* level 1 to 3; stays with what follows */
  ATLAS_BLOCK_PARAGRAPH,
  ATLAS_BLOCK_KEY_FIGURES, /* two to four headline numbers side by side */
  ATLAS_BLOCK_CHART,       /* numbered; goes over to the next page only if it has more rows than fit */
  ATLAS_BLOCK_TABLE,       /* numbered; header repeats, no row is split, wide ones go landscape */
  ATLAS_BLOCK_NOTE,
  ATLAS_BLOCK_PAGE_BREAK,
  ATLAS_BLOCK_COVER,       /* takes the place of the title, before all pages that are numbered */
  ATLAS_BLOCK_CONTENTS,    /* behind the cover */
} AtlasBlockKind;

/**
 * AtlasKeyFigure:
 * @value: "4,072", with @unit "人"
 * @detail: a line below: change, parent's value, stand-in
 */
typedef struct {
  char *label;
  char *value;
  char *unit;
  char *detail;
} AtlasKeyFigure;

/**
 * AtlasReportTable:
 * @title: without its number
 * @unit: (nullable): stands right above: "单位：人"
 * @columns: (element-type utf8): header cells
 * @rows: (element-type GPtrArray): each an array of cell texts, as long as @columns; what follows a newline
 * in a cell is set smaller under it
 * @numeric: which columns are numbers, set right
 * @note: (nullable): sources and explanations under it
 */
typedef struct {
  char *title;
  char *unit;
  GPtrArray *columns;
  GPtrArray *rows;
  GArray *numeric; /* (element-type gboolean) */
  char *note;
} AtlasReportTable;

/* A row of contents that lead to other reports in the same document, or to a heading: @number is that of the page. */
typedef struct {
  char *text;
  guint level; /* from 1 */
  guint number;
} AtlasContentsEntry;

/**
 * AtlasBlock:
 * @level: of a heading, from 1
 * @when_long: only in a report of more than ten pages: a cover, the contents
 * @text: title (a newline where it is best broken), heading with its ordinal, paragraph, note; of a chart its
 * title; of a cover that of the report
 * @detail: (nullable): a line under the title; what stands at the foot of a cover
 * @key_figures: (element-type AtlasKeyFigure); of a cover labels and values
 * @number: of a chart or table, given by the report; of a note that is an entry of the list of sources
 * @is_run_in: of a note: it has the whole list of sources, up to @number, in small type
 * @entries: (nullable) (element-type AtlasContentsEntry): of contents, one for each part of the document that follows;
 *   NULL: they list the report itself
 */
typedef struct {
  AtlasBlockKind kind;
  guint level;
  gboolean when_long;
  char *text;
  char *detail;
  GPtrArray *key_figures;
  AtlasChartSpec *chart;
  AtlasReportTable *table;
  guint number;
  gboolean is_run_in;
  GPtrArray *entries;
} AtlasBlock;

AtlasBlock       *atlas_block_new  (AtlasBlockKind kind, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_block_free (AtlasBlock *self);

AtlasContentsEntry *atlas_contents_entry_new (const char *text, guint number) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_contents_entry_free (AtlasContentsEntry *self);

/* A key figure; UNIT and DETAIL may be NULL. */
AtlasKeyFigure *atlas_key_figure_new (const char *label, const char *value, const char *unit,
                                      const char *detail) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_key_figure_free (AtlasKeyFigure *self);

/* An empty table; UNIT may be NULL. */
AtlasReportTable *atlas_report_table_new (const char *title, const char *unit) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_report_table_free       (AtlasReportTable *self);
void atlas_report_table_add_column (AtlasReportTable *self, const char *header, gboolean numeric);
/* Adds an empty row; its cells are added in the order of the columns. */
void              atlas_report_table_add_row    (AtlasReportTable *self);
void              atlas_report_table_add_cell   (AtlasReportTable *self, const char *text);
const char       *atlas_report_table_get_cell   (const AtlasReportTable *self, guint row, guint column);
gboolean          atlas_report_table_is_numeric (const AtlasReportTable *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportTable, atlas_report_table_free)

G_END_DECLS
