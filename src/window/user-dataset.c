/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/user-dataset.h"

#include <glib/gstdio.h>

#include "dataset/dataset.h"

/* Written beside and renamed: a copy cut off by a full disk would be taken for damaged at every start. */
static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autofree char *part = g_strconcat (to, ".part", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (part);
  g_autofree char *folder = g_path_get_dirname (to);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return FALSE;
  if (g_rename (part, to) == 0)
    return TRUE;
  g_unlink (part);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s could not be renamed", part);
  return FALSE;
}

char *
atlas_user_dataset_dup_path (void)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "shegong-atlas", "published.atlas", NULL);
  g_autofree char *bundled = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (own, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&own);
  bundled = atlas_dataset_dup_bundled_path ();
  if (copy_file (bundled, own, &error))
    return g_steal_pointer (&own);
  g_info ("No copy of the bundled dataset: %s", error->message);
  return g_steal_pointer (&bundled);
}
