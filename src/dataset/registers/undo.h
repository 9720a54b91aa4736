/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-history.h"
#include "dataset/registers/import.h"

G_BEGIN_DECLS

/* Takes an import back, whole: its rows go, what they replaced comes back, roll-ups and returns are as they were. IMPORT_ID
 * 0: the newest; an older one only where no row of it has been changed since and nothing depends on it, else the error
 * names what is in the way. "changed" is emitted.
 *
 * Returns: (transfer full) (nullable): what was taken back; on error, or when cancelled, all is as it was */
AtlasImportRecord *atlas_import_undo (AtlasDataset *dataset, gint64 import_id, AtlasProgressFunc progress,
                                      gpointer user_data, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
