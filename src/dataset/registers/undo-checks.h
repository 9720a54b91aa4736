/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* Whether the import IMPORT_ID can be taken back: none of its rows has been changed since, and nothing else depends on what
 * it brought. The error names what is in the way. */
gboolean atlas_undo_check (sqlite3 *db, gint64 import_id, GError **error);

G_END_DECLS
