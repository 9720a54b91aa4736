/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/markup-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/ods-names.h"
#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/xml-parser.h"

/* In that, the first element is found, and a table of a web page. */
#define HEAD_BYTES ((gsize) 256 << 10)

/* The start of the file in small letters, without what may stand before its first character, and without the NUL
 * bytes that UTF-16 puts between ASCII letters; no other are looked for. */
static char *
dup_head (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, HEAD_BYTES); i++)
    {
      gboolean marks = i < 3 && (guchar) data[i] >= 0x80;

      if (data[i] != '\0' && (head->len > 0 || (!marks && !g_ascii_isspace (data[i]))))
        g_string_append_c (head, g_ascii_tolower (data[i]));
    }
  return g_string_free (head, FALSE);
}

/* The elements a page begins with, also one that an office's own program writes and calls a workbook. */
static gboolean
is_web_page (const char *head)
{
  static const char *const starts[] = { "!doctype html", "html", "head", "meta", "title", "style", "script", "body",
                                        "table", "div", "center", "form" };

  if (g_str_has_prefix (head, "mime-version:"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts) && head[0] == '<'; i++)
    if (g_str_has_prefix (head + 1, starts[i]) && !g_ascii_isalnum (head[1 + strlen (starts[i])]))
      return TRUE;
  return FALSE;
}

typedef enum {
  ROOT_NONE, /* no XML, or text that only looks like it */
  ROOT_OTHER,
  ROOT_SPREADSHEET_ML,
  ROOT_UOF,
  ROOT_WEB_PAGE,
  ROOT_FLAT_ODS,
} Root;

/* Of whatever kind; its reader says which it is. */
static gboolean
is_open_document (const char  *name,
                  const char **attributes)
{
  g_autoptr (AtlasOdsNames) names = atlas_ods_names_new ();

  return atlas_ods_names_begin (names, 1, attributes) && atlas_ods_names_element (names, name) == ATLAS_ODS_DOCUMENT;
}

static Root
find_root (const char  *name,
           const char **attributes)
{
  const char *local_name = atlas_xml_local_name (name);

  if (is_open_document (name, attributes))
    return ROOT_FLAT_ODS;
  if (strcmp (local_name, "Workbook") == 0)
    return ROOT_SPREADSHEET_ML;
  if (strcmp (local_name, "UOF") == 0)
    return ROOT_UOF;
  if (strcmp (local_name, "html") == 0)
    return ROOT_WEB_PAGE;
  return attributes[0] != NULL ? ROOT_OTHER : ROOT_NONE;
}

static gboolean
take_root (const char  *name,
           const char **attributes,
           gpointer     user_data,
           GError     **error)
{
  *(Root *) user_data = find_root (name, attributes);
  return FALSE;
}

/* What has a document type declared, or is no valid XML up to its first element, is none to us. */
static Root
read_root (GBytes     *bytes,
           const char *head,
           const char *name)
{
  static const AtlasXmlHandlers handlers = { .start = take_root };
  Root root = ROOT_NONE;
  g_autoptr (AtlasXmlParser) parser = atlas_xml_parser_new (&handlers, &root, name, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  atlas_xml_parser_feed (parser, data, MIN (length, HEAD_BYTES), NULL);
  if (root == ROOT_NONE && (g_str_has_prefix (head, "<?xml") || g_str_has_prefix (head, "<!doctype")))
    return ROOT_OTHER;
  return root;
}

static Root
find_kind (GBytes     *bytes,
           const char *head,
           const char *name)
{
  if (is_web_page (head))
    return ROOT_WEB_PAGE;
  return head[0] == '<' ? read_root (bytes, head, name) : ROOT_NONE;
}

static gboolean
refuse_web_page (const char  *head,
                 const char  *name,
                 GError     **error)
{
  if (strstr (head, "<table") != NULL)
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                               _("it is a web page, whatever its name; open it in a spreadsheet and save it as .xlsx"));
  return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, name,
                             _("it is a web page without a table; fetch the table again from where it is offered"));
}

gboolean
atlas_markup_kind_find (GBytes         *bytes,
                        const char     *name,
                        AtlasFileKind  *kind,
                        GError        **error)
{
  g_autofree char *head = dup_head (bytes);

  *kind = ATLAS_FILE_KIND_TEXT;
  switch (find_kind (bytes, head, name))
    {
    case ROOT_NONE:
      return TRUE;
    case ROOT_FLAT_ODS:
      *kind = ATLAS_FILE_KIND_FLAT_ODS;
      return TRUE;
    case ROOT_WEB_PAGE:
      return refuse_web_page (head, name, error);
    case ROOT_SPREADSHEET_ML:
      return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                                 _("it is an XML table of Excel 2003; save it as .xlsx"));
    case ROOT_UOF:
      return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_UNSUPPORTED_FORMAT, name,
                                 _("it is a document in UOF; save it as .xlsx"));
    default:
      return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, name,
                                 _("it is XML, but no table; choose a text file (CSV), an .xlsx or an .ods file"));
    }
}
