/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-cell.h"

#include <string.h>

#include "dataset/sheets/serial-date.h"
#include "dataset/sheets/shortest-number.h"
#include "dataset/sheets/xlsx-text.h"

AtlasXlsxCellType
atlas_xlsx_cell_parse_type (const char *type)
{
  static const struct {
    const char *name;
    AtlasXlsxCellType type;
  } types[] = {
    { "s", ATLAS_XLSX_CELL_SHARED },         { "n", ATLAS_XLSX_CELL_NUMBER },
    { "inlineStr", ATLAS_XLSX_CELL_INLINE }, { "str", ATLAS_XLSX_CELL_TEXT },
    { "b", ATLAS_XLSX_CELL_BOOLEAN },        { "e", ATLAS_XLSX_CELL_ERROR },
    { "d", ATLAS_XLSX_CELL_DATE },
  };

  if (type == NULL)
    return ATLAS_XLSX_CELL_NUMBER;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].name) == 0)
      return types[i].type;
  return ATLAS_XLSX_CELL_NUMBER;
}

static const char *
read_shared (const AtlasXlsxContext *context,
             char                   *text,
             gsize                  *length)
{
  guint index;

  g_strstrip (text);
  if (*text == '\0')
    return "";
  if (!atlas_xlsx_parse_index (text, G_MAXUINT - 1, &index))
    return NULL;
  return atlas_xlsx_strings_get (context->strings, index, length);
}

static AtlasCellKind
read_number (const AtlasXlsxContext *context,
             guint                   format,
             const char             *text,
             GString                *scratch)
{
  gsize length;

  if (!atlas_shortest_number (text, scratch))
    {
      g_string_append (scratch, text);
      return ATLAS_CELL_TEXT;
    }
  if (!atlas_xlsx_styles_is_date (context->styles, format))
    return ATLAS_CELL_NUMBER;
  length = scratch->len;
  if (!atlas_serial_date_append (scratch, g_ascii_strtod (scratch->str, NULL), context->from_1904))
    return ATLAS_CELL_NUMBER;
  g_string_erase (scratch, 0, length);
  return ATLAS_CELL_DATE;
}

static AtlasCellKind
read_date (const char *text,
           GString    *scratch)
{
  if (atlas_iso_date_append (scratch, text))
    return ATLAS_CELL_DATE;
  g_string_append (scratch, text);
  return ATLAS_CELL_TEXT;
}

const char *
atlas_xlsx_cell_read (const AtlasXlsxContext *context,
                      AtlasXlsxCellType       type,
                      guint                   format,
                      GString                *content,
                      GString                *scratch,
                      AtlasCellKind          *kind,
                      gsize                  *length)
{
  g_string_truncate (scratch, 0);
  *kind = ATLAS_CELL_TEXT;
  *length = 0;
  if (type == ATLAS_XLSX_CELL_SHARED)
    return read_shared (context, content->str, length);
  if (content->len == 0)
    return "";
  switch (type)
    {
    case ATLAS_XLSX_CELL_BOOLEAN:
      *kind = ATLAS_CELL_BOOLEAN;
      g_string_append_c (scratch, content->str[0] == '1' || content->str[0] == 't' ? '1' : '0');
      break;
    case ATLAS_XLSX_CELL_DATE:
      *kind = read_date (content->str, scratch);
      break;
    case ATLAS_XLSX_CELL_NUMBER:
      *kind = read_number (context, format, content->str, scratch);
      break;
    case ATLAS_XLSX_CELL_ERROR:
      *kind = ATLAS_CELL_ERROR;
      G_GNUC_FALLTHROUGH;
    default:
      *length = atlas_xlsx_text_decode (content->str, content->len);
      return content->str;
    }
  *length = scratch->len;
  return scratch->str;
}
