/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows by the hashes of their keys: some twelve bytes for each of a million rows and more, where an index would be slow to
 * build row by row. Two keys may have one hash: whoever looks compares. */
typedef struct _AtlasKeyHash AtlasKeyHash;

AtlasKeyHash *atlas_key_hash_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_key_hash_free (AtlasKeyHash *self);
/* ROW is not 0. */
void          atlas_key_hash_add  (AtlasKeyHash *self, guint32 hash, guint32 row);
/* The first row with HASH where *PLACE is 0, and the one behind that each further time; 0 behind the last one. */
guint32       atlas_key_hash_next (AtlasKeyHash *self, guint32 hash, guint *place);

/* The hash of TEXT, or of NUMBER, appended to a key whose hash so far is HASH (0 at its beginning). */
guint32       atlas_key_hash_text (guint32 hash, const char *text);
guint32       atlas_key_hash_number (guint32 hash, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasKeyHash, atlas_key_hash_free)

G_END_DECLS
