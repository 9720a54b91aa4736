/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-input.h"

G_BEGIN_DECLS

/* Writes the rejected rows of RESULT as they stand in their files, under the headers that they have there, so that they can
 * be corrected and imported again; behind each row stand its line, the column that is wrong, the code and the reason, under
 * headers that an import passes over. PATH ends in .csv or .xlsx; a workbook has a sheet for each input, a text file holds
 * inputs only where their headers are the same. Fails with an #AtlasDatasetError. */
gboolean atlas_rejects_file_save       (const AtlasImportResult *result, const char *path, GError **error);
/* The same; where their headers are not the same, into several text files: "PATH-stations.csv", "PATH-personnel.csv".
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the files written, none where no row was rejected */
char   **atlas_rejects_file_save_split (const AtlasImportResult *result, const char *path, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
