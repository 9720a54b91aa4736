/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/ods-name.h"

#include <string.h>

/* Prefixes may be any, so names are told by their namespaces, of which nearly all begin in this way. */
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define CALC_VALUE_TYPE "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\nvalue-type"

#define OFFICE "office:1.0\n"
#define STYLE "style:1.0\n"
#define TABLE "table:1.0\n"
#define TEXT "text:1.0\n"

typedef struct {
  const char *name; /* without OASIS */
  AtlasOdsName id;
} Name;

static const Name element_names[] = {
  { OFFICE "document", ATLAS_ODS_DOCUMENT },
  { OFFICE "document-content", ATLAS_ODS_DOCUMENT },
  { OFFICE "styles", ATLAS_ODS_STYLES },
  { OFFICE "automatic-styles", ATLAS_ODS_STYLES },
  { OFFICE "body", ATLAS_ODS_BODY },
  { OFFICE "spreadsheet", ATLAS_ODS_SPREADSHEET },
  { OFFICE "text", ATLAS_ODS_OFFICE_TEXT },
  { OFFICE "presentation", ATLAS_ODS_PRESENTATION },
  { OFFICE "drawing", ATLAS_ODS_DRAWING },
  { OFFICE "chart", ATLAS_ODS_CHART },
  { OFFICE "image", ATLAS_ODS_IMAGE },
  { OFFICE "database", ATLAS_ODS_DATABASE },
  { "manifest:1.0\nencryption-data", ATLAS_ODS_ENCRYPTION },
  { STYLE "style", ATLAS_ODS_STYLE },
  { STYLE "table-properties", ATLAS_ODS_TABLE_PROPERTIES },
  { TABLE "table", ATLAS_ODS_TABLE },
  { TABLE "table-rows", ATLAS_ODS_ROWS },
  { TABLE "table-header-rows", ATLAS_ODS_ROWS },
  { TABLE "table-row-group", ATLAS_ODS_ROW_GROUP },
  { TABLE "table-row", ATLAS_ODS_ROW },
  { TABLE "table-cell", ATLAS_ODS_CELL },
  { TABLE "covered-table-cell", ATLAS_ODS_COVERED_CELL },
  { TEXT "p", ATLAS_ODS_PARAGRAPH },
  { TEXT "h", ATLAS_ODS_PARAGRAPH },
  { TEXT "list", ATLAS_ODS_BLOCK },
  { TEXT "list-header", ATLAS_ODS_BLOCK },
  { TEXT "list-item", ATLAS_ODS_BLOCK },
  { TEXT "numbered-paragraph", ATLAS_ODS_BLOCK },
  { TEXT "section", ATLAS_ODS_BLOCK },
  { TEXT "s", ATLAS_ODS_SPACES },
  { TEXT "tab", ATLAS_ODS_TAB },
  { TEXT "line-break", ATLAS_ODS_LINE_BREAK },
  { TEXT "note", ATLAS_ODS_ASIDE },
  { TEXT "ruby-text", ATLAS_ODS_ASIDE },
  { TEXT "script", ATLAS_ODS_ASIDE },
};

static const Name attribute_names[] = {
  { STYLE "name", ATLAS_ODS_STYLE_NAME },
  { STYLE "family", ATLAS_ODS_FAMILY },
  { TABLE "display", ATLAS_ODS_DISPLAY },
  { TABLE "name", ATLAS_ODS_TABLE_NAME },
  { TABLE "style-name", ATLAS_ODS_TABLE_STYLE_NAME },
  { TABLE "number-rows-repeated", ATLAS_ODS_ROWS_REPEATED },
  { TABLE "number-columns-repeated", ATLAS_ODS_COLUMNS_REPEATED },
  { TABLE "number-rows-spanned", ATLAS_ODS_ROWS_SPANNED },
  { TABLE "number-columns-spanned", ATLAS_ODS_COLUMNS_SPANNED },
  { TABLE "visibility", ATLAS_ODS_VISIBILITY },
  { TABLE "formula", ATLAS_ODS_FORMULA },
  { OFFICE "value-type", ATLAS_ODS_VALUE_TYPE },
  { OFFICE "value", ATLAS_ODS_VALUE },
  { OFFICE "date-value", ATLAS_ODS_DATE_VALUE },
  { OFFICE "time-value", ATLAS_ODS_TIME_VALUE },
  { OFFICE "boolean-value", ATLAS_ODS_BOOLEAN_VALUE },
  { OFFICE "string-value", ATLAS_ODS_STRING_VALUE },
  { TEXT "c", ATLAS_ODS_COUNT },
};

static GHashTable *
index_names (const Name *names,
             gsize       n_names)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < n_names; i++)
    g_hash_table_insert (index, (gpointer) names[i].name, GINT_TO_POINTER (names[i].id));
  return index;
}

/* Kept for good, since there are as many lookups as names in a file. */
static AtlasOdsName
look_up (GHashTable **index,
         const Name  *names,
         gsize        n_names,
         const char  *name)
{
  if (g_once_init_enter (index))
    g_once_init_leave (index, index_names (names, n_names));
  return GPOINTER_TO_INT (g_hash_table_lookup (*index, name));
}

AtlasOdsName
atlas_ods_element (const char *name)
{
  static GHashTable *index;
  AtlasOdsName id;

  if (!g_str_has_prefix (name, OASIS))
    return ATLAS_ODS_OTHER;
  name += strlen (OASIS);
  id = look_up (&index, element_names, G_N_ELEMENTS (element_names), name);
  return id == ATLAS_ODS_OTHER && g_str_has_prefix (name, TEXT) ? ATLAS_ODS_OTHER_TEXT : id;
}

AtlasOdsName
atlas_ods_attribute (const char *name)
{
  static GHashTable *index;

  if (g_str_has_prefix (name, OASIS))
    return look_up (&index, attribute_names, G_N_ELEMENTS (attribute_names), name + strlen (OASIS));
  return strcmp (name, CALC_VALUE_TYPE) == 0 ? ATLAS_ODS_CALC_VALUE_TYPE : ATLAS_ODS_OTHER;
}

const char *
atlas_ods_find (const char   **attributes,
                AtlasOdsName   name)
{
  for (; *attributes != NULL; attributes += 2)
    if (atlas_ods_attribute (attributes[0]) == name)
      return attributes[1];
  return NULL;
}
