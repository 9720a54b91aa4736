/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasFlowItem:
 * @rows: (array length=n_rows): heights of what is never split: lines of a paragraph, rows of a table; a
 * heading or a chart is one row
 * @n_rows: at least 1
 * @min_rows: how many rows stay together at either end of a split, and between two: 2 for lines of text, 1 for table rows
 * @space_before: above it, but not at the top of a page
 * @lead: above the first row: a table's caption and header
 * @repeat: above the first row of every continued part: “continued” and the header again
 * @tail: under the last row and together with it: a table's note
 * @least: of an item of one row: as low as this it may be drawn, to fit on a page; 0: as high as the row is
 * @keep_with_next: a heading: stays on the page where what follows begins
 * @keep_end: its last @min_rows rows stay on the page where what follows begins, unless that lies across or floats: a
 * paragraph that announces a table, a table that a note is about
 * @break_before: begins a page
 * @floats: where it does not fit, what follows comes before it, up to the second next item that floats itself or one that
 * begins a page: whole items with their headings, and the first lines of the text that fills the page: a chart. Where the
 * page would be filled by less than 85 hundredths, up to the fourth. An upright one lets the first rows of a table pass too,
 * and its rest, unless seven tenths of the page are filled
 * @landscape: stands on a landscape page; a kept item takes the direction of what follows it
 * @grid: each of its parts takes up a multiple of this, in the middle of which it stands; 0: what it needs. For all
 * items alike, and space before them and pages are multiples of it too
 * @inset: what each of its parts leaves free at least, above and below together
 *
 * What the paginator has to know of a block. All sizes in points.
 */
typedef struct {
  const double *rows;
  guint n_rows;
  guint min_rows;
  double space_before;
  double lead;
  double repeat;
  double tail;
  double least;
  gboolean keep_with_next;
  gboolean keep_end;
  gboolean break_before;
  gboolean floats;
  gboolean landscape;
  double grid;
  double inset;
} AtlasFlowItem;

/**
 * AtlasFlowPart:
 * @item: position of the item
 * @y: its top, from the top of the text area, with the space before it already passed
 * @height: with lead or repeat, and with tail; of a single row lower than it is, where it may be
 *
 * The rows @first_row to @first_row + @n_rows − 1 of an item, on one page.
 */
typedef struct {
  guint item;
  guint first_row;
  guint n_rows;
  double y;
  double height;
} AtlasFlowPart;

typedef struct {
  gboolean landscape;
  GArray *parts; /* (element-type AtlasFlowPart) */
} AtlasFlowPage;

/* Puts ITEMS on pages whose text areas are PORTRAIT_HEIGHT or LANDSCAPE_HEIGHT high. A pure function. Every
 * row stands on exactly one page, none is split and none overflows unless it alone is higher than a page. No
 * page is empty, except the only one of a report without items. (element-type AtlasFlowPage) (transfer full).
 */
GPtrArray *atlas_paginate (const AtlasFlowItem *items, guint n_items, double portrait_height,
                           double landscape_height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
