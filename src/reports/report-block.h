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
  ATLAS_BLOCK_CHART,       /* numbered, never cut */
  ATLAS_BLOCK_TABLE,       /* numbered; header repeats, no row is split, wide ones go landscape */
  ATLAS_BLOCK_NOTE,
  ATLAS_BLOCK_PAGE_BREAK,
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
 * @unit: (nullable): stands right above: "单位：人"
 * @columns: (element-type utf8): header cells
 * @rows: (element-type GPtrArray): each an array of cell texts, as long as @columns
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

typedef struct {
  AtlasBlockKind kind;
  guint level;             /* of a heading */
  char *text;              /* title, heading, paragraph, note */
  GPtrArray *key_figures;  /* (element-type AtlasKeyFigure) */
  AtlasChartSpec *chart;
  AtlasReportTable *table;
  guint number;            /* of a chart or table, given by the report */
} AtlasBlock;

void atlas_block_free (AtlasBlock *self);

G_END_DECLS
