/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-file.h"

#include <glib/gstdio.h>

static char *
dup_day (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  return g_date_time_format (moment, "%Y-%m-%d");
}

AtlasImportFile *
atlas_import_file_new (const char *path,
                       const char *encoding)
{
  AtlasImportFile *self = g_new0 (AtlasImportFile, 1);
  GStatBuf status;
  gboolean there = g_stat (path, &status) == 0;

  self->name = g_strdup (path);
  self->encoding = g_strdup (encoding);
  self->size = there ? status.st_size : 0;
  self->as_of = dup_day (there ? status.st_mtime : g_get_real_time () / G_USEC_PER_SEC);
  return self;
}

AtlasImportFile *
atlas_import_file_new_for_bytes (GBytes     *bytes,
                                 const char *name,
                                 const char *encoding)
{
  AtlasImportFile *self = g_new0 (AtlasImportFile, 1);

  self->name = g_strdup (name);
  self->encoding = g_strdup (encoding);
  self->bytes = g_bytes_ref (bytes);
  self->size = (goffset) g_bytes_get_size (bytes);
  self->as_of = dup_day (g_get_real_time () / G_USEC_PER_SEC);
  return self;
}

void
atlas_import_file_free (AtlasImportFile *self)
{
  g_clear_pointer (&self->workbook, atlas_workbook_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->as_of);
  g_free (self->encoding);
  g_free (self);
}

AtlasWorkbook *
atlas_import_file_open (AtlasImportFile  *self,
                        GCancellable     *cancellable,
                        GError          **error)
{
  if (self->workbook == NULL && self->bytes != NULL)
    self->workbook = atlas_workbook_open_bytes (self->bytes, self->name, self->encoding, cancellable, error);
  else if (self->workbook == NULL)
    self->workbook = atlas_workbook_open (self->name, self->encoding, cancellable, error);
  return self->workbook;
}

void
atlas_import_file_close (AtlasImportFile *self)
{
  if (self->workbook != NULL && atlas_workbook_get_encoding (self->workbook) == NULL)
    g_clear_pointer (&self->workbook, atlas_workbook_free);
}
