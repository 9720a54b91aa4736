/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/schema.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dataset/dataset-error.h"

/* What a file looks like from outside; all zero for a folder or device (https://www.sqlite.org/fileformat.html, 1.3). */
typedef struct {
  guint8 bytes[100];
  gsize n_bytes;
  gint64 size;
} FileHeader;

static guint32
read_number (const FileHeader *header,
             guint             offset)
{
  guint32 number;

  memcpy (&number, header->bytes + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
fail_to_open (const char  *path,
              int          error_number,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_FAILED, _("“%s” cannot be opened: %s"), name,
               g_strerror (error_number));
  return FALSE;
}

/* Through SQLite's own functions for files: closing a file by others would let go of every lock that another connection
 * of this program holds on it. */
static gboolean
read_bytes (const char  *path,
            FileHeader  *header,
            GError     **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  char *name = (char *) sqlite3_create_filename (path, "", "", 0, NULL);
  int error_number = 0;

  if (vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL) != SQLITE_OK)
    error_number = vfs->xGetLastError (vfs, 0, NULL);
  else if (file->pMethods->xRead (file, header->bytes, (int) header->n_bytes, 0) != SQLITE_OK)
    error_number = EIO;
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return error_number == 0 || fail_to_open (path, error_number, error);
}

static gboolean
read_header (const char  *path,
             FileHeader  *header,
             GError     **error)
{
  GStatBuf status;

  *header = (FileHeader) { 0 };
  if (g_stat (path, &status) != 0)
    return fail_to_open (path, errno, error);
  if (!S_ISREG (status.st_mode))
    return TRUE;
  header->size = status.st_size;
  header->n_bytes = (gsize) MIN (status.st_size, (goffset) sizeof header->bytes);
  return header->n_bytes == 0 || read_bytes (path, header, error);
}

/* A dataset whose writing was cut off has a journal or a log beside it, from which SQLite restores it. */
static gboolean
has_companion (const char *path,
               const char *suffix)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (companion, &status) == 0 && status.st_size > 0;
}

/* Whether the file is shorter than its header says. */
static gboolean
is_cut_off (const FileHeader *header,
            const char       *path)
{
  guint page_size = header->bytes[16] << 8 | header->bytes[17];

  if (page_size == 1)
    page_size = 65536;
  return header->size < (gint64) page_size * read_number (header, 28) && !has_companion (path, "-journal") &&
         !has_companion (path, "-wal");
}

gboolean
atlas_schema_check_file (const char  *path,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  FileHeader header;

  if (!read_header (path, &header, error))
    return FALSE;
  if (header.n_bytes < sizeof header.bytes || memcmp (header.bytes, "SQLite format 3", 16) != 0 ||
      read_number (&header, 68) != ATLAS_SCHEMA_APPLICATION_ID)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_NOT_A_DATASET,
                 _("“%s” is no dataset of this program: choose a file that ends in .atlas"), name);
  else if (read_number (&header, 60) > ATLAS_SCHEMA_VERSION)
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_NEWER_VERSION,
                 _("“%s” was written by a newer version of this program: update the program to open it"), name);
  else if (read_number (&header, 60) == 0 || is_cut_off (&header, path))
    g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DAMAGED,
                 _("“%s” is not complete: open a backup copy"), name);
  else
    return TRUE;
  return FALSE;
}

gboolean
atlas_schema_is_in_wal (const char *path)
{
  FileHeader header;

  return read_header (path, &header, NULL) && header.n_bytes > 18 && header.bytes[18] == 2;
}
