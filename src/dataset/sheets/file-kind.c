/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/file-kind.h"

#include <string.h>

#include "dataset/sheets/zip-kind.h"

static gboolean
begins_with (GBytes     *bytes,
             const char *start,
             gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, start, length) == 0;
}

/* The second is an archive without parts. */
static gboolean
is_archive (GBytes *bytes)
{
  return begins_with (bytes, "PK\3\4", 4) || begins_with (bytes, "PK\5\6", 4);
}

gboolean
atlas_file_kind_find (GBytes         *bytes,
                      const char     *name,
                      AtlasFileKind  *kind,
                      GError        **error)
{
  if (is_archive (bytes))
    return atlas_zip_kind_find (bytes, name, kind, error);
  *kind = ATLAS_FILE_KIND_TEXT;
  return TRUE;
}
