/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* The keys of all tables read so far, so that a cell that refers to one can be checked where it stands. */
typedef struct _AtlasTableKeys AtlasTableKeys;

AtlasTableKeys *atlas_table_keys_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_table_keys_free (AtlasTableKeys *self);

/* Adds the key of a row on LINE: its first n_key CELLS. FALSE if it is there already; then OUT_LINE is where. */
gboolean        atlas_table_keys_add  (AtlasTableKeys *self, const AtlasTableDefinition *table,
                                       const char *const *cells, guint line, guint *out_line);

/* What is wrong with CELL of COLUMN, in the user's language, or NULL. (transfer full) (nullable). */
char           *atlas_table_keys_find_fault (AtlasTableKeys *self, const AtlasColumn *column, const char *cell)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableKeys, atlas_table_keys_free)

G_END_DECLS
