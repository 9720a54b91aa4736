/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Reads a table of the dataset file back as the cells of its CSV file. */
typedef struct _AtlasTableReader AtlasTableReader;

/* In key order, else in file order. */
AtlasTableReader *atlas_table_reader_new  (sqlite3 *db, const AtlasTableDefinition *table, gboolean key_order,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* To find single rows of a table whose file order is a number. */
AtlasTableReader *atlas_table_reader_new_seeking (sqlite3 *db, const AtlasTableDefinition *table, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void              atlas_table_reader_free (AtlasTableReader *self);

/* (array): the cells of the next row, borrowed until the next call; NULL behind the last row or, with ERROR set, on
 * failure. */
const char *const *atlas_table_reader_next (AtlasTableReader *self, GError **error);

/* (array): the cells of the row at PLACE in file order, borrowed until the next call; NULL where there is none or, with
 * ERROR set, on failure. */
const char *const *atlas_table_reader_seek (AtlasTableReader *self, gint64 place, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableReader, atlas_table_reader_free)

G_END_DECLS
