/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "dataset/registers/row-index.h"

G_BEGIN_DECLS

/* Narrows the rows of a table to those that have a word in a column of words: a button whose menu has a list for each such
 * column.
 *
 * Signals: "changed". */
#define ATLAS_TYPE_ROW_FILTER (atlas_row_filter_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRowFilter, atlas_row_filter, ATLAS, ROW_FILTER, GtkWidget)

/* For TABLE: all rows. Hidden where it has no such column. "changed" is not emitted. */
void     atlas_row_filter_set_table (AtlasRowFilter *self, const AtlasTableDefinition *table);
/* As the user does: WORD (nullable) of COLUMN; NULL: any. */
void     atlas_row_filter_choose    (AtlasRowFilter *self, guint column, const char *word);
/* Puts what is chosen into QUERY, which is of the same table. */
void     atlas_row_filter_apply     (AtlasRowFilter *self, AtlasRowQuery *query);

G_END_DECLS
