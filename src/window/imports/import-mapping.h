/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/imports/import-job.h"

G_BEGIN_DECLS

/* Where the headers of a file are not understood: the user says which of its columns is which of a table's.
 *
 * Signals: "changed". */
#define ATLAS_TYPE_IMPORT_MAPPING (atlas_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportMapping, atlas_import_mapping, ATLAS, IMPORT_MAPPING, AdwBin)

GtkWidget *atlas_import_mapping_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/* Begins with what the headers of INPUT, which has some, say. IS_ONE_OF_SEVERAL: it is told that the others are left out. */
void       atlas_import_mapping_set_input   (AtlasImportMapping *self, const AtlasImportInput *input,
                                             gboolean is_one_of_several);
/* The table that the file is to be taken for, and the header of each of its columns; as the user does. */
void       atlas_import_mapping_set_table   (AtlasImportMapping *self, const AtlasTableDefinition *table);
void       atlas_import_mapping_assign      (AtlasImportMapping *self, guint column, const char *header);
/* Whether each column that must be there has been assigned. */
gboolean   atlas_import_mapping_is_complete (AtlasImportMapping *self);
/* Makes REQUEST one for the input alone, with its columns as they are assigned. */
void       atlas_import_mapping_apply       (AtlasImportMapping *self, AtlasImportRequest *request);

G_END_DECLS
