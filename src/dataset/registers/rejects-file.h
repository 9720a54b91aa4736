/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-input.h"

G_BEGIN_DECLS

/* Writes the rejected rows of RESULT as they stand in their files, under the headers that they have there, so that they can
 * be corrected and imported again; behind each row stand its line, the column that is wrong and the reason. PATH ends in
 * .csv or .xlsx; a workbook has a sheet for each input, a text file holds inputs only where their headers are the same.
 * Fails with an #AtlasDatasetError. */
gboolean atlas_rejects_file_save (const AtlasImportResult *result, const char *path, GError **error);

G_END_DECLS
