/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import.h"

G_BEGIN_DECLS

/**
 * AtlasImportRequest:
 * @paths: (nullable) (array zero-terminated=1): the files, or
 * @bytes: (nullable): text that was pasted
 * @table: (nullable): with @columns, as the user has assigned them; NULL: as the headers say
 * @columns: (nullable): for each column of @table the cell it is in, or −1
 * @encoding: (nullable): of text files; NULL: as is found
 * @sheet: (nullable)
 * @as_of: (nullable)
 * @covers: (nullable) (array zero-terminated=1)
 *
 * What the user wants to import, and how: the fields are those of #AtlasImportOptions.
 */
typedef struct {
  char **paths;
  GBytes *bytes;
  const AtlasTableDefinition *table;
  int *columns;
  char *encoding;
  char *sheet;
  char *as_of;
  char **covers;
  gboolean partial;
  gboolean allow_moves;
  gboolean keep_going;
  gboolean dry_run;
} AtlasImportRequest;

AtlasImportRequest *atlas_import_request_new_for_files (const char *const *paths) G_GNUC_WARN_UNUSED_RESULT;
AtlasImportRequest *atlas_import_request_new_for_text  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
AtlasImportRequest *atlas_import_request_copy          (const AtlasImportRequest *self) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_import_request_free          (AtlasImportRequest *self);

/* An import in a worker, which has a connection of its own to the dataset at a path. */
#define ATLAS_TYPE_IMPORT_JOB (atlas_import_job_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportJob, atlas_import_job, ATLAS, IMPORT_JOB, GObject)

AtlasImportJob    *atlas_import_job_new          (const char *dataset_path, const AtlasImportRequest *request)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean           atlas_import_job_is_dry_run   (AtlasImportJob *self);
/* Once; the program does not end before it has come to its end. */
void               atlas_import_job_run          (AtlasImportJob *self, GCancellable *cancellable,
                                                  GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
AtlasImportResult *atlas_import_job_run_finish   (AtlasImportJob *self, GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* How far it is, from 0 to 1. */
double             atlas_import_job_get_fraction (AtlasImportJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportRequest, atlas_import_request_free)

G_END_DECLS
