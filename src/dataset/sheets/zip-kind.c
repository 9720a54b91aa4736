/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/zip-kind.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zip.h>

#include "dataset/sheets/sheet-error.h"

/* What a workbook's list of parts may take; it names each part in about 100 bytes. */
#define MAX_TYPES_BYTES (1 << 20)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_t, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_file_t, zip_fclose)

static zip_t *
open_archive (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);
  zip_t *archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;

  if (archive != NULL)
    return archive;
  zip_source_free (source);
  atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE, name,
                      _("it is cut off or damaged; copy it again from where it came from"));
  return NULL;
}

static gboolean
has (zip_t      *archive,
     const char *part)
{
  return zip_name_locate (archive, part, ZIP_FL_NOCASE) >= 0;
}

/* The start of a small part; "" where it is missing or cannot be read, which is for the reader of that kind to say. */
static char *
read_part (zip_t      *archive,
           const char *part)
{
  g_autoptr (zip_file_t) file = zip_fopen (archive, part, ZIP_FL_NOCASE);
  char *text = g_malloc (MAX_TYPES_BYTES + 1);
  zip_int64_t length = file != NULL ? zip_fread (file, text, MAX_TYPES_BYTES) : 0;

  text[MAX (length, 0)] = '\0';
  return text;
}

/* Names of content types: a workbook with or without macros, a template of one; and the binary kind, which has the name of
 * one with macros in its own. */
static gboolean
types_name_workbook (zip_t *archive)
{
  g_autofree char *types = read_part (archive, "[Content_Types].xml");

  return strstr (types, "spreadsheetml.sheet.main+xml") != NULL ||
         strstr (types, "spreadsheetml.template.main+xml") != NULL ||
         strstr (types, "ms-excel.sheet.macroEnabled.main+xml") != NULL ||
         strstr (types, "ms-excel.template.macroEnabled.main+xml") != NULL;
}

/* Of a document of another kind, the name of its kind stands in the mimetype; without one, it is for the reader to say. */
static gboolean
is_open_document (zip_t *archive)
{
  g_autofree char *type = read_part (archive, "mimetype");

  return g_str_has_prefix (type, "application/vnd.oasis.opendocument.spreadsheet") ||
         (type[0] == '\0' && has (archive, "content.xml"));
}

gboolean
atlas_zip_kind_find (GBytes         *bytes,
                     const char     *name,
                     AtlasFileKind  *kind,
                     GError        **error)
{
  g_autoptr (zip_t) archive = open_archive (bytes, name, error);

  if (archive == NULL)
    return FALSE;
  if (has (archive, "xl/workbook.bin"))
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                               _("it is a binary workbook (.xlsb); save it as .xlsx"));
  if (has (archive, "Index/Document.iwa") || has (archive, "Index.zip"))
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                               _("it is a document of Apple Numbers; export it as .xlsx"));
  if (has (archive, "uof.xml") || has (archive, "_meta/meta.xml"))
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                               _("it is a document in UOF; save it as .xlsx"));
  if (has (archive, "xl/workbook.xml") || types_name_workbook (archive))
    *kind = ATLAS_FILE_KIND_XLSX;
  else if (is_open_document (archive))
    *kind = ATLAS_FILE_KIND_ODS;
  else
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, name,
                               _("there is no table in this archive; if tables are packed in it, unpack it first"));
  return TRUE;
}
