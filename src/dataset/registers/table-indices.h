/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* The indices of a table that are dropped while much is loaded into it, and made anew afterwards, which takes a third of
 * the time. All inside the caller's transaction. */
typedef struct _AtlasTableIndices AtlasTableIndices;

/* Drops the indices of TABLE that schema.c names after it; with KEEP_KEY but that of its key. */
AtlasTableIndices *atlas_table_indices_drop (sqlite3 *db, const AtlasTableDefinition *table, gboolean keep_key,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes those again that are not there. */
gboolean           atlas_table_indices_make (AtlasTableIndices *self, sqlite3 *db, GError **error);
void               atlas_table_indices_free (AtlasTableIndices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableIndices, atlas_table_indices_free)

G_END_DECLS
