/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _GNU_SOURCE /* memfd_create */

#include "config.h"

#include "dataset/memory-file.h"

#include <errno.h>
#include <sys/mman.h>

#include "dataset/new-file.h"

int
atlas_memory_file_new (char   **name,
                       GError **error)
{
  int descriptor = memfd_create ("atlas", MFD_CLOEXEC);

  *name = NULL;
  if (descriptor < 0)
    atlas_new_file_fail ("memfd", errno, error);
  else
    *name = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  return descriptor;
}

gboolean
atlas_memory_file_save (int          descriptor,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (GMappedFile) contents = g_mapped_file_new_from_fd (descriptor, FALSE, error);

  if (contents == NULL)
    return FALSE;
  return atlas_new_file_write (path, g_mapped_file_get_contents (contents), g_mapped_file_get_length (contents),
                               error);
}
