/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

#include "charts/chart-style.h"
#include "dataset/language.h"

G_BEGIN_DECLS

/* What a text is in a report: each has one size, weight, leading and colour. */
typedef enum {
  ATLAS_TEXT_TITLE,
  ATLAS_TEXT_SUBTITLE,   /* the line under the title */
  ATLAS_TEXT_HEADING_1,
  ATLAS_TEXT_HEADING_2,
  ATLAS_TEXT_HEADING_3,
  ATLAS_TEXT_BODY,
  ATLAS_TEXT_CAPTION,    /* number and title over a chart or table */
  ATLAS_TEXT_NOTE,       /* unit, source and explanations */
  ATLAS_TEXT_CELL,
  ATLAS_TEXT_CELL_HEADER,
  ATLAS_TEXT_CELL_DETAIL, /* the smaller second line in a cell */
  ATLAS_TEXT_SMALL_CELL,  /* the same three of tables that need it to stand upright */
  ATLAS_TEXT_SMALL_HEADER,
  ATLAS_TEXT_SMALL_DETAIL,
  ATLAS_TEXT_CARD_LABEL,
  ATLAS_TEXT_CARD_VALUE,
  ATLAS_TEXT_CARD_UNIT,
  ATLAS_TEXT_CARD_DETAIL,
  ATLAS_TEXT_LIST,       /* figures and tables in the contents */
  ATLAS_TEXT_FURNITURE,  /* running head and page number */
  ATLAS_N_TEXT_ROLES,
} AtlasTextRole;

/**
 * AtlasTextStyle:
 * @leading: distance of baselines, in sizes: @leading_zh for Chinese, whose characters fill the line,
 * @leading_en else
 * @figures: tabular digits, for columns of numbers
 */
typedef struct {
  double size;
  double leading_zh;
  double leading_en;
  PangoWeight weight;
  gboolean serif;
  gboolean dim;
  gboolean figures;
} AtlasTextStyle;

/* Where on a page the text stands. */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} AtlasPageArea;

/* On what a report is laid out. */
typedef enum {
  ATLAS_PAPER_A4,
  ATLAS_PAPER_A3,
} AtlasPaper;

typedef enum {
  ATLAS_PAGE_NUMBERS_STANDARD, /* where the style has them */
  ATLAS_PAGE_NUMBERS_CENTRED,
  ATLAS_PAGE_NUMBERS_OUTER,    /* right on odd pages, left on even ones */
} AtlasPageNumbers;

/**
 * AtlasReportStyle:
 * @paper: that it is for
 * @width: of an upright page; a landscape one is the same turned
 * @upright: the text area of an upright page
 * @landscape: the text area of a landscape page
 * @pitch: of the lines of the grid on which all stands, in faces by their roles; 0: there is no grid
 * @running_head: baseline of the running head, from the page's top; on a grid there is none
 * @page_number: baseline of the page number, from the page's bottom; on a grid the upper edge of its dashes
 * @numbers: not standard
 * @indent: of a paragraph's first line in Chinese, on a grid of all first lines, in characters
 * @grey: charts are drawn without colours
 *
 * The look of a report on paper. Borrowed, static; sizes in points.
 */
typedef struct {
  const char *name;
  AtlasPaper paper;
  double width;
  double height;
  AtlasPageArea upright;
  AtlasPageArea landscape;
  double pitch;
  double running_head;
  double page_number;
  AtlasPageNumbers numbers;
  double indent;
  gboolean grey;
  AtlasColour text;
  AtlasColour dim_text;
  AtlasColour rule;
  AtlasColour card;
  AtlasTextStyle texts[ATLAS_N_TEXT_ROLES];
} AtlasReportStyle;

/* (nullable): the style NAME: "plain", or "official" for GB/T 9704. */
const AtlasReportStyle *atlas_report_style_find       (const char *name);
/* (array zero-terminated=1) */
const char *const      *atlas_report_style_list_names (void);

/* (array zero-terminated=1): "a4" and "a3"; "standard", "centred" and "outer": in the order of their enumerations. */
const char *const      *atlas_paper_list_ids          (void);
const char *const      *atlas_page_numbers_list_ids   (void);
/* SELF, which is for A4, on PAPER: texts are as large, and lines longer and more. */
AtlasReportStyle        atlas_report_style_adapt      (const AtlasReportStyle *self, AtlasPaper paper,
                                                       AtlasPageNumbers numbers);
/* SELF for a printer without colours: it breaks lines and pages as SELF does. */
AtlasReportStyle        atlas_report_style_to_grey    (const AtlasReportStyle *self);
/* Of the charts. */
const AtlasChartStyle  *atlas_report_style_get_chart  (const AtlasReportStyle *self);

double                  atlas_report_style_get_leading (const AtlasReportStyle *self, AtlasTextRole role,
                                                        AtlasLanguage language);
/* What lines of body text on a grid leave free above and below their characters together; 0 without a grid. */
double                  atlas_report_style_get_slack   (const AtlasReportStyle *self);
/* The faces that stand in for those that the style asks for, as a sentence; NULL if none does; (transfer full). */
char                   *atlas_report_style_dup_stand_ins (const AtlasReportStyle *self) G_GNUC_WARN_UNUSED_RESULT;
/* The font and the font features of a role; an SC face is named explicitly. (transfer full). */
PangoFontDescription   *atlas_report_style_dup_font     (const AtlasReportStyle *self, AtlasTextRole role)
  G_GNUC_WARN_UNUSED_RESULT;
PangoAttrList          *atlas_report_style_dup_features (const AtlasReportStyle *self, AtlasTextRole role,
                                                         AtlasLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
