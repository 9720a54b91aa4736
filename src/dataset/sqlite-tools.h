/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite with GError: each fails with the AtlasDatasetError that says what the user can do, naming the file. */

/* Sets ERROR from the last failure on DB; always FALSE. */
gboolean      atlas_sqlite_fail    (sqlite3 *db, GError **error);
/* Runs all statements of SQL. */
gboolean      atlas_sqlite_run     (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *atlas_sqlite_prepare (sqlite3 *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes one step: OUT_ROW tells whether there is a row; FALSE on error. */
gboolean      atlas_sqlite_step    (sqlite3_stmt *stmt, gboolean *out_row, GError **error);
/* Runs STMT to its end and resets it. */
gboolean      atlas_sqlite_finish  (sqlite3_stmt *stmt, GError **error);
/* Binds TEXT without copying: it has to stay until the statement is reset. */
void          atlas_sqlite_bind    (sqlite3_stmt *stmt, int parameter, const char *text);
/* The text in COLUMN, "" for NULL; borrowed until the next step. */
const char   *atlas_sqlite_text    (sqlite3_stmt *stmt, int column);
/* The single number that SQL gives. */
gboolean      atlas_sqlite_get_int (sqlite3 *db, const char *sql, gint64 *out, GError **error);
/* Runs one statement of which the only parameter is NUMBER. */
gboolean      atlas_sqlite_run_with (sqlite3 *db, const char *sql, gint64 number, GError **error);
/* Lets what runs on DB stop soon after CANCELLABLE is cancelled, with an error that says little; NULL: no longer. */
void          atlas_sqlite_heed    (sqlite3 *db, GCancellable *cancellable);
/* Has the file of DB take over what is in its log, which readers do not hinder, and then goes back to one file, which they do.
 * Stops within some milliseconds once CANCELLABLE (nullable) is cancelled: what is in the log is not lost. */
void          atlas_sqlite_leave_log (sqlite3 *db, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
