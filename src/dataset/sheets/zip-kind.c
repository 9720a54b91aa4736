/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/zip-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/package.h"
#include "dataset/sheets/sheet-error.h"

/* Of the part that names the kind of an OpenDocument file; it has one line. */
#define MAX_TYPE_BYTES 256

static const char *const workbook_types[] = {
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
  "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  "application/vnd.ms-excel.template.macroEnabled.main+xml",
  NULL,
};

/* Ends with the first part that is a workbook. */
static gboolean
look_at_type (const char  *name,
              const char **attributes,
              gpointer     user_data,
              GError     **error)
{
  gboolean *found = user_data;
  const char *type = atlas_xml_attribute (attributes, "ContentType");

  *found = type != NULL && g_strv_contains (workbook_types, type);
  return !*found;
}

/* An archive whose list of types cannot be read is none. */
static gboolean
has_workbook_type (AtlasPackage *package)
{
  static const AtlasXmlHandlers handlers = { .start = look_at_type };
  gboolean found = FALSE;

  return atlas_package_parse (package, "[Content_Types].xml", &handlers, &found, NULL, NULL) && found;
}

static gboolean
take_type (const char  *data,
           gsize        length,
           gpointer     user_data,
           GError     **error)
{
  GString *type = user_data;

  g_string_append_len (type, data, MIN (length, MAX_TYPE_BYTES - type->len));
  return type->len < MAX_TYPE_BYTES;
}

/* Of whatever kind, or of none that is named; its reader says which it is. */
static gboolean
is_open_document (AtlasPackage *package)
{
  g_autoptr (GString) type = g_string_new (NULL);

  atlas_package_read (package, "mimetype", take_type, type, NULL, NULL);
  return g_str_has_prefix (type->str, "application/vnd.oasis.opendocument.") ||
         (type->len == 0 && atlas_package_has_part (package, "content.xml"));
}

/* (nullable): what to do about a table of a kind that is not read. */
static const char *
find_unsupported (AtlasPackage *package)
{
  if (atlas_package_has_part (package, "xl/workbook.bin"))
    return _("it is a binary workbook (.xlsb); save it as .xlsx");
  if (atlas_package_has_part (package, "Index/Document.iwa") || atlas_package_has_part (package, "Index.zip"))
    return _("it is a document of Apple Numbers; export it as .xlsx");
  if (atlas_package_has_part (package, "uof.xml"))
    return _("it is a document in UOF; save it as .xlsx");
  return NULL;
}

gboolean
atlas_zip_kind_find (GBytes         *bytes,
                     const char     *name,
                     AtlasFileKind  *kind,
                     GError        **error)
{
  g_autoptr (AtlasPackage) package = atlas_package_open (bytes, name, error);
  const char *unsupported;

  if (package == NULL)
    return FALSE;
  unsupported = find_unsupported (package);
  if (unsupported != NULL)
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name, unsupported);
  if (atlas_package_has_part (package, "xl/workbook.xml") || has_workbook_type (package))
    *kind = ATLAS_FILE_KIND_XLSX;
  else if (is_open_document (package))
    *kind = ATLAS_FILE_KIND_ODS;
  else
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, name,
                               _("there is no table in this archive; if tables are packed in it, unpack it first"));
  return TRUE;
}
