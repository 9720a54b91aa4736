/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/**
 * AtlasImportRecordInput:
 * @file: the name of the file, without its folder
 * @sheet: "" for a text file
 * @as_of: the date it spoke of
 *
 * What the history knows of one sheet.
 */
typedef struct {
  char *file;
  char *sheet;
  const AtlasTableDefinition *table;
  char *as_of;
  gint64 inserted;
  gint64 updated;
  gint64 unchanged;
  gint64 skipped;
  gint64 rejected;
} AtlasImportRecordInput;

/**
 * AtlasImportRecord:
 * @imported_at: when, "2024-01-02T03:04:05Z"
 * @as_of: the date of its first input
 * @inputs: (element-type AtlasImportRecordInput): those that changed something
 *
 * One import.
 */
typedef struct {
  gint64 import_id;
  char *imported_at;
  char *as_of;
  GPtrArray *inputs;
} AtlasImportRecord;

/* All imports, the newest first; (element-type AtlasImportRecord) (transfer full). */
GPtrArray         *atlas_import_history_load (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* IMPORT_ID, or the newest where it is 0; NULL with ERROR set where there is none. (transfer full). */
AtlasImportRecord *atlas_import_history_find (AtlasDataset *dataset, gint64 import_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void               atlas_import_record_free  (AtlasImportRecord *self);
/* How many rows it wrote. */
gint64             atlas_import_record_count (const AtlasImportRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportRecord, atlas_import_record_free)

G_END_DECLS
