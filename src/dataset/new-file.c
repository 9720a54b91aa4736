/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include "dataset/new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "dataset/dataset-error.h"

gboolean
atlas_new_file_fail (const char  *path,
                     int          error_number,
                     GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error_number == EEXIST)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_EXISTS,
                 _("“%s” is there already: choose another name"), name);
  else if (error_number == ENOSPC || error_number == EDQUOT)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FULL,
                 _("“%s” cannot be written: no space is left on the disk"), name);
  else
    g_set_error (error, ATLAS_DATASET_ERROR,
                 error_number == EACCES || error_number == EROFS || error_number == EPERM
                   ? ATLAS_DATASET_ERROR_READ_ONLY : ATLAS_DATASET_ERROR_FAILED,
                 _("“%s” cannot be written: %s"), name, g_strerror (error_number));
  return FALSE;
}

char *
atlas_new_file_begin (const char  *path,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".XXXXXX-%s", base);
  char *temporary = g_build_filename (folder, name, NULL);
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    fd = (errno = EISDIR, -1);
  else
    fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      atlas_new_file_fail (path, errno, error);
      g_clear_pointer (&temporary, g_free);
    }
  else
    close (fd);
  return temporary;
}

static gboolean
flush (const char *path,
       int         flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean success = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return success;
}

/* Some file systems (FAT on a stick, network shares) cannot refuse to replace in the same step. */
static int
rename_to_free_name (const char *from,
                     const char *to)
{
  int result = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  if (result == 0 || (errno != EINVAL && errno != ENOSYS))
    return result;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    return (errno = EEXIST, -1);
  return g_rename (from, to);
}

gboolean
atlas_new_file_commit (const char  *temporary,
                       const char  *path,
                       gboolean     replace,
                       GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!flush (temporary, O_RDONLY) ||
      (replace ? g_rename (temporary, path) : rename_to_free_name (temporary, path)) != 0)
    {
      atlas_new_file_fail (path, errno, error);
      atlas_new_file_cancel (temporary);
      return FALSE;
    }
  flush (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

void
atlas_new_file_cancel (const char *temporary)
{
  g_unlink (temporary);
}

static gboolean
write_all (const char *path,
           const char *data,
           gsize       length)
{
  FILE *file = g_fopen (path, "wb");
  gboolean success;

  if (file == NULL)
    return FALSE;
  success = fwrite (data, 1, length, file) == length;
  return fclose (file) == 0 && success;
}

gboolean
atlas_new_file_write (const char  *path,
                      const char  *data,
                      gsize        length,
                      GError     **error)
{
  g_autofree char *temporary = atlas_new_file_begin (path, error);

  if (temporary == NULL)
    return FALSE;
  if (write_all (temporary, data, length))
    return atlas_new_file_commit (temporary, path, TRUE, error);
  atlas_new_file_fail (path, errno, error);
  atlas_new_file_cancel (temporary);
  return FALSE;
}
