/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasGridColumn:
 * @title: as shown, translated
 * @width: in pixels, at first; 0: takes what is left
 * @is_number: stands at the end of its cell
 * @marks: in marked rows written in the colour of warnings
 * @wraps: what does not fit goes on in another line
 */
typedef struct {
  const char *title;
  int width;
  gboolean is_number;
  gboolean marks;
  gboolean wraps;
} AtlasGridColumn;

/* Rows of text under headings, for lists that are made once and only read.
 *
 * Signals: "row-activated" (guint row): by double click or Enter; "selection-changed". Ctrl+C copies what is there. */
#define ATLAS_TYPE_TEXT_GRID (atlas_text_grid_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTextGrid, atlas_text_grid, ATLAS, TEXT_GRID, GtkWidget)

/* NAME, translated: what a screen reader calls it. */
GtkWidget         *atlas_text_grid_new        (const char *name, const AtlasGridColumn *columns, guint n_columns)
  G_GNUC_WARN_UNUSED_RESULT;

/* ROWS: (element-type GStrv), each with as many cells as there are columns; a reference is taken. The first N_MARKED of them
 * are marked. */
void               atlas_text_grid_set_rows   (AtlasTextGrid *self, GPtrArray *rows, guint n_marked);
void               atlas_text_grid_show_column (AtlasTextGrid *self, guint column, gboolean shown);
/* As high as its rows are, up to HEIGHT in pixels; else it takes what room there is. Where it has no more to scroll, the page
 * that it is on does. */
void               atlas_text_grid_set_max_height (AtlasTextGrid *self, int height);
/* The row that is selected, GTK_INVALID_LIST_POSITION for none; and selecting one as a click does. */
guint              atlas_text_grid_get_selected (AtlasTextGrid *self);
void               atlas_text_grid_select     (AtlasTextGrid *self, guint row);
guint              atlas_text_grid_get_n_rows (AtlasTextGrid *self);
/* For a spreadsheet: the headings and all rows, cells divided by tabs; (transfer full). */
char              *atlas_text_grid_dup_tsv    (AtlasTextGrid *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
