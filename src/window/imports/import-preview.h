/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "dataset/registers/import.h"
#include "window/tables/text-grid.h"

G_BEGIN_DECLS

/* What became, or would become, of each file: how many rows are new and changed, what was decided on the way, what was
 * refused, and which rows were rejected for what.
 *
 * Signals: "assign-columns" (guint input): the user wants to say which columns of a refused file are which;
 * "save-rejected". */
#define ATLAS_TYPE_IMPORT_PREVIEW (atlas_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportPreview, atlas_import_preview, ATLAS, IMPORT_PREVIEW, AdwBin)

GtkWidget     *atlas_import_preview_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/* RESULT (nullable): NULL leaves what is shown; it is not kept. PROBLEM (nullable): why there is no newer one. */
void           atlas_import_preview_show         (AtlasImportPreview *self, const AtlasImportResult *result,
                                                  const char *problem);
/* Stands below the files. */
void           atlas_import_preview_set_options  (AtlasImportPreview *self, AdwPreferencesGroup *options);
AtlasTextGrid *atlas_import_preview_get_rejected (AtlasImportPreview *self);

G_END_DECLS
