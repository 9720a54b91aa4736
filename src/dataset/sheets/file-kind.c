/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "dataset/sheets/file-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/markup-kind.h"
#include "dataset/sheets/sheet-error.h"
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

/* Whether a compound file has a stream of that name: its directory has them in UTF-16, each ended by a NUL. */
static gboolean
has_stream (GBytes     *bytes,
            const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *entry = g_malloc0 (2 * strlen (name) + 2);

  for (gsize i = 0; name[i] != '\0'; i++)
    entry[2 * i] = name[i];
  return memmem (data, size, entry, 2 * strlen (name) + 2) != NULL;
}

static gboolean
refuse_older_workbook (const char  *name,
                       GError     **error)
{
  return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                             _("it is a workbook of the older kind (.xls); save it as .xlsx"));
}

static gboolean
refuse_document (const char  *name,
                 GError     **error)
{
  const char *reason = _("it is a text or a presentation; copy the table into a spreadsheet and save that as .xlsx");

  return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, name, reason);
}

/* Compound files hold the documents of Office up to 2003, and those of later ones that have a password. */
static gboolean
refuse_compound_file (GBytes      *bytes,
                      const char  *name,
                      GError     **error)
{
  if (has_stream (bytes, "Workbook") || has_stream (bytes, "Book"))
    return refuse_older_workbook (name, error);
  if (has_stream (bytes, "EncryptedPackage"))
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_ENCRYPTED, name,
                               _("it is protected by a password; save it again without one"));
  if (has_stream (bytes, "WordDocument") || has_stream (bytes, "PowerPoint Document"))
    return refuse_document (name, error);
  return refuse_older_workbook (name, error);
}

typedef struct {
  const char *start;
  gsize length;
  const char *reason;
} Signature;

#define PICTURE N_("it is a picture; get the table itself, as .xlsx or .csv")
#define PACKED N_("it is a packed file; unpack it first")
#define PROGRAM N_("it is a program, no table")

static const Signature signatures[] = {
  { "%PDF-", 5, N_("it is a PDF document; get the table itself, as .xlsx or .csv") },
  { "\x89PNG", 4, PICTURE },
  { "\xFF\xD8\xFF", 3, PICTURE },
  { "GIF8", 4, PICTURE },
  { "II*\0", 4, PICTURE },
  { "MM\0*", 4, PICTURE },
  { "Rar!\x1A\x07", 6, PACKED },
  { "7z\xBC\xAF\x27\x1C", 6, PACKED },
  { "\x1F\x8B", 2, PACKED },
  { "\xFD" "7zXZ", 5, PACKED },
  { "\x7F" "ELF", 4, PROGRAM },
  { "MZ\x90\0", 4, PROGRAM },
  { "SQLite format 3", 16, N_("it is a database; write the table from it as .csv or .xlsx") },
};

/* Workbooks of the time before compound files. */
static gboolean
is_oldest_workbook (GBytes *bytes)
{
  return begins_with (bytes, "\x09\0\4\0", 4) || begins_with (bytes, "\x09\2\6\0", 4) ||
         begins_with (bytes, "\x09\4\6\0", 4);
}

/* FALSE where the file is of a kind that is known not to be read. */
static gboolean
check_signature (GBytes      *bytes,
                 const char  *name,
                 GError     **error)
{
  if (begins_with (bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
    return refuse_compound_file (bytes, name, error);
  if (is_oldest_workbook (bytes))
    return refuse_older_workbook (name, error);
  if (begins_with (bytes, "{\\rtf", 5))
    return refuse_document (name, error);
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (begins_with (bytes, signatures[i].start, signatures[i].length))
      return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, name, _(signatures[i].reason));
  return TRUE;
}

gboolean
atlas_file_kind_find (GBytes         *bytes,
                      const char     *name,
                      AtlasFileKind  *kind,
                      GError        **error)
{
  if (is_archive (bytes))
    return atlas_zip_kind_find (bytes, name, kind, error);
  return check_signature (bytes, name, error) && atlas_markup_kind_find (bytes, name, kind, error);
}
