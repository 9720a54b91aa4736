/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* A cache that holds the indices while rows come in, and what SQLite uses by default: sorting for a new index is faster
 * with it. A session begins with the large one. */
#define ATLAS_LARGE_CACHE "PRAGMA cache_size = -49152"
#define ATLAS_USUAL_CACHE "PRAGMA cache_size = -2000"

/* One long change of a dataset file: a transaction from its beginning to its commit, for which nobody else can write, and
 * of which nothing stays unless it is committed. */
typedef struct _AtlasWriteSession AtlasWriteSession;

/* Begins to change the file of DB; where another program is at it, waits some seconds before it fails with BUSY and says
 * who. MUCH: what is to come does not fit into memory: it is written through a log (journal mode WAL), beside which others
 * can read. CANCELLABLE is heeded to the end of the session.
 *
 * As long as nothing has been written, and with MUCH atlas_write_session_touch() has not been called, the file does not
 * change by a single byte. */
AtlasWriteSession *atlas_write_session_begin  (sqlite3 *db, gboolean much, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* Forgets what has not been committed. What has been is there for all; where the session was cancelled after that it may still be
 * in the log beside the file, until the dataset is closed. */
void               atlas_write_session_free   (AtlasWriteSession *self);

/* To be called before the first write; no statement may be under way. OUT_OVERTAKEN: somebody else has changed the file
 * since the session began: what was read before is out of date. */
gboolean           atlas_write_session_touch  (AtlasWriteSession *self, gboolean *out_overtaken, GError **error);
/* A session that is cancelled before this is not committed, and one that is cancelled later is. */
gboolean           atlas_write_session_commit (AtlasWriteSession *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWriteSession, atlas_write_session_free)

G_END_DECLS
