/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dataset/sheets/file-kind.h"
#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/sheet-reader.h"

typedef struct {
  gpointer thing;
  GDestroyNotify destroy;
} Kept;

struct _AtlasWorkbook {
  AtlasSheetReader *reader;
  GArray *kept; /* (element-type Kept), by number of the sheet */
};

static void
kept_clear (gpointer data)
{
  Kept *kept = data;

  if (kept->thing != NULL)
    kept->destroy (kept->thing);
}

static AtlasSheetReader *
make_reader (AtlasFileKind   kind,
             GBytes         *bytes,
             gboolean        mapped,
             const char     *name,
             const char     *encoding,
             GCancellable   *cancellable,
             GError        **error)
{
  switch (kind)
    {
    case ATLAS_FILE_KIND_TEXT:
      return atlas_csv_reader_new (bytes, mapped, name, encoding, cancellable, error);
    case ATLAS_FILE_KIND_ODS:
    case ATLAS_FILE_KIND_FLAT_ODS:
      return atlas_ods_reader_new (bytes, name, kind == ATLAS_FILE_KIND_FLAT_ODS, cancellable, error);
    case ATLAS_FILE_KIND_XLSX:
      return atlas_xlsx_reader_new (bytes, name, cancellable, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

static AtlasWorkbook *
open_bytes (GBytes        *bytes,
            gboolean       mapped,
            const char    *name,
            const char    *encoding,
            GCancellable  *cancellable,
            GError       **error)
{
  AtlasFileKind kind;
  AtlasSheetReader *reader;
  AtlasWorkbook *self;

  if (!atlas_file_kind_find (bytes, name, &kind, error))
    return NULL;
  reader = make_reader (kind, bytes, mapped, name, encoding, cancellable, error);
  if (reader == NULL)
    return NULL;
  self = g_new (AtlasWorkbook, 1);
  self->reader = reader;
  self->kept = g_array_new (FALSE, TRUE, sizeof (Kept));
  g_array_set_clear_func (self->kept, kept_clear);
  g_array_set_size (self->kept, reader->sheets->len);
  return self;
}

/* What is no regular file is not mapped: a folder cannot be, and a pipe has no end to look for. */
static GBytes *
map_descriptor (int          descriptor,
                const char  *name,
                GError     **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) map_error = NULL;
  struct stat info;

  if (fstat (descriptor, &info) == 0 && !S_ISREG (info.st_mode))
    {
      atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_FAILED, name,
                          S_ISDIR (info.st_mode) ? _("it is a folder; choose a file in it") : _("it is no file"));
      return NULL;
    }
  file = g_mapped_file_new_from_fd (descriptor, FALSE, &map_error);
  if (file != NULL)
    return g_mapped_file_get_bytes (file);
  atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_FAILED, name, map_error->message);
  return NULL;
}

static GBytes *
map_file (const char  *path,
          const char  *name,
          GError     **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes;

  if (descriptor < 0)
    {
      atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_FAILED, name, g_strerror (errno));
      return NULL;
    }
  bytes = map_descriptor (descriptor, name, error);
  close (descriptor);
  return bytes;
}

AtlasWorkbook *
atlas_workbook_open (const char    *path,
                     const char    *encoding,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = map_file (path, name, error);

  return bytes != NULL ? open_bytes (bytes, TRUE, name, encoding, cancellable, error) : NULL;
}

AtlasWorkbook *
atlas_workbook_open_bytes (GBytes        *bytes,
                           const char    *name,
                           const char    *encoding,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return open_bytes (bytes, FALSE, name, encoding, cancellable, error);
}

void
atlas_workbook_free (AtlasWorkbook *self)
{
  self->reader->class->free (self->reader);
  g_array_unref (self->kept);
  g_free (self);
}

const char *
atlas_workbook_get_name (AtlasWorkbook *self)
{
  return self->reader->name;
}

guint
atlas_workbook_get_n_sheets (AtlasWorkbook *self)
{
  return self->reader->sheets->len;
}

const AtlasSheetInfo *
atlas_workbook_get_sheet (AtlasWorkbook *self,
                          guint          sheet)
{
  g_return_val_if_fail (sheet < self->reader->sheets->len, NULL);

  return g_ptr_array_index (self->reader->sheets, sheet);
}

const char *
atlas_workbook_get_encoding (AtlasWorkbook *self)
{
  return self->reader->encoding;
}

gboolean
atlas_workbook_read_sheet (AtlasWorkbook      *self,
                           guint               sheet,
                           AtlasSheetRowFunc   func,
                           gpointer            user_data,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_return_val_if_fail (sheet < self->reader->sheets->len, FALSE);

  return self->reader->class->read_sheet (self->reader, sheet, func, user_data, cancellable, error);
}

void
atlas_workbook_keep (AtlasWorkbook  *self,
                     guint           sheet,
                     gpointer        thing,
                     GDestroyNotify  destroy)
{
  Kept *kept;

  g_return_if_fail (sheet < self->kept->len);

  kept = &g_array_index (self->kept, Kept, sheet);
  kept_clear (kept);
  *kept = (Kept) { thing, destroy };
}

gpointer
atlas_workbook_get_kept (AtlasWorkbook *self,
                         guint          sheet)
{
  g_return_val_if_fail (sheet < self->kept->len, NULL);

  return g_array_index (self->kept, Kept, sheet).thing;
}
