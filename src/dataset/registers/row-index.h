/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

#define ATLAS_ROW_PAGE_SIZE 128

/**
 * AtlasRowOrigin:
 * @import_id: the import that wrote the row; 0 for a bundled figure or one entered by hand
 * @input: with @line: which input of the import it was, from 0, as its record lists them
 * @line: where the row stands in its file or sheet; 0 where that is not known
 */
typedef struct {
  gint64 import_id;
  guint input;
  guint line;
} AtlasRowOrigin;

/**
 * AtlasRowQuery:
 * @table: a register, figures or sources
 * @sort_column: −1: in the order in which the rows came
 * @within: (nullable): the code of a division: only rows in it or below
 * @text: (nullable): only rows in which a cell holds this text, upper or lower case; personal columns are searched only
 *   if @unmasked
 * @words: (nullable) (element-type utf8): for columns of words, one that rows must have there; interned
 * @import_id: only rows that this import wrote; 0 for all. Without a sorting those come first that it changed
 * @unmasked: whether personal columns are shown as they are
 *
 * Which rows of a table, and in which order.
 */
typedef struct {
  const AtlasTableDefinition *table;
  int sort_column;
  gboolean descending;
  char *within;
  char *text;
  const char *words[ATLAS_TABLE_MAX_COLUMNS];
  gint64 import_id;
  gboolean unmasked;
} AtlasRowQuery;

AtlasRowQuery *atlas_row_query_new  (const AtlasTableDefinition *table) G_GNUC_WARN_UNUSED_RESULT;
AtlasRowQuery *atlas_row_query_copy (const AtlasRowQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_row_query_free (AtlasRowQuery *self);

/* The last import that brought or changed rows of TABLE; 0 for none. */
gint64         atlas_row_query_find_last_import (AtlasDataset *dataset, const AtlasTableDefinition *table);

/* The places of all rows that answer a query: eight bytes a row, whatever the row holds. Immutable, reference counted, safe
 * to read from any thread. At national size it is to be made in a worker. */
typedef struct _AtlasRowIndex AtlasRowIndex;

/* DATASET belongs to the calling thread. CANCELLABLE (nullable) is heeded while SQLite searches and sorts. */
AtlasRowIndex       *atlas_row_index_new       (AtlasDataset *dataset, const AtlasRowQuery *query,
                                                GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasRowIndex       *atlas_row_index_ref       (AtlasRowIndex *self);
void                 atlas_row_index_unref     (AtlasRowIndex *self);
guint                atlas_row_index_get_n_rows (AtlasRowIndex *self);
const AtlasRowQuery *atlas_row_index_get_query (AtlasRowIndex *self);
/* How many of them the query's import changed; the others it brought anew. */
guint                atlas_row_index_get_n_changed (AtlasRowIndex *self);
/* How many more rows, wherever they are, that import wrote, and later ones have changed again. */
guint                atlas_row_index_get_n_replaced (AtlasRowIndex *self);
/* The place of row NUMBER in the table's file order. */
gint64               atlas_row_index_get_place (AtlasRowIndex *self, guint number);

/* What an import did to a row. */
typedef enum {
  ATLAS_ROW_CHANGE_NONE,
  ATLAS_ROW_CHANGE_NEW,
  ATLAS_ROW_CHANGE_CHANGED,
} AtlasRowChange;

/* Rows NUMBER × ATLAS_ROW_PAGE_SIZE and following, as the cells of the table's file. Reference counted. */
typedef struct _AtlasRowPage AtlasRowPage;

/* Under a millisecond. A row that has gone since the index was made is there without cells. */
AtlasRowPage        *atlas_row_index_load_page (AtlasRowIndex *self, AtlasDataset *dataset, guint number, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasRowPage        *atlas_row_page_ref        (AtlasRowPage *self);
void                 atlas_row_page_unref      (AtlasRowPage *self);
guint                atlas_row_page_get_n_rows (AtlasRowPage *self);
/* Borrowed; "" where nothing stands. */
const char          *atlas_row_page_get_cell   (AtlasRowPage *self, guint row, guint column);
AtlasRowOrigin       atlas_row_page_get_origin (AtlasRowPage *self, guint row);
/* What the query's import, if there is one, did to the row. */
AtlasRowChange       atlas_row_page_get_change (AtlasRowPage *self, guint row);
/* (nullable): what stood in the cell before that import; NULL where it did not change the row. Borrowed. */
const char          *atlas_row_page_get_earlier (AtlasRowPage *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowQuery, atlas_row_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowIndex, atlas_row_index_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowPage, atlas_row_page_unref)

G_END_DECLS
