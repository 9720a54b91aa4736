/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/row-index.h"

G_BEGIN_DECLS

/**
 * AtlasExportOptions:
 * @encoding: (nullable): of a CSV file; NULL: UTF-8 with byte order mark
 * @unmasked: whether personnel is written with full names and certificate numbers. Masked, the columns are called
 *   name_masked and certificate_no_masked, so that nobody takes the file for a register
 * @rows: (nullable): only these rows of the table, in their order; those that have gone since are left out
 * @cancellable: (nullable)
 */
typedef struct {
  const char *encoding;
  gboolean unmasked;
  AtlasRowIndex *rows;
  GCancellable *cancellable;
} AtlasExportOptions;

/* Writes a table of the dataset in the columns of the bundled file, or register file, of that name, so that what is
 * written can be imported. The kind of file is told by PATH's ending: .csv or .xlsx; a workbook of a register has a sheet of
 * notes, too. Written row by row beside its place and renamed into it. OPTIONS (nullable). */
gboolean           atlas_table_export (AtlasDataset *dataset, const char *table, const char *path,
                                       const AtlasExportOptions *options, GError **error);

/* (array zero-terminated=1): the names that TABLE can have. */
const char *const *atlas_table_export_list_names (void);

G_END_DECLS
