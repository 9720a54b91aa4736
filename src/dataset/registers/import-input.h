/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "dataset/registers/register-row.h"

G_BEGIN_DECLS

/* So many rejected rows are told one by one; more of them are counted. */
#define ATLAS_IMPORT_MAX_REJECTIONS 100000

/**
 * AtlasImportInput:
 * @file: as it was named in the call
 * @sheet: "" for a text file
 * @encoding: (nullable): of a text file
 * @table: (nullable): what it holds; NULL where that was not found
 * @as_of: (nullable): the day it speaks of; NULL where it was not read
 * @skipped: rows that are no data: totals, notes
 * @rejected: (element-type AtlasRejection): in the order of the file, the first ATLAS_IMPORT_MAX_REJECTIONS
 * @n_rejected: all of them
 * @notices: (array zero-terminated=1): sentences about what was passed over or decided
 * @refused: (nullable): why nothing of it was taken
 * @header: (nullable) (array zero-terminated=1): its header as it stands
 *
 * What became of one sheet.
 */
typedef struct {
  char *file;
  char *sheet;
  char *encoding;
  const AtlasTableDefinition *table;
  char *as_of;
  guint64 inserted;
  guint64 updated;
  guint64 unchanged;
  guint64 skipped;
  GPtrArray *rejected;
  guint64 n_rejected;
  GPtrArray *notices;
  GError *refused;
  char **header;
} AtlasImportInput;

AtlasImportInput *atlas_import_input_new   (const char *file, const char *sheet) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_import_input_free  (AtlasImportInput *self);
/* Forgets what the rows gave. */
void              atlas_import_input_reset (AtlasImportInput *self);
/* Takes REJECTION over. */
void              atlas_import_input_reject (AtlasImportInput *self, AtlasRejection *rejection);
void              atlas_import_input_add_notice (AtlasImportInput *self, const char *notice);
/* Whether ERROR says that a file or sheet cannot be taken, and not that the call or the dataset is at fault. */
gboolean          atlas_import_is_refusal  (const GError *error);
/* The code of @refused, as `import --json` has it, "" where there is none. */
const char       *atlas_import_input_get_refusal_id (const AtlasImportInput *self);

/**
 * AtlasImportResult:
 * @import_id: what history and undo know it by; 0: nothing has changed
 * @is_refused: an input was refused and with it the call
 * @inputs: (element-type AtlasImportInput): in the order of the call
 */
typedef struct {
  gint64 import_id;
  gboolean is_refused;
  GPtrArray *inputs;
} AtlasImportResult;

AtlasImportResult *atlas_import_result_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_import_result_free (AtlasImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportInput, atlas_import_input_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportResult, atlas_import_result_free)

G_END_DECLS
