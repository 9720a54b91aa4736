/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* "SgAt" in the header of the file (PRAGMA application_id). */
#define ATLAS_SCHEMA_APPLICATION_ID 0x53674174
/* The version this program writes (PRAGMA user_version). */
#define ATLAS_SCHEMA_VERSION 8
/* The last one with which what registers are counted by has changed. */
#define ATLAS_SCHEMA_COUNTED_VERSION 7

/* Brings DB from version FROM (0: an empty file) to ATLAS_SCHEMA_VERSION in one transaction; a file of an earlier version
 * gets what is new in the bundled catalogue. */
gboolean atlas_schema_upgrade (sqlite3 *db, int from, GError **error);

/* Whether the file at PATH looks like a whole dataset of a version this program can read, without SQLite and
 * without touching it. */
gboolean atlas_schema_check_file (const char *path, GError **error);

/* Whether the file at PATH was left in journal mode WAL, in which a dataset is only while much is written. */
gboolean atlas_schema_is_in_wal (const char *path);

/* Whether all tables of the schema are there, with all their columns. */
gboolean atlas_schema_check_tables (sqlite3 *db, GError **error);

G_END_DECLS
