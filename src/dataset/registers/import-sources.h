/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Of more imports, one source stands for them all. */
#define ATLAS_IMPORT_SOURCES_MANY 4

/* The imports of registers as sources: "import-3:personnel" is what the import had of that register. */
typedef struct _AtlasImportSources AtlasImportSources;

AtlasImportSources *atlas_import_sources_load   (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_import_sources_free   (AtlasImportSources *self);

/* Those that had rows of TABLE, the oldest first; (element-type AtlasSource) (transfer none). */
GPtrArray          *atlas_import_sources_list   (AtlasImportSources *self, const AtlasTableDefinition *table);
/* Those with the IDS (nullable) (element-type gint64), all if none of them had any; one for all imports of TABLE
 * where that would be many. (element-type AtlasSource) (transfer full). */
GPtrArray          *atlas_import_sources_choose (AtlasImportSources *self, const AtlasTableDefinition *table,
                                                 GArray *ids) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportSources, atlas_import_sources_free)

G_END_DECLS
