/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* Which rows of a table an import changed, and where the history has what they were before: sixteen bytes a row. */
typedef struct _AtlasRowChanges AtlasRowChanges;

AtlasRowChanges *atlas_row_changes_load      (sqlite3 *db, const AtlasTableDefinition *table, gint64 import_id,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_row_changes_free      (AtlasRowChanges *self);

/* How many rows that it wrote have been changed again by later imports. */
guint            atlas_row_changes_get_n_replaced (AtlasRowChanges *self);
/* The rowid in the table's history of what the row at PLACE was before the import; 0: it did not change that row. */
gint64           atlas_row_changes_find      (AtlasRowChanges *self, gint64 place);
/* How many of PLACES (element-type gint64) it changed. */
guint            atlas_row_changes_count     (AtlasRowChanges *self, GArray *places);
/* Brings these to the front of PLACES; the order is kept otherwise. */
void             atlas_row_changes_put_first (AtlasRowChanges *self, GArray *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowChanges, atlas_row_changes_free)

G_END_DECLS
