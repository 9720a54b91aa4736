/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/**
 * AtlasImportFile:
 * @name: as it was named in the call
 * @as_of: the day on which it was changed last, today for what is no file
 * @size: in bytes
 *
 * A file to be imported, opened when it is needed: of hundreds of workbooks only one is open at a time.
 */
typedef struct {
  char *name;
  char *as_of;
  goffset size;

  /*< private >*/
  GBytes *bytes; /* in place of a file, or NULL */
  char *encoding;
  AtlasWorkbook *workbook;
} AtlasImportFile;

/* ENCODING (nullable): as for atlas_workbook_open(). */
AtlasImportFile *atlas_import_file_new           (const char *path, const char *encoding) G_GNUC_WARN_UNUSED_RESULT;
AtlasImportFile *atlas_import_file_new_for_bytes (GBytes *bytes, const char *name, const char *encoding)
  G_GNUC_WARN_UNUSED_RESULT;
void             atlas_import_file_free          (AtlasImportFile *self);

/* What is in it, borrowed until it is closed. */
AtlasWorkbook   *atlas_import_file_open          (AtlasImportFile *self, GCancellable *cancellable, GError **error);
/* Lets go of what takes memory; text files are only mapped. */
void             atlas_import_file_close         (AtlasImportFile *self);

G_END_DECLS
