/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-history.h"
#include "dataset/registers/import-input.h"

G_BEGIN_DECLS

/* How the dialog writes what became of an import; all (transfer full). */

/* "人员.xlsx · 表1" */
char *atlas_import_dup_name   (const AtlasImportInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* "12 new, 3 changed, 100 as before, 1 rejected, 2 passed over"; what is none is left out. */
char *atlas_import_dup_counts (const AtlasImportInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* "12 new, 3 changed": of rows that an import wrote. */
char *atlas_import_dup_changes (guint n_new, guint n_changed) G_GNUC_WARN_UNUSED_RESULT;
/* As atlas_import_dup_counts() for all inputs that were not refused. */
char *atlas_import_dup_total  (const AtlasImportResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* "stations.csv: 12 new, 3 changed": of an import in the history. */
char *atlas_import_dup_record (const AtlasImportRecordInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* "2024-01-02 11:04", here, for "2024-01-02T03:04:05Z". */
char *atlas_import_dup_time   (const char *utc) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
