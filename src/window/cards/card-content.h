/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-spec.h"
#include "window/cards/card-context.h"
#include "window/cards/card-figure.h"

G_BEGIN_DECLS

/**
 * AtlasCardColumn:
 * @is_number: stands at the end of its cell
 * @wraps: a text that may take several lines
 */
typedef struct {
  char *title;
  gboolean is_number;
  gboolean wraps;
} AtlasCardColumn;

/**
 * AtlasCardRow:
 * @cells: (array zero-terminated=1): as many as there are columns
 * @table: (nullable): where the row's number comes from, in @row
 * @marked_from: the cell from which on it is written in the colour of warnings, since something got worse; 0: none
 */
typedef struct {
  char **cells;
  AtlasTable *table;
  guint row;
  guint marked_from;
} AtlasCardRow;

/**
 * AtlasCardContent:
 * @spec: (nullable): a chart with its titles
 * @figure: (nullable): a headline number
 * @has_regions: whether the chart has a colour for each of its regions
 * @title: (with @subtitle, nullable) of a list, or of a card that shows nothing
 * @empty: (nullable): why there is nothing to show, and what to enter
 * @enter_table: (with @enter_indicator, nullable): the register to import, and what to enter a figure of, for a button below @empty
 * @note: (nullable): a line under it; (with @note_class, nullable): "success" or "warning"
 * @finding: (nullable): a sentence that says what is to be seen, for the head of the page
 * @columns: (element-type AtlasCardColumn): (with @rows, element-type AtlasCardRow) of a list
 * @is_hidden: there is no place for the card in this view
 * @is_of_other: what it shows is of another region, for want of anything about this one
 *
 * What a card shows: a chart, a list, a headline number, or why there is none of them. A plain value, made in a worker.
 */
typedef struct {
  AtlasChartSpec *spec;
  AtlasCardFigure *figure;
  gboolean has_regions;
  char *title;
  char *subtitle;
  char *empty;
  const char *enter_table;
  const char *enter_indicator;
  char *note;
  const char *note_class;
  char *finding;
  GPtrArray *columns;
  GPtrArray *rows;
  gboolean is_hidden;
  gboolean is_of_other;
} AtlasCardContent;

/* FIGURE (transfer full). */
AtlasCardContent *atlas_card_content_new_figure (AtlasCardFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* A chart of TABLE under TITLE, with unit and period, and the colours of the comparison. */
AtlasCardContent *atlas_card_content_new_chart  (AtlasCardContext *context, AtlasChartKind kind, AtlasTable *table,
                                                 const char *title) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_card_content_new_list   (const char *title, const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_card_content_new_empty  (const char *title, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same with buttons that lead to where it is entered: TABLE, a register, and INDICATOR, both nullable and kept for good. */
AtlasCardContent *atlas_card_content_new_lacking (const char *title, const char *text, const char *table,
                                                  const char *indicator) G_GNUC_WARN_UNUSED_RESULT;
/* The same where nothing FAILED (nullable, taken); else ERROR is set, and NULL. */
AtlasCardContent *atlas_card_content_new_lacking_unless (GError *failed, const char *title, const char *text, const char *table,
                                                         const char *indicator, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasCardContent *atlas_card_content_new_hidden (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whether there is anything to show of the region itself. */
gboolean          atlas_card_content_has_values (const AtlasCardContent *self);
/* Whether there is nothing to show, but something to enter for it. */
gboolean          atlas_card_content_is_lacking (const AtlasCardContent *self);
void              atlas_card_content_free       (AtlasCardContent *self);

void              atlas_card_content_add_column (AtlasCardContent *self, const char *title, gboolean is_number);
/* The same for names, of which there may be many. */
void              atlas_card_content_add_texts  (AtlasCardContent *self, const char *title);
/* A row of which ROW of TABLE (nullable) is the number; cells follow. */
AtlasCardRow     *atlas_card_content_add_row    (AtlasCardContent *self, AtlasTable *table, guint row);
/* Adds TEXT (transfer full) to ROW of SELF. */
void              atlas_card_content_take_cell  (AtlasCardContent *self, AtlasCardRow *row, char *text);

/* Takes the last column away if no row has anything in it. */
void              atlas_card_content_drop_empty (AtlasCardContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCardContent, atlas_card_content_free)

G_END_DECLS
