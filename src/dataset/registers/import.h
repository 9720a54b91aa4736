/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/registers/import-input.h"

G_BEGIN_DECLS

/**
 * AtlasImportOptions:
 * @table: (nullable): what the inputs are rows of; NULL: as the headers of each sheet say
 * @encoding: (nullable): of text files, to overrule what is found
 * @sheet: (nullable): the only sheet to take of each workbook, else all that are not hidden
 * @covers: (nullable) (array zero-terminated=1): codes of divisions, down to the county, that have handed in all they have,
 *   with or without rows
 * @as_of: (nullable): the date the inputs speak of: a day, month or year; NULL: when each file was changed last
 * @partial: the inputs are not all there is: no division is marked as having returned
 * @allow_moves: an id that belongs to another county moves, instead of being a conflict
 * @keep_going: what is refused is left out, instead of the whole call
 * @dry_run: nothing is written
 * @columns: (nullable): with @table: for each of its columns the cell it is in, from 0, or −1, instead of the headers
 */
typedef struct {
  const AtlasTableDefinition *table;
  char *encoding;
  char *sheet;
  char **covers;
  char *as_of;
  gboolean partial;
  gboolean allow_moves;
  gboolean keep_going;
  gboolean dry_run;
  const int *columns;
} AtlasImportOptions;

/* How far an import is, from 0 to 1; from its thread, some ten times a second. */
typedef void (*AtlasProgressFunc) (double fraction, gpointer user_data);

/* Imports the files PATHS, one call, one transaction, one undo: all of it or nothing. Every visible sheet is an input of its
 * own. NULL with ERROR set where the call is wrong or nothing can be written, and where it is cancelled; the dataset is as it
 * was then. What is wrong with a file or a row is told by the result. "changed" is emitted.
 *
 * A row counts from the year of its input's date; a row that is there already and says the same is left as it is. */
AtlasImportResult *atlas_import_run       (AtlasDataset *dataset, const char *const *paths,
                                           const AtlasImportOptions *options, AtlasProgressFunc progress,
                                           gpointer user_data, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same for text from elsewhere, such as what was pasted from a spreadsheet; NAME stands for a file's. */
AtlasImportResult *atlas_import_run_bytes (AtlasDataset *dataset, GBytes *bytes, const char *name,
                                           const AtlasImportOptions *options, AtlasProgressFunc progress,
                                           gpointer user_data, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
