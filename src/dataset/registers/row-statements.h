/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-row.h"
#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* Statements that write one row of a register, of the figures or of the sources. */

sqlite3_stmt *atlas_row_prepare_insert (sqlite3 *db, const AtlasTableDefinition *table, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
sqlite3_stmt *atlas_row_prepare_update (sqlite3 *db, const AtlasTableDefinition *table, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* Runs one of these: IMPORT_ID (0: none) has written ROW; ROW_ID is the row to update, 0 for an insert. */
gboolean      atlas_row_write          (sqlite3_stmt *stmt, const AtlasRegisterRow *row, gint64 import_id, gint64 row_id,
                                        GError **error);

/* Copies the row of parameter 1 as it stands to the history, as replaced by the import of parameter 2. */
sqlite3_stmt *atlas_row_prepare_keep   (sqlite3 *db, const AtlasTableDefinition *table, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
