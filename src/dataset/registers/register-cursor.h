/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/**
 * AtlasStoredRow:
 * @row_id: where it stands: the order in which rows came
 * @import_id: the import that wrote it; 0: none, it was bundled or entered by hand
 *
 * A row of a register, of the figures or of the sources, read back.
 */
typedef struct {
  gint64 row_id;
  gint64 import_id;
  AtlasRegisterRow row;
} AtlasStoredRow;

/* Reads rows of one table back, or the earlier versions of them. */
typedef struct _AtlasRegisterCursor AtlasRegisterCursor;

/* HISTORY: of the table of earlier versions. REST (nullable): what SQL says behind the table's name, "WHERE … ORDER BY …";
 * its parameters are bound through the statement. Without it all rows, in the order in which they came. The region of a
 * service record is that of its station, as it is now. */
AtlasRegisterCursor  *atlas_register_cursor_new  (sqlite3 *db, const AtlasTableDefinition *table, gboolean history,
                                                  const char *rest, AtlasRegionTree *regions, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_register_cursor_free (AtlasRegisterCursor *self);
sqlite3_stmt         *atlas_register_cursor_get_stmt (AtlasRegisterCursor *self);

/* (nullable): the next row, borrowed until the next call; NULL behind the last one, where the statement has been reset, or
 * with ERROR set on failure. */
const AtlasStoredRow *atlas_register_cursor_next (AtlasRegisterCursor *self, GError **error);

/* (nullable): the division that CODE counts in: itself, or the township of a community that is in no list. */
const AtlasRegion    *atlas_register_find_region (AtlasRegionTree *regions, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegisterCursor, atlas_register_cursor_free)

G_END_DECLS
