/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/register-cursor.h"

G_BEGIN_DECLS

/* Finds the row of a table that has the key of another. */
typedef struct _AtlasRowFinder AtlasRowFinder;

/* BY_HASH: the table is empty and has no index of its key yet; what is added to it is told by atlas_row_finder_add(). */
AtlasRowFinder *atlas_row_finder_new   (sqlite3 *db, const AtlasTableDefinition *table, gboolean by_hash,
                                        AtlasRegionTree *regions, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_row_finder_free  (AtlasRowFinder *self);

/* OUT: (nullable): the row with the key of ROW, borrowed until the next call. */
gboolean        atlas_row_finder_find  (AtlasRowFinder *self, const AtlasRegisterRow *row, const AtlasStoredRow **out,
                                        GError **error);
/* ROW_ID has been given to ROW. */
void            atlas_row_finder_add   (AtlasRowFinder *self, const AtlasRegisterRow *row, gint64 row_id);
/* Lets go of the row found last. */
void            atlas_row_finder_reset (AtlasRowFinder *self);

/* Whether COLUMN belongs to the key of TABLE: that of its rows in files, which for figures is not their id. */
gboolean        atlas_row_key_has      (const AtlasTableDefinition *table, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowFinder, atlas_row_finder_free)

G_END_DECLS
