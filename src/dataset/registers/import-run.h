/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-plan.h"
#include "dataset/registers/import-progress.h"
#include "dataset/write-session.h"

G_BEGIN_DECLS

/**
 * AtlasImportRun:
 * @db: the dataset, or the copy that a dry run is made on
 * @session: (nullable): of the dataset
 * @covers: (element-type AtlasRegion): divisions that have handed in all they have
 * @as_of: (nullable): the date asked for; else each file has its own
 * @import_id: 0 until something has to be written
 * @n_recorded: how many inputs of it have been recorded
 * @in_savepoint: whether what the input at hand writes can be taken back alone
 * @is_overtaken: somebody else changed the dataset before the first write: all has to be read again
 *
 * What the steps of one import share.
 */
typedef struct {
  sqlite3 *db;
  AtlasRegionTree *regions;
  const AtlasImportOptions *options;
  AtlasWriteSession *session;
  GPtrArray *covers;
  char *as_of;
  AtlasImportProgress *progress;
  GCancellable *cancellable;
  gint64 import_id;
  guint n_recorded;
  gboolean in_savepoint;
  gboolean is_overtaken;
} AtlasImportRun;

/* Makes sure that there is an import to write for; no statement may be under way. */
gboolean    atlas_import_run_begin      (AtlasImportRun *self, const char *as_of, GError **error);
/* The date that the rows of FILE speak of. */
const char *atlas_import_run_get_as_of  (const AtlasImportRun *self, const AtlasImportFile *file);

G_END_DECLS
