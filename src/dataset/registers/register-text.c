/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-text.h"

#include <string.h>

/* Also what looks like nothing: U+200B and U+FEFF come with texts copied from web pages. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF || g_unichar_iscntrl (c);
}

/* Whether the character that BYTE begins can be a blank: ASCII, U+00A0, U+2000 to U+2FFF, U+3000, U+FEFF. */
static gboolean
may_begin_blank (guchar byte)
{
  return byte <= ' ' || byte == 0x7F || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

const char *
atlas_register_text_trim (const char *text,
                          GString    *buffer)
{
  const char *start = text;
  const char *end, *last;

  while (may_begin_blank ((guchar) *start) && *start != '\0' && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  for (last = end; last > start; end = last)
    {
      last = g_utf8_prev_char (last);
      if (!may_begin_blank ((guchar) *last) || !is_blank (g_utf8_get_char (last)))
        break;
    }
  if (*end == '\0')
    return start;
  g_string_truncate (buffer, 0);
  g_string_append_len (buffer, start, end - start);
  return buffer->str;
}

static gunichar
make_plain (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFF01 - '!';
  if (c < 128)
    return (gunichar) g_ascii_tolower ((char) c);
  switch (c)
    {
    case 0x3008: /* 〈 */
    case 0x300A: /* 《 */
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
      return '(';
    case 0x3009:
    case 0x300B:
    case 0x3011:
    case 0x3015:
      return ')';
    default:
      return c;
    }
}

static gboolean
is_mark (gunichar c)
{
  static const gunichar marks[] = {
    0xB7, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x203A, 0x3001, 0x3002,
    0x30FB,
  };

  if (c < 128)
    return strchr ("*_-/\\,.;|'\"`>", (int) c) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (c == marks[i])
      return TRUE;
  return FALSE;
}

void
atlas_register_text_fold (const char *text,
                          GString    *out)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = make_plain (g_utf8_get_char (text));

      if (c == '[' || c == '{')
        c = '(';
      else if (c == ']' || c == '}')
        c = ')';
      if (!is_blank (c) && !is_mark (c))
        g_string_append_unichar (out, c);
    }
}

gboolean
atlas_register_text_is_missing (const char *text)
{
  static const char *const words[] = { "—", "——", "-", "--", "–", "/", "／", "－", "无", "n/a", "na", "#n/a" };

  if (text[0] == '\0')
    return TRUE;
  if (g_ascii_isdigit (text[0]) || strlen (text) > strlen ("——"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}
