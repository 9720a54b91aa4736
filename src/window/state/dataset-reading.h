/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* What is read of a dataset before anything of it can be shown: with the divisions of the whole country some 30 ms, while
 * which a window can be made. */
typedef struct {
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
} AtlasDatasetReading;

/* Opens the dataset at PATH, to be written if that can be; in any thread. (transfer full) */
AtlasDatasetReading *atlas_dataset_reading_new    (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_dataset_reading_free   (AtlasDatasetReading *self);

/* The same in a worker. */
void                 atlas_dataset_reading_begin  (const char *path, GObject *owner, GAsyncReadyCallback callback,
                                                   gpointer user_data);
AtlasDatasetReading *atlas_dataset_reading_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDatasetReading, atlas_dataset_reading_free)

G_END_DECLS
