/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-run.h"

#include <glib/gi18n.h>

const char *
atlas_import_run_get_as_of (const AtlasImportRun  *self,
                            const AtlasImportFile *file)
{
  return self->as_of != NULL ? self->as_of : file->as_of;
}

static gboolean
insert_import (AtlasImportRun  *self,
               const char      *as_of,
               GError         **error)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (self->db, "INSERT INTO imports (imported_at, as_of) VALUES (?, ?)",
                                                        error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (stmt == NULL)
    return FALSE;
  atlas_sqlite_bind (stmt, 1, time);
  atlas_sqlite_bind (stmt, 2, as_of);
  if (!atlas_sqlite_finish (stmt, error))
    return FALSE;
  self->import_id = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

gboolean
atlas_import_run_begin (AtlasImportRun  *self,
                        const char      *as_of,
                        GError         **error)
{
  if (self->import_id != 0)
    return TRUE;
  if (self->session != NULL && !atlas_write_session_touch (self->session, &self->is_overtaken, error))
    return FALSE;
  if (self->is_overtaken)
    {
      g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BUSY,
                           _("Another program has changed the dataset meanwhile: try again"));
      return FALSE;
    }
  /* The session may have begun its transaction anew. */
  if (self->in_savepoint && sqlite3_exec (self->db, "RELEASE input", NULL, NULL, NULL) != SQLITE_OK)
    g_debug ("the transaction was begun anew");
  return (!self->in_savepoint || atlas_sqlite_run (self->db, "SAVEPOINT input", error)) &&
         insert_import (self, as_of, error);
}
