/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* The open file; borrowed. */
sqlite3     *atlas_dataset_get_db      (AtlasDataset *self);

/* Whether the file can be written at all. */
gboolean     atlas_dataset_check_writable (AtlasDataset *self, GError **error);
/* A copy of the dataset, as it is now, in a temporary file that is gone when it is closed. */
sqlite3     *atlas_dataset_copy_for_trial (AtlasDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The documents by their ids, as they were read last; NULL until then, and after a change. */
GHashTable  *atlas_dataset_get_source_index  (AtlasDataset *self);
/* Keeps SOURCES, (transfer full), until something changes. */
void         atlas_dataset_take_source_index (AtlasDataset *self, GHashTable *sources);
/* The document SOURCE_ID; (transfer none) (nullable). */
AtlasSource *atlas_dataset_find_source (AtlasDataset *self, const char *source_id, GError **error);
void         atlas_dataset_emit_changed (AtlasDataset *self);

/* Makes one item, (transfer full), of the row on which STMT stands; NULL with ERROR set on failure. */
typedef gpointer (*AtlasDatasetReadRow) (AtlasDataset *self, sqlite3_stmt *stmt, GError **error);

/* Steps through STMT and collects what READ_ROW makes of each row; (transfer full) (nullable). */
GPtrArray   *atlas_dataset_collect     (AtlasDataset *self, sqlite3_stmt *stmt, AtlasDatasetReadRow read_row,
                                        GDestroyNotify free_func, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
