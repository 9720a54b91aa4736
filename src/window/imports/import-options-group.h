/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "dataset/region-tree.h"
#include "window/imports/import-job.h"

G_BEGIN_DECLS

/* How files are to be imported: the date they speak of, what they cover, how their characters are written, whether they are
 * all there is, and whether ids may move to another county.
 *
 * Signals: "changed". */
#define ATLAS_TYPE_IMPORT_OPTIONS_GROUP (atlas_import_options_group_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportOptionsGroup, atlas_import_options_group, ATLAS, IMPORT_OPTIONS_GROUP, AdwPreferencesGroup)

GtkWidget *atlas_import_options_group_new   (AtlasRegionTree *regions) G_GNUC_WARN_UNUSED_RESULT;

/* Puts what is chosen into REQUEST. Fails where a division that is named cannot be found, and leaves REQUEST as it is. */
gboolean   atlas_import_options_group_apply (AtlasImportOptionsGroup *self, AtlasImportRequest *request, GError **error);

/* Fills a field as the user does: "as-of", "covers", "encoding", "partial", "moves"; of the last two "1" or "", of the third
 * "" for automatic. */
void       atlas_import_options_group_fill  (AtlasImportOptionsGroup *self, const char *field, const char *text);

G_END_DECLS
