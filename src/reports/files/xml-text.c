/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/xml-text.h"

/* XML 1.0 has no other control characters, not even escaped. */
static gboolean
is_allowed (gunichar character)
{
  return character >= 0x20 ? character != 0xFFFE && character != 0xFFFF
                           : character == '\t' || character == '\n' || character == '\r';
}

static void
append_character (GString  *xml,
                  gunichar  character)
{
  switch (character)
    {
    case '&':
      g_string_append (xml, "&amp;");
      break;
    case '<':
      g_string_append (xml, "&lt;");
      break;
    case '>':
      g_string_append (xml, "&gt;");
      break;
    case '"':
      g_string_append (xml, "&quot;");
      break;
    default:
      if (is_allowed (character))
        g_string_append_unichar (xml, character);
    }
}

void
atlas_xml_append_text (GString    *xml,
                       const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    append_character (xml, g_utf8_get_char (c));
}

/* A blank at the beginning, or after another, would be lost. */
void
atlas_xml_append_running_text (GString    *xml,
                               const char *text)
{
  gboolean after_blank = TRUE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (*c == '\n')
        g_string_append (xml, "<text:line-break/>");
      else if (*c == '\t')
        g_string_append (xml, "<text:tab/>");
      else if (*c == ' ' && after_blank)
        g_string_append (xml, "<text:s/>");
      else
        append_character (xml, g_utf8_get_char (c));
      after_blank = *c == ' ' || *c == '\n' || *c == '\t';
    }
}

void
atlas_xml_append_attribute (GString    *xml,
                            const char *name,
                            const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  atlas_xml_append_text (xml, value);
  g_string_append_c (xml, '"');
}

void
atlas_xml_append_length (GString    *xml,
                         const char *name,
                         double      points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", points);
  g_string_append_printf (xml, " %s=\"%spt\"", name, number);
}

void
atlas_xml_append_element (GString    *xml,
                          const char *name,
                          const char *text)
{
  g_string_append_printf (xml, "<%s>", name);
  atlas_xml_append_text (xml, text);
  g_string_append_printf (xml, "</%s>", name);
}
