/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"
#include "window/tables/text-list.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_TABLE_FILE_ERROR_EMPTY, /* there is no table to write */
} AtlasTableFileError;

#define ATLAS_TABLE_FILE_ERROR (atlas_table_file_error_quark ())
GQuark   atlas_table_file_error_quark (void);

/* Writes TABLES (element-type AtlasTable) as people read them, numbers in base units, and LISTS (element-type
 * AtlasTextList). The kind of file is told by PATH's ending: .csv (UTF-8 with BOM, one below the other) or .xlsx (a sheet each,
 * and one with sources, definitions and what the signs mean). Text cells that a spreadsheet would run as formulas are
 * disarmed. Written beside and renamed into place. Fails with an #AtlasTableFileError or #AtlasDatasetError. */
gboolean atlas_table_file_save        (GPtrArray *tables, GPtrArray *lists, const char *path, GError **error);

G_END_DECLS
