/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-plan.h"

G_BEGIN_DECLS

/* Tells how far an import is, by the bytes of its files. */
typedef struct _AtlasImportProgress AtlasImportProgress;

/* FUNC (nullable); PLANNED: (element-type AtlasPlannedInput). */
AtlasImportProgress *atlas_import_progress_new   (AtlasProgressFunc func, gpointer user_data, GPtrArray *planned)
  G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_import_progress_free  (AtlasImportProgress *self);
/* All is to be read again. */
void                 atlas_import_progress_start (AtlasImportProgress *self);
void                 atlas_import_progress_begin (AtlasImportProgress *self, const AtlasPlannedInput *planned);
void                 atlas_import_progress_row   (AtlasImportProgress *self, const AtlasSheetRow *row);
void                 atlas_import_progress_end   (AtlasImportProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportProgress, atlas_import_progress_free)

G_END_DECLS
