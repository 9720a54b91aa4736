/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "dataset/registers/row-index.h"

G_BEGIN_DECLS

/* The rows that answer a query: where they are, and those that a view shows first. */
typedef struct {
  AtlasRowIndex *index;
  GPtrArray *first_pages; /* (element-type AtlasRowPage): of so many as a view asks for at once, or of all */
} AtlasFoundRows;

/* DATASET belongs to the calling thread. CANCELLABLE (nullable) is heeded while SQLite searches and sorts. */
AtlasFoundRows *atlas_found_rows_new  (AtlasDataset *dataset, const AtlasRowQuery *query, GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_found_rows_free (AtlasFoundRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFoundRows, atlas_found_rows_free)

/* Both read in a worker, by a connection of its own to the file that ORIGIN has open: whoever writes into the file may hold
 * it for as long as it takes without holding the main loop. OWNER is held until CALLBACK returns and is its source object;
 * the result is that of g_task_propagate_pointer(): AtlasFoundRows or AtlasRowPage, (transfer full). */
void atlas_row_reader_find      (gpointer owner, AtlasDataset *origin, const AtlasRowQuery *query, GCancellable *cancellable,
                                 GAsyncReadyCallback callback);
void atlas_row_reader_load_page (gpointer owner, AtlasDataset *origin, AtlasRowIndex *index, guint number,
                                 GCancellable *cancellable, GAsyncReadyCallback callback);

G_END_DECLS
