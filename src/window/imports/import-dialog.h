/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/imports/import-job.h"
#include "window/imports/import-mapping.h"
#include "window/imports/import-options-group.h"
#include "window/imports/import-preview.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* Imports files: first all is tried out and shown, and nothing written; then, when the user says so, it is imported. Both in
 * a worker; closing the dialog stops it. */
#define ATLAS_TYPE_IMPORT_DIALOG (atlas_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportDialog, atlas_import_dialog, ATLAS, IMPORT_DIALOG, AdwWindow)

/* REQUEST (transfer full). Begins at once. */
GtkWidget               *atlas_import_dialog_new         (AtlasSession *session, AtlasImportRequest *request)
  G_GNUC_WARN_UNUSED_RESULT;

/* What its page is: "reading", "preview", "columns", "done" or "failed". */
const char              *atlas_import_dialog_get_page    (AtlasImportDialog *self);
gboolean                 atlas_import_dialog_is_busy     (AtlasImportDialog *self);
/* (nullable): of what was tried out or done last. */
const AtlasImportResult *atlas_import_dialog_get_result  (AtlasImportDialog *self);
AtlasImportPreview      *atlas_import_dialog_get_preview (AtlasImportDialog *self);
AtlasImportOptionsGroup *atlas_import_dialog_get_options (AtlasImportDialog *self);
AtlasImportMapping      *atlas_import_dialog_get_mapping (AtlasImportDialog *self);
/* What the button at the head does on the page shown: imports, or takes the columns as they are assigned. */
void                     atlas_import_dialog_go_on       (AtlasImportDialog *self);
/* Saves the rejected rows of the result; PATH (nullable): NULL asks where. */
void                     atlas_import_dialog_save_rejected (AtlasImportDialog *self, const char *path);

G_END_DECLS
