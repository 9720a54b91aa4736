/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Writes a whole table of the dataset (regions, sources, indicators, dimensions, units, denominators, figures) in the
 * columns of the bundled file of that name. The kind of file is told by PATH's ending: .csv (UTF-8 with BOM) or .xlsx.
 * Written beside and renamed into place. Text cells that a spreadsheet would run as formulas are disarmed. */
gboolean           atlas_table_export (AtlasDataset *dataset, const char *table, const char *path, GError **error);

/* (array zero-terminated=1): the names that TABLE can have. */
const char *const *atlas_table_export_list_names (void);

G_END_DECLS
