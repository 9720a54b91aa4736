/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_BATCH_PENDING, /* not reached: the batch was cancelled before */
  ATLAS_BATCH_WRITTEN,
  ATLAS_BATCH_FAILED,
} AtlasBatchStatus;

/**
 * AtlasBatchRow:
 * @name: of the region, in the user's language
 * @file: its name in the folder
 * @n_pages: 0 in a format without pages
 * @kept: was there already, made from the same data in the same way
 * @reason: (nullable): why it failed
 *
 * One report of a batch.
 */
typedef struct {
  char *region;
  char *name;
  char *file;
  guint n_pages;
  AtlasBatchStatus status;
  gboolean kept;
  char *reason;
} AtlasBatchRow;

/* Which reports lie in a folder: kept there as index.csv, and what failed as log.csv. */
typedef struct _AtlasBatchIndex AtlasBatchIndex;

/* DATASET_HASH and REQUEST, which says in words what is asked for, tell whether a report that is there would come out the
 * same. */
AtlasBatchIndex     *atlas_batch_index_new    (const char *folder, const char *dataset_hash, const char *request)
  G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_batch_index_free   (AtlasBatchIndex *self);
/* Adds a row that is pending; FILE is its name in the folder. */
void                 atlas_batch_index_add    (AtlasBatchIndex *self, const char *region, const char *name,
                                               const char *file);
/* Takes over from the index that lies in the folder, if there is one, which reports are there and may stay. */
void                 atlas_batch_index_recall (AtlasBatchIndex *self);
/* Writes both files: UTF-8 with byte order mark, heads and words in the user's language. */
gboolean             atlas_batch_index_save   (AtlasBatchIndex *self, GError **error);

const char          *atlas_batch_index_get_folder (AtlasBatchIndex *self);
guint                atlas_batch_index_get_n_rows (AtlasBatchIndex *self);
AtlasBatchRow       *atlas_batch_index_get_row    (AtlasBatchIndex *self, guint row);
void                 atlas_batch_index_remove_row (AtlasBatchIndex *self, guint row);
guint                atlas_batch_index_count      (AtlasBatchIndex *self, AtlasBatchStatus status);
/* The path of the row's file; (transfer full). */
char                *atlas_batch_index_dup_path   (AtlasBatchIndex *self, const AtlasBatchRow *row)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBatchIndex, atlas_batch_index_free)

G_END_DECLS
