/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/**
 * AtlasSelectedRow:
 * @cells: (array zero-terminated=1): as the table's file has them, personal ones as they were shown; "" where nothing stands
 * @earlier: (nullable) (array zero-terminated=1): what stood there before the import that the rows were narrowed to
 * @number: which row of the table it is, counted from 1 in the order in which the rows came
 * @import_id: the import that wrote it; 0: bundled, or entered by hand
 * @input: with @line: which input of the import it came with
 * @line: where it stood there; 0 where that is not known
 *
 * A row of a table that was chosen, with all that is to be told of it: the rows on screen may become others.
 */
typedef struct {
  const AtlasTableDefinition *table;
  char **cells;
  char **earlier;
  gint64 number;
  gint64 import_id;
  guint input;
  guint line;
} AtlasSelectedRow;

void atlas_selected_row_free (AtlasSelectedRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSelectedRow, atlas_selected_row_free)

G_END_DECLS
